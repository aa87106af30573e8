"""Label Studio's JSON, read: tasks with their annotations, and the short form (JSON_MIN) of one annotation each.

https://labelstud.io/guide/export and https://labelstud.io/guide/task_format. A region is a span; choices, text areas,
ratings and the like that share its id are its attributes; ``meta.text`` is its note. Predictions stay apart. Offsets
are code points since 2021 and were UTF-16 units before: the words of the regions decide.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.json_values import json_values
from annotator.formats.offsets import OffsetError, Offsets
from annotator.formats.registry import Reading, Refusal
from annotator.formats.values import attributes_of, is_whole, seconds_of, text_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.layer import GOLD, Value
from annotator.model.told import Sentence, Told, sentence

LABELS = ("labels", "hypertextlabels")
_DETAILS = ("title", "source", "published", "url", "language")
_MIN_KEYS = frozenset(("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time"))


class TaskError(Told):
    """A task that cannot be an article."""


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield an article for each annotation and prediction of each task, or one without spans."""
    for found in json_values(path, encoding=how.encoding):
        if isinstance(found, Refusal):
            yield found
            continue
        line, task = found
        where = f"{path.name}, line {line}"
        try:
            yield from _of_task(task, where, how)
        except TaskError as error:
            yield Refusal(where, error.sentence)


def _of_task(task: Any, where: str, how: Reading) -> Iterator[Article | Refusal]:
    if not isinstance(task, dict):
        raise TaskError("It is not a task of Label Studio.")
    if "data" not in task:
        yield _of_short_task(task, where, how)
        return
    data = task["data"] if isinstance(task["data"], dict) else {}
    made = [*_dicts(task.get("annotations")), *_dicts(task.get("completions"))]
    guessed = _dicts(task.get("predictions"))
    text = _text(data, [*made, *guessed])
    for one in made:
        yield from _Result(text, where, how, data).articles(
            one, _person(one), "ignored" if one.get("was_cancelled") else ""
        )
    for one in guessed:
        yield from _Result(text, where, how, data).articles(
            one, text_of(one.get("model_version")) or "model", "prediction"
        )
    if not made and not guessed:
        yield _Result(text, where, how, data).article({}, "", "")


