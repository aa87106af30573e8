"""The mutants: each is one mistake that somebody could make, as a replacement in one file."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake: what it is, in which file, which words it replaces and by which."""

    name: str
    file: str
    words: str
    other: str

    def apply(self, root: Path) -> None:
        """Make the mistake in a copy of the program. Raises ValueError when the words are not there exactly once."""
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        if text.count(self.words) != 1:
            raise ValueError(f"{self.name}: the words are {text.count(self.words)} times in {self.file}")
        path.write_text(text.replace(self.words, self.other), encoding="utf-8")


_CHAINS, _UNION = "annotator/model/chains.py", "annotator/store/union.py"
_FOREIGN, _SETTLING = "annotator/store/foreign.py", "annotator/store/settling.py"
MUTANTS = (
    Mutant(
        "the newest side stands",
        _CHAINS,
        "head = min(states, key=lambda id_: (*rank[id_], id_))",
        "head = max(states, key=lambda id_: next(e.gesture.at for e in entries if e.id == id_))",
    ),
    Mutant(
        "the side that came first stands",
        _CHAINS,
        "head = min(states, key=lambda id_: (*rank[id_], id_))",
        "head = next(iter(states))",
    ),
    Mutant(
        "undo is not folded",
        _CHAINS,
        "    for edit in entry.gesture.edits:\n        apply(state, edit)",
        "    for edit in entry.gesture.edits if entry.gesture.kind != 'undo' else ():\n        apply(state, edit)",
    ),
    Mutant(
        "what came last stands in a document",
        _CHAINS,
        "return _settled_document(documents) if documents else min(nouns, key=_order)",
        "return [noun for place, noun in values.items() if place in last and noun is not None][-1]",
    ),
    Mutant(
        "entries of one moment are taken for the same",
        _UNION,
        "e.id NOT IN (SELECT id FROM main.journal)",
        "e.at NOT IN (SELECT at FROM main.journal)",
    ),
    Mutant(
        "hashes are not looked at",
        "annotator/store/entries.py",
        "return entry if made == row.id else None",
        "return entry if made else None",
    ),
    Mutant(
        "another's layer is taken",
        _FOREIGN,
        "if entry.gesture.annotator_id != owner and not imported:",
        "if entry.gesture.annotator_id == '' and not imported:",
    ),
    Mutant(
        "a merge that is taken back takes along what another brought too",
        _SETTLING,
        "gone = ever_merged(connection) - numbers_of(merges(connection))",
        "gone = ever_merged(connection) if edit.after is None else set[int]()",
    ),
)
