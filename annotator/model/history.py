"""Undo and redo as two stacks, read off the journal: they survive a restart because they are never kept elsewhere."""

from collections.abc import Iterable

from annotator.model.edits import GestureKind
from annotator.model.ids import GestureId


class History:
    """What can be undone and redone, last first."""

    def __init__(self, gestures: Iterable[tuple[GestureId, GestureKind, GestureId | None]] = ()) -> None:
        """Replay gestures, oldest first, given as (id, kind, the gesture it speaks of)."""
        self.undoable: list[GestureId] = []
        self.redoable: list[GestureId] = []
        for gesture in gestures:
            self.add(*gesture)

    def add(self, id_: GestureId, kind: GestureKind, of: GestureId | None) -> None:
        """Take in one more gesture: a new one can be undone and forgets what could be redone."""
        if kind == "do":
            self.undoable.append(id_)
            self.redoable.clear()
        elif kind == "undo" and of is not None:
            _drop(self.undoable, of)
            self.redoable.append(of)
        elif kind == "redo" and of is not None:
            _drop(self.redoable, of)
            self.undoable.append(of)


def _drop(stack: list[GestureId], id_: GestureId) -> None:
    if stack and stack[-1] == id_:
        stack.pop()
    elif id_ in stack:
        stack.remove(id_)