def _dicts(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; exports name predictions by number only."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(data: Mapping[str, Any], made: list[dict[str, Any]]) -> str:
    """Return the text of a task: where it is called so, else the one that regions lie in, else the longest."""
    texts = [value for value in data.values() if isinstance(value, str)]
    named = data.get("text")
    if isinstance(named, str):
        return named
    words = [text_of(_value(r).get("text")) for one in made for r in _dicts(one.get("result"))]
    holding = [text for text in texts if words and all(word in text for word in words)]
    if not texts:
        raise TaskError("The task has no text.")
    return max(holding or texts, key=len)


def _person(one: Mapping[str, Any]) -> str:
    by = one.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("username") or by.get("id")
    named = text_of(one.get("annotator")) or text_of(by)
    return named or (GOLD if one.get("ground_truth") is True else "")


def _value(region: Mapping[str, Any]) -> dict[str, Any]:
    value = region.get("value")
    return value if isinstance(value, dict) else {}


class _Result:
    """One annotation's regions on their way to spans, all in one unit of offsets."""

    def __init__(self, text: str, where: str, how: Reading, data: Mapping[str, Any]) -> None:
        self.refusals: list[Refusal] = []
        self._text, self._where, self._how, self._data = text, where, how, data
        self._said: dict[str, dict[str, Value]] = {}
        self._whole: dict[str, Value] = {}

    def articles(self, one: Mapping[str, Any], person: str, apart: str) -> Iterator[Article | Refusal]:
        yield self.article(one, person, apart)
        yield from self.refusals

    def article(self, one: Mapping[str, Any], person: str, apart: str) -> Article:
        """Return the article of one annotation."""
        results = _dicts(one.get("result"))
        regions = [r for r in results if text_of(r.get("type")) in LABELS]
        ids = {text_of(r.get("id")) for r in regions}
        for result in results:
            if result not in regions and result.get("type") != "relation":
                self._take(result, ids)
        offsets = Offsets(self._text, self._how.offset_unit or self._unit(regions))
        spans = [span for region in regions for span in self._spans(region, offsets)]
        details = {key: text_of(self._data.get(key)) for key in _DETAILS}
        held = self._data.get("extra")
        return Article(
            text=self._text,
            where=self._where,
            language=details.pop("language") or self._how.language,
            extra=(held if isinstance(held, dict) else {}) | self._whole,
            notices=tuple(
                sentence("said of the whole text, kept with its details: {key}", key=key) for key in self._whole
            ),
            annotator=person,
            apart=apart,
            seconds=seconds_of(one.get("lead_time")),
            status=text_of(one.get("status")) or ("done" if one else ""),
            spans=tuple(spans),
            links=tuple(link for r in results if r.get("type") == "relation" for link in _links(r)),
            **details,  # type: ignore[arg-type]  # four texts
        )

    def _take(self, result: Mapping[str, Any], ids: set[str]) -> None:
        """Keep what is said of a region, or of the whole text, under the name of the control that said it."""
        kind, value = text_of(result.get("type")), _value(result)
        given = value.get("text") if kind == "textarea" else value.get(kind)
        if kind == "taxonomy" and isinstance(given, list):
            given = ["/".join(map(str, path)) if isinstance(path, list) else path for path in given]
        name = text_of(result.get("from_name")) or kind
        held = attributes_of({name: given[0] if isinstance(given, list) and len(given) == 1 else given})
        if not held:
            self._refuse(sentence("A result of the kind “{kind}” cannot be read.", kind=kind))
            return
        id_ = text_of(result.get("id"))
        if id_ in ids:
            self._said.setdefault(id_, {}).update(held)
        else:
            self._whole |= held

    def _unit(self, regions: list[dict[str, Any]]) -> str:
        """Return the unit in which more of the words fit."""
        if all(character < "\U00010000" for character in self._text):
            return "codepoint"
        values = [_value(region) for region in regions]
        fits = {unit: sum(self._fits(v, Offsets(self._text, unit)) for v in values) for unit in ("codepoint", "utf16")}
        return "utf16" if fits["utf16"] > fits["codepoint"] else "codepoint"

    def _fits(self, value: Mapping[str, Any], offsets: Offsets) -> bool:
        try:
            start, end = (offsets.codepoint(int(value[key])) for key in ("start", "end"))
        except (KeyError, TypeError, ValueError, OffsetError):
            return False
        return self._text[start:end] == value.get("text")

    def _spans(self, region: Mapping[str, Any], offsets: Offsets) -> Iterator[RawSpan]:
        value, id_ = _value(region), text_of(region.get("id"))
        borders = value.get("start"), value.get("end")
        names = value.get(text_of(region.get("type")))
        if not all(is_whole(border) for border in borders) or not isinstance(names, list) or not names:
            self._refuse(sentence("Region {id} has no label, or no start and end that are whole numbers.", id=id_))
            return
        try:
            start, end = (offsets.codepoint(border) for border in borders if border is not None)
        except OffsetError as error:
            self._refuse(sentence("Region {id}: {reason}", id=id_, reason=error.sentence))
            return
        words = value.get("text")
        meta = region.get("meta")
        notes = meta.get("text") if isinstance(meta, dict) else None
        for n, name in enumerate(names):
            yield RawSpan(
                ((start, end),),
                text_of(name),
                words if isinstance(words, str) else None,
                f"{id_}:{name}" if n else id_,
                "\n".join(map(text_of, notes)) if isinstance(notes, list) else text_of(notes),
                self._said.get(id_, {}),
            )

    def _refuse(self, why: Sentence) -> None:
        self.refusals.append(Refusal(self._where, why))


def _links(relation: Mapping[str, Any]) -> Iterator[RawLink]:
    ends = text_of(relation.get("from_id")), text_of(relation.get("to_id"))
    source, target = ends[::-1] if relation.get("direction") == "left" else ends
    held = relation.get("labels")
    names = [text_of(name) for name in held] if isinstance(held, list) and held else ["relation"]
    attributes = {"direction": "bi"} if relation.get("direction") == "bi" else {}
    return (RawLink(name, source, target, "", attributes) for name in names)


def _of_short_task(task: Mapping[str, Any], where: str, how: Reading) -> Article:
    """Return the article of a task in the short form: its regions lie in lists, everything else stands beside."""
    lists = {key: _dicts(value) for key, value in task.items() if isinstance(value, list)}
    regions = [one for held in lists.values() for one in held if "start" in one and "end" in one]
    text = _text(task, [])
    shaped = [{"id": str(n), "type": "labels", "value": region} for n, region in enumerate(regions)]
    result = _Result(text, where, how, {})
    made = result.article({"result": shaped, "lead_time": task.get("lead_time")}, text_of(task.get("annotator")), "")
    more = {k: v for k, v in task.items() if k not in _MIN_KEYS and k not in lists and v != text}
    extra = {**made.extra, **more}
    return replace(made, extra=extra)
