"""Splits by document: stable, seeded, and every layer of a document on one side."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model.ids import DocumentId
from annotator.model.told import Told

PARTS = ("train", "dev", "test")


class SplitError(Told):
    """Shares that make no split."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Whole shares of train, dev and test; they need not add up to 100."""

    train: int
    dev: int
    test: int


def parse_shares(text: str) -> Shares:
    """Return the shares of ``80/10/10`` or ``80/20``. Raises SplitError."""
    pieces = text.split("/")
    if len(pieces) not in (2, 3) or not all(piece.strip().isdigit() for piece in pieces):
        raise SplitError("“{text}” is not a split: write 80/10/10.", text=text)
    numbers = [int(piece) for piece in pieces] + [0] * (3 - len(pieces))
    if numbers[0] == 0 or sum(numbers) == 0:
        raise SplitError("“{text}” leaves nothing to train on.", text=text)
    return Shares(*numbers)


def split(documents: Iterable[DocumentId], shares: Shares, *, seed: int = 0) -> dict[str, Sequence[DocumentId]]:
    """Return the documents of each part, in the order given.

    Documents are ranked by a hash of seed and id, then cut by the shares, so that sizes are as exact as they can be
    and the same documents with the same seed always part the same way.
    """
    order = list(documents)
    ranked = sorted(order, key=lambda id_: hashlib.sha256(f"{seed}:{id_}".encode()).digest())
    total = shares.train + shares.dev + shares.test
    first = round(len(ranked) * shares.train / total)
    second = round(len(ranked) * (shares.train + shares.dev) / total)
    part = dict.fromkeys(ranked[:first], "train") | dict.fromkeys(ranked[first:second], "dev")
    part |= dict.fromkeys(ranked[second:], "test")
    return {name: [id_ for id_ in order if part[id_] == name] for name in PARTS}
