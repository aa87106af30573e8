"""Splits by document: stable, seeded, stratified by label; every layer of a document and every family on one side.

The algorithm is iterative stratification (Sechidis, Tsoumakas and Vlahavas, On the stratification of multi-label data,
2011), with families for examples and the sizes of the parts kept.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from annotator.model.ids import DocumentId
from annotator.model.told import Told

type By = Literal["", "date", "outlet"]

PARTS = ("train", "dev", "test")


class SplitError(Told):
    """Shares that make no split."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Whole shares of train, dev and test; they need not add up to 100.

    ``by``: by chance; by date, the oldest to train on and the newest to test; by outlet, none of them on two sides.
    """

    train: int
    dev: int
    test: int
    by: By = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document to be dealt out: its family (itself when it has none), date, outlet, and spans by label."""

    id: DocumentId
    family: str = ""
    published: str = ""
    source: str = ""
    labels: Mapping[str, int] = field(default_factory=dict)


def parse_shares(text: str) -> Shares:
    """Return the shares of ``80/10/10``, ``80/20``, ``date:80/10/10`` or ``outlet:80/20``. Raises SplitError."""
    how, _, numbers_text = text.rpartition(":")
    ways: dict[str, By] = {"": "", "date": "date", "outlet": "outlet"}
    by = ways.get(how.strip())
    pieces = numbers_text.split("/")
    if by is None or len(pieces) not in (2, 3) or not all(piece.strip().isdecimal() for piece in pieces):
        raise SplitError("“{text}” is not a split: write 80/10/10.", text=text)
    train, dev, test = [*map(int, pieces), 0][:3]
    if train == 0:
        raise SplitError("“{text}” leaves nothing to train on.", text=text)
    return Shares(train, dev, test, by)


def split(pieces: Iterable[Piece], shares: Shares, *, seed: int = 0) -> dict[str, Sequence[DocumentId]]:
    """Return the documents of each part, in the order given.

    The same documents with the same seed always part the same way.
    """
    order = list(pieces)
    groups = _groups(order, shares.by)
    wanted = _sizes(len(order), shares)
    part = _in_order(groups, wanted) if shares.by == "date" else _by_chance(groups, wanted, seed)
    return {name: [piece.id for piece in order if part[piece.id] == name] for name in PARTS}


def _groups(pieces: Sequence[Piece], by: By) -> list[list[Piece]]:
    """Return what must stay together: families, and outlets where they count; one chains to the other."""
    groups: dict[object, list[Piece]] = {}
    for piece in pieces:
        keys: list[object] = [("family", piece.family)] if piece.family else [("document", piece.id)]
        if by == "outlet" and piece.source:
            keys.append(("outlet", piece.source))
        held = [groups[key] for key in keys if key in groups]
        group = held[0] if held else []
        for other in held[1:]:
            if other is not group:
                group += other
                groups |= {key: group for key, value in groups.items() if value is other}
        group.append(piece)
        groups |= dict.fromkeys(keys, group)
    return list({id(group): group for group in groups.values()}.values())


def _sizes(total: int, shares: Shares) -> dict[str, int]:
    everything = shares.train + shares.dev + shares.test
    first = round(total * shares.train / everything)
    second = round(total * (shares.train + shares.dev) / everything)
    return {"train": first, "dev": second - first, "test": total - second}


def _in_order(groups: list[list[Piece]], wanted: dict[str, int]) -> dict[DocumentId, str]:
    """Deal out groups by the date of their newest document; those without a date are the oldest."""
    part: dict[DocumentId, str] = {}
    room = dict(wanted)
    names = [name for name in PARTS if wanted[name]]
    for group in sorted(groups, key=lambda g: (max(piece.published for piece in g), min(piece.id for piece in g))):
        while len(names) > 1 and room[names[0]] < len(group) / 2:
            del names[0]
        room[names[0]] -= len(group)
        part |= dict.fromkeys((piece.id for piece in group), names[0])
    return part


def _by_chance(groups: list[list[Piece]], wanted: dict[str, int], seed: int) -> dict[DocumentId, str]:
    """Deal out the groups of the rarest label first, each to the part that lacks most of it and has room."""
    counts = [_counted(group) for group in groups]
    everything = _counted(piece for group in groups for piece in group)
    shares = {name: room / max(1, sum(wanted.values())) for name, room in wanted.items()}
    lacking = {name: {key: n * share for key, n in everything.items()} for name, share in shares.items()}
    rank = {label: n for n, (label, _) in enumerate(sorted(everything.items(), key=lambda item: (item[1], item[0])))}
    room, part = dict(wanted), dict[DocumentId, str]()
    dice = [_dice(seed, min(piece.id for piece in group)) for group in groups]
    left = sorted(range(len(groups)), key=lambda n: (-len(groups[n]), dice[n]))
    for n in sorted(left, key=lambda n: min((rank[label] for label in counts[n]), default=len(rank))):
        label = min(counts[n], key=rank.__getitem__, default="")
        size = len(groups[n])
        fits = [name for name in PARTS if room[name] >= size] or [max(PARTS, key=lambda name: room[name])]
        chosen = max(fits, key=lambda name: (lacking[name].get(label, 0.0), room[name] / max(1, wanted[name])))
        room[chosen] -= size
        for key, count in counts[n].items():
            lacking[chosen][key] -= count
        part |= dict.fromkeys((piece.id for piece in groups[n]), chosen)
    return part


def _counted(pieces: Iterable[Piece]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for piece in pieces:
        counts.update(piece.labels)
    return counts


def _dice(seed: int, id_: DocumentId) -> bytes:
    return hashlib.sha256(f"{seed}:{id_}".encode()).digest()
