"""Shapes of names and other entities, each tried only where one of its first words stands.

A rule is a regular expression with the words that it can begin with. Looking up every word of a text in one table and
trying few expressions at few places is some ten times faster than searching for all of them everywhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model.text import search_form
from annotator.nlp.gazetteer import Match
from annotator.nlp.words import Words

FIGURE = "0"
"""Stands in a rule's first words for every word that begins with a digit."""

CAP = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w']*(?:-\w+)*"
"""A word with a capital, with what a hyphen joins to it."""
ARTICLE = r"(?:(?:al|el|as|ash|ach|an|ar|at|ez)-)"
"""An Arabic article, which is a part of the name."""
OF = r"(?:de la |de l'|des |du |de |d')"
PARTICLE = (
    r"(?:de la |de l'|de La |della |del |des |du |de |d'|di |da |dos |do |von der |von |van der |van den |van de |van |"
    r"der |den |ter |le |la |al-|el-|Al-|El-|bin |ben |ibn |bint |ould |y |e )"
)
PROPER = rf"(?:d'|l')?{ARTICLE}?{CAP}(?: (?:{PARTICLE})?{CAP}){{0,3}}"
"""Words with capitals, and the small ones between them."""
NATION = (
    r"(?:[a-zà-ÿ-]+(?:ais|aise|ois|oise|ien|ienne|ain|aine|éen|éenne|and|ande|ol|ole|atique)|russe|belge|suisse|turc|"
    r"turque|grec|grecque|arabe|tchèque|slovaque|serbe|croate|bulgare|kurde|corse|basque|catalane?|britannique|"
    r"féminine?|masculine?)"
)
_FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule: where it matches from one of its first words on, ``group`` of it is an entity of type ``label``."""

    label: str
    pattern: re.Pattern[str]
    group: int = 0


type Rule = list[tuple[str, Shape]]
type Table = dict[str, tuple[Shape, ...]]


def rule(label: str, first: str, pattern: str, *, group: int = 0) -> Rule:
    """Return a rule once for each of its first words, given with spaces between them."""
    shape = Shape(label, re.compile(pattern), group)
    return [(search_form(word), shape) for word in first.split()]


def after(label: str, kinds: str, rest: str, *, group: int = 0) -> Rule:
    """Return a rule for what follows words of a kind, given with commas between them: « ville(s), lac »."""
    firsts = {match.group() for kind in forms(kinds) if (match := _FIRST_WORD.match(kind))}
    return rule(label, " ".join(sorted(firsts)), rf"(?i:{one_of(kinds)}){rest}", group=group)


def forms(kinds: str) -> list[str]:
    """Return kinds, given with commas between them, in the singular and where it is asked for in the plural."""
    found = []
    for kind in kinds.split(","):
        plain = kind.strip()
        found += [plain.replace("(s)", ""), plain.replace("(s)", "s")] if "(s)" in plain else [plain]
    return found


def one_of(kinds: str) -> str:
    """Return an expression for any of several kinds, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, set(forms(kinds))), key=lambda form: (-len(form), form))) + ")"


def table(*rules: Iterable[tuple[str, Shape]]) -> Table:
    """Gather rules by their first words; of those with the same first word the earlier is tried earlier."""
    gathered: Table = {}
    for some in rules:
        for word, shape in some:
            gathered[word] = (*gathered.get(word, ()), shape)
    return gathered


def found(words: Words, shapes: Table) -> Iterator[Match]:
    """Yield what the first fitting rule says at each place, from left to right, possibly overlapping."""
    text, starts = words.text, words.starts
    figures = shapes.get(FIGURE, ())
    for index, word in enumerate(words.folded):
        here = shapes.get(word)
        if here is None:
            if not figures or not word[0].isdigit():
                continue
            here = figures
        for shape in here:
            match = shape.pattern.match(text, starts[index])
            if match is not None:
                yield Match(*match.span(shape.group), shape.label)
                break
