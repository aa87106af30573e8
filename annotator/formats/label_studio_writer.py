"""Label Studio's JSON, written: a task for each document with an annotation for each layer, and the configuration.

https://labelstud.io/guide/tasks (import) and https://labelstud.io/tags. Who labelled stands under ``annotator``:
``completed_by`` may only name people whom the importing server knows. The name of a layer kept apart says whether it
is a prediction or an annotation that was cancelled.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

import msgspec

from annotator.formats.registry import Writing
from annotator.formats.values import named_apart
from annotator.model.layer import GOLD, LabelledDocument, Link, Span
from annotator.model.scheme import Attribute, Scheme, name_in

CONTROL, TEXT = "label", "text"


def write(labelled: Iterable[LabelledDocument], path: Path, how: Writing) -> None:
    """Write one array of tasks, one task a line."""
    choices = {a.key for label in how.scheme.labels for a in label.attributes if a.type == "enum"}
    with path.open("wb") as file:
        file.write(b"[")
        for n, (_, layers) in enumerate(groupby(labelled, key=lambda one: one.document.id)):
            file.write(b",\n" if n else b"\n")
            file.write(msgspec.json.encode(_task(list(layers), n + 1, choices), order="sorted"))
        file.write(b"\n]\n")


def configuration(how: Writing, _: Mapping[str, Path]) -> bytes:
    """Return the labelling configuration for a scheme: labels, and what is asked of a region with one of them."""
    scheme = how.scheme
    lines = ["<View>", f'  <Labels name="{CONTROL}" toName="{TEXT}">']
    for label in scheme.labels:
        shown = f"value={quoteattr(label.id)} alias={quoteattr(label.id)} background={quoteattr(label.color)}"
        lines.append(f"    <Label {shown} hotkey={quoteattr(label.shortcut)}/>")
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="$text" granularity="word"/>']
    lines += ["  <Relations>", *(f"    <Relation value={quoteattr(k.key)}/>" for k in scheme.link_types)]
    lines += ["  </Relations>", *_controls(scheme), "</View>"]
    return "\n".join(lines).encode() + b"\n"


def _controls(scheme: Scheme) -> Iterator[str]:
    """Yield a control for each attribute, whichever labels have it; only regions with one of these show it."""
    held: dict[str, tuple[Attribute, list[str]]] = {}
    for label in scheme.labels:
        for attribute in label.attributes:
            held.setdefault(attribute.key, (attribute, []))[1].append(label.id)
    for key, (attribute, labels) in held.items():
        of = f'whenTagName="{CONTROL}" whenLabelValue={quoteattr(",".join(labels))}'
        yield f'  <View visibleWhen="region-selected" {of}>'
        yield f"    <Header value={quoteattr(name_in(attribute.name, 'en'))}/>"
        shared = f'name={quoteattr(key)} toName="{TEXT}" perRegion="true"'
        if attribute.type == "enum":
            choice = "multiple" if attribute.multi else "single"
            yield f'    <Choices {shared} choice="{choice}">'
            for value in attribute.values:
                hint = quoteattr(name_in(value.name, "en"))
                yield f"      <Choice value={quoteattr(value.value)} hint={hint}/>"
            yield "    </Choices>"
        else:
            yield f"    <TextArea {shared}/>"
        yield "  </View>"


def _task(layers: list[LabelledDocument], number: int, choices: set[str]) -> dict[str, object]:
    document = layers[0].document
    details = {key: getattr(document, key) for key in ("title", "source", "published", "url", "language")}
    data = {"text": layers[0].text, **details, "extra": dict(document.extra)}
    made = [(one, named_apart(one.annotator.name)) for one in layers]
    predictions = [
        {"model_version": name, "result": _results(one, choices), "status": one.layer.status, "lead_time": one.seconds}
        for one, (name, apart) in made
        if apart == "prediction"
    ]
    annotations = [
        {
            "annotator": one.annotator.name if apart not in ("", "ignored") else name,
            "ground_truth": one.annotator.name == GOLD,
            "lead_time": one.seconds,
            "result": _results(one, choices),
            "status": one.layer.status,
            "was_cancelled": apart == "ignored",
        }
        for one, (name, apart) in made
        if apart != "prediction"
    ]
    return {"annotations": annotations, "data": data, "id": number, "predictions": predictions}


def _results(labelled: LabelledDocument, choices: set[str]) -> list[dict[str, object]]:
    spans = [result for span in labelled.spans for result in _region(span, choices)]
    return [*spans, *map(_relation, labelled.links)]


def _region(span: Span, choices: set[str]) -> Iterator[dict[str, object]]:
    place = {"start": span.start, "end": span.end, "text": span.text}
    shared: dict[str, object] = {"id": span.id, "to_name": TEXT}
    note = {"meta": {"text": [span.note]}} if span.note else {}
    yield shared | {"from_name": CONTROL, "type": "labels", "value": place | {"labels": [span.label]}} | note
    for key, value in span.attributes.items():
        values = [value] if isinstance(value, str) else list(value)
        borders = {"start": span.start, "end": span.end}
        if key in choices:
            yield shared | {"from_name": key, "type": "choices", "value": place | {"choices": values}}
        else:
            yield shared | {"from_name": key, "type": "textarea", "value": borders | {"text": values}}


def _relation(link: Link) -> dict[str, object]:
    ends = {"direction": "right", "from_id": link.source, "to_id": link.target}
    return ends | {"labels": [link.type], "type": "relation"}
