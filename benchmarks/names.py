"""`python -m benchmarks.names`: how many entities highlighting gets right on news texts written for that, strictly.

The texts are in `benchmarks/gold`, with the rules that they were labelled by. `dev.txt` is for looking at, `held.txt`
and `later.txt` only for counting: rules were made on the errors of the first and never on those of the others.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.nlp.highlighting import MODELS, Highlighter, load_highlighter

GOLD = Path(__file__).parent / "gold"
NAMES = ("PER", "ORG", "LOC", "MISC")
TYPES = (*NAMES, "DATE", "QTY", "EQUIP")
_MARK = re.compile(r"\[|\|([A-Z]+)\]")
type Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with the entities that it should have, in code points."""

    beat: str
    language: str
    text: str
    entities: frozenset[Place]


@dataclass(slots=True)
class Score:
    """Counts of right, wrong and missed entities."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Return both together."""
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 1 where there was nothing to find."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        """Return F1, precision, recall and the number of gold entities, in per cent."""
        found, wanted = self.right + self.wrong, self.right + self.missed
        return f"{self.f1:6.1%} | {self.right / max(1, found):6.1%} | {self.right / max(1, wanted):6.1%} | {wanted:4}"


def read(path: Path) -> list[Piece]:
    """Read texts with entities marked as [words|TYPE], each begun by a line `%% language beat`."""
    parts = re.split(r"^%% (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_piece(heading, marked.strip()) for heading, marked in zip(parts[::2], parts[1::2], strict=True)]


def _piece(heading: str, marked: str) -> Piece:
    language, _, beat = heading.partition(" ")
    plain: list[str] = []
    length, at = 0, 0
    opened: list[int] = []
    entities: set[Place] = set()
    for mark in _MARK.finditer(marked):
        plain.append(marked[at : mark.start()])
        length += len(plain[-1])
        at = mark.end()
        if mark.group(1):
            entities.add((opened.pop(), length, mark.group(1)))
        else:
            opened.append(length)
    if opened:
        raise ValueError(f"a bracket is not closed in: {marked[:60]}")
    return Piece(beat, language, "".join([*plain, marked[at:]]), frozenset(entities))


def ours(highlighter: Highlighter) -> Callable[[Piece], frozenset[Place]]:
    """Return what highlighting finds."""

    def find(piece: Piece) -> frozenset[Place]:
        found = highlighter.highlight(piece.text, language=piece.language).found
        return frozenset((f.start, f.end, f.label) for f in found)

    return find


def as_shipped(model: str) -> Callable[[Piece], frozenset[Place]]:
    """Return what the model finds alone, on the text as it is."""
    import spacy

    nlp = spacy.load(model)
    return lambda piece: frozenset((e.start_char, e.end_char, e.label_) for e in nlp(piece.text).ents)


def scores(pieces: Iterable[Piece], find: Callable[[Piece], frozenset[Place]]) -> dict[str, Score]:
    """Count by type, exact borders and exact type."""
    counts = {name: Score() for name in TYPES}
    for piece in pieces:
        found = find(piece)
        for kind, places in (
            ("right", found & piece.entities),
            ("wrong", found - piece.entities),
            ("missed", piece.entities - found),
        ):
            for label, count in Counter(label for _, _, label in places).items():
                setattr(counts[label], kind, getattr(counts[label], kind) + count)
    return counts


def table(counts: dict[str, Score]) -> Iterator[str]:
    """Yield lines of a table: types, then names together, then everything."""
    yield f"{'':8} |     F1 |      P |      R |    n"
    yield from (f"{label:8} | {counts[label]}" for label in TYPES)
    yield f"{'names':8} | {sum((counts[label] for label in NAMES), Score())}"
    yield f"{'all':8} | {sum(counts.values(), Score())}"


def errors(pieces: Iterable[Piece], find: Callable[[Piece], frozenset[Place]]) -> Iterator[str]:
    """Yield what is wrong (+) and missed (-), with a little of what stands around it."""
    for piece in pieces:
        found = find(piece)
        for start, end, label in sorted(found ^ piece.entities):
            sign = "+" if (start, end, label) in found else "-"
            around = piece.text[max(0, start - 30) : start], piece.text[start:end], piece.text[end : end + 20]
            yield f"{sign} {label:5} {around[0]}[{around[1]}]{around[2]}".replace("\n", "⏎")


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=MODELS[0])
    parser.add_argument("--as-shipped", action="store_true", help="the model alone")
    parser.add_argument("--errors", type=Path, help="a file of marked texts whose errors to list, instead of tables")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(GOLD.glob("*.txt")))
    wanted = parser.parse_args()
    find = as_shipped(wanted.model) if wanted.as_shipped else ours(load_highlighter(wanted.model))
    if wanted.errors:
        sys.stdout.writelines(f"{line}\n" for line in errors(read(wanted.errors), find))
        return
    for path in wanted.files:
        pieces = read(path)
        for language in sorted({piece.language for piece in pieces}):
            some = [piece for piece in pieces if piece.language == language]
            print(f"\n{path.stem}, {language}, {len(some)} texts")
            print("\n".join(table(scores(some, find))))


if __name__ == "__main__":
    main()
