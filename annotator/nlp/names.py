"""PER, ORG, LOC, MISC: what the model says, mended by lists, shapes and the rest of the document.

Order of trust: a project's own list, the longer of a listed name and one of a known shape, then the model.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from annotator.model.highlights import Found
from annotator.nlp.document import LISTED, MODEL, OWN, SHAPE, Name, everywhere, one_type_each
from annotator.nlp.english import english
from annotator.nlp.equipment import covers
from annotator.nlp.events import events
from annotator.nlp.gazetteer import NEVER, Match
from annotator.nlp.guesses import Mender
from annotator.nlp.institutions import acronyms, institutions
from annotator.nlp.lexicon import demonyms, given_names
from annotator.nlp.people import people, roles
from annotator.nlp.places import places
from annotator.nlp.words import Words

type Places = list[tuple[int, int]]
_ORIGIN = {MODEL: "model", SHAPE: "rule", LISTED: "gazetteer", OWN: "gazetteer"}
_LINK = re.compile(r"(?: |,)*(?:(?:de la|de|du|des|et|à la|à|au|aux)? ?(?:de |d'|l'|la )*)$")
_CAPITALS = re.compile(r"[A-ZÀ-Þ0-9][\w'&.-]*(?: (?:(?:de|du|des|d'|of|the|and|&|la|le) ?){0,2}[A-ZÀ-Þ0-9][\w'&.-]*)*")


class _Kept:
    """Names that do not overlap, in text order."""

    def __init__(self) -> None:
        self._places: Places = []
        self._names: dict[tuple[int, int], Name] = {}

    def __iter__(self) -> Iterator[Name]:
        return (self._names[place] for place in self._places)

    def touching(self, start: int, end: int) -> list[Name]:
        """Return what overlaps a stretch."""
        found = []
        for at in range(max(0, bisect_left(self._places, (start, start)) - 1), len(self._places)):
            if self._places[at][0] >= end:
                break
            if self._places[at][1] > start:
                found.append(self._names[self._places[at]])
        return found

    def replace(self, names: Iterable[Name], by: Name) -> None:
        """Put a name at the place of those that it overlaps."""
        for name in names:
            self._places.remove((name.start, name.end))
            del self._names[name.start, name.end]
        insort(self._places, (by.start, by.end))
        self._names[by.start, by.end] = by


def names(
    words: Words,
    model: Iterable[tuple[int, int, str]],
    *,
    listed: list[Match],
    gear: Places,
    days: Places,
    common: Callable[[str], bool] = lambda _: False,
    language: str = "fr",
) -> list[Found]:
    """Return the names of a text, sorted, none overlapping another.

    ``model`` gives (start, end, label) in code points, ``listed`` are known names, ``gear`` and ``days`` are where
    equipment and dates stand; ``common`` tells whether a lower-case word is an ordinary one.
    """
    listed = [match for match in listed if match.own or not _is_of_a_people(words, match)]
    never = [(match.start, match.end) for match in listed if match.label == NEVER]
    known = {match.start: match for match in listed if match.label != NEVER}
    kept = _Kept()
    for match in known.values():
        if match.own or not covers(gear, match.start, match.end):
            kept.replace((), Name(match.start, match.end, match.label, OWN if match.own else LISTED))
    for shape in english(words, known) if language == "en" else _french(words, known):
        if not (covers(gear, shape.start, shape.end) or words.shouted(shape.start, shape.end)):
            _add_shape(words.text, kept, shape)
    offices = () if language == "en" else roles(words)
    _add_guesses(words.text, kept, model, Mender(words, known, common), [gear, days, sorted([*never, *offices])])
    sure = [name for name in kept if not covers(never, name.start, name.end)]
    result = everywhere(words, one_type_each(words.text, sure), [*never, *gear])
    return [Found(n.label, n.start, n.end, _ORIGIN[n.trust]) for n in sorted(result, key=lambda n: n.start)]


def _is_of_a_people(words: Words, match: Match) -> bool:
    """Tell whether a listed place is a people before a person: « la Corse Léa Marchetti »."""
    at = words.at(match.start)
    if match.label != "LOC" or words.folded[at] not in demonyms() or match.end != words.ends[at]:
        return False
    return words.joined(at) and words.capital(at + 1) and words.folded[at + 1] in given_names()


def _french(words: Words, known: dict[int, Match]) -> Iterator[Match]:
    yield from people(words, known)
    yield from institutions(words)
    yield from events(words)
    yield from places(words)
    yield from acronyms(words, known)


def _add_shape(text: str, kept: _Kept, match: Match) -> None:
    """Keep a shape unless it is no longer than a listed name, or an earlier shape has its place."""
    shape = Name(match.start, match.end, match.label, SHAPE)
    hits = kept.touching(shape.start, shape.end)
    beyond = next((hit for hit in hits if hit.start > shape.start and hit.end > shape.end), None)
    if beyond is not None and shape.label == "ORG":
        before = _LINK.sub("", text[shape.start : beyond.start])
        if " " not in before or before[1:].islower():
            return
        shape = replace(shape, end=shape.start + len(before))
        hits = kept.touching(shape.start, shape.end)
    if not any(
        not shape.holds(hit) or hit.trust == SHAPE or (hit.trust == OWN and hit.start == shape.start) for hit in hits
    ):
        kept.replace(hits, shape)


def _add_guesses(
    text: str, kept: _Kept, model: Iterable[tuple[int, int, str]], mender: Mender, taken: list[Places]
) -> None:
    """Add what the model found to what is surer; a guess gives way unless it is a longer run of capitals."""
    for start, end, label in model:
        for guess in (Name(*mended, MODEL) for mended in mender.mended(start, end, label)):
            if any(covers(places_, guess.start, guess.end) for places_ in taken):
                continue
            hits = kept.touching(guess.start, guess.end)
            if not hits or _swallows(text, guess, hits):
                kept.replace(hits, guess)


def _swallows(text: str, guess: Name, hits: list[Name]) -> bool:
    """Tell whether a guess is a run of capitals with one listed name inside, and so another name than that."""
    if len(hits) != 1 or hits[0].trust != LISTED or guess.label == "LOC":
        return False
    return guess.holds(hits[0]) and bool(_CAPITALS.fullmatch(text, guess.start, guess.end))
