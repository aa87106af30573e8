"""Items: things that several annotators gave one value each (a verdict of an aligned claim, a token's labels).

A value that is missing is missing, and never one more value.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Bools, Floats, Ints, counted

MISSING = -1


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """``codes[annotator, item]`` is the place of the value in ``values``, or MISSING.

    ``document`` is the document of each item, of ``documents``; without it all items lie in one.
    """

    annotators: tuple[str, ...]
    values: tuple[Hashable, ...]
    codes: Ints
    document: Ints
    documents: int = 1

    @property
    def pairable(self) -> Bools:
        """Tell which items have values from two annotators at least."""
        return np.asarray((self.codes != MISSING).sum(axis=0) >= 2)

    def of(self, *annotators: int) -> "Items":
        """Return the items of these annotators, those that two of them have given a value."""
        some = Items(
            tuple(self.annotators[a] for a in annotators),
            self.values,
            self.codes[list(annotators)],
            self.document,
            self.documents,
        )
        kept = some.pairable
        return Items(some.annotators, some.values, some.codes[:, kept], some.document[kept], some.documents)


def make_items(
    annotators: Sequence[str],
    rows: Sequence[Sequence[Hashable | None]],
    *,
    document: Sequence[int] | None = None,
    documents: int = 1,
    values: Sequence[Hashable] = (),
) -> Items:
    """Return the items of these rows, one value an annotator, None where one is missing.

    The order of ``values`` is that of ordinal measures; values not named there come after, sorted.
    """
    found = {value for row in rows for value in row if value is not None} - set(values)
    named = (*values, *sorted(found, key=lambda value: (isinstance(value, str), value)))
    code: dict[Hashable | None, int] = {value: n for n, value in enumerate(named)} | {None: MISSING}
    codes = np.array([[code[value] for value in row] for row in rows], np.int64).reshape(len(rows), len(annotators))
    places = np.zeros(len(rows), np.int64) if document is None else np.array(document, np.int64)
    return Items(tuple(annotators), named, np.ascontiguousarray(codes.T), places, documents)


def coincidences(items: Items) -> Floats:
    """Return by document how often which value meets which: pairs of one item over its values less one.

    Krippendorff (2004), Content Analysis, chapter 11.
    """
    size = len(items.values)
    codes, document = items.codes, items.document
    m = len(codes)
    held = (codes != MISSING).sum(axis=0)
    shape = (items.documents, size, size)
    total = np.zeros(shape)
    complete = bool((held == m).all())
    share = None if complete else 1 / np.maximum(1, held - 1)
    for i in range(m):
        for j in range(i + 1, m):
            if share is None:
                total += counted(document, codes[i], codes[j], shape=shape) / max(1, m - 1)
            else:
                both = (codes[i] != MISSING) & (codes[j] != MISSING)
                total += counted(document[both], codes[i][both], codes[j][both], shape=shape, weights=share[both])
    return total + total.transpose(0, 2, 1)


def contingencies(items: Items) -> Floats:
    """Return by document the table of two annotators: rows the values of the first, columns of the second."""
    first, second = items.codes
    both = (first != MISSING) & (second != MISSING)
    size = len(items.values)
    return counted(items.document[both], first[both], second[both], shape=(items.documents, size, size))


def tallies(items: Items) -> tuple[Floats, Ints]:
    """Return for each item that has two values at least how many annotators gave which value, and its document."""
    kept = items.pairable
    size = len(items.values)
    number = np.arange(int(kept.sum()))
    table = np.zeros((len(number), size))
    for codes in items.codes[:, kept]:
        there = codes != MISSING
        np.add.at(table, (number[there], codes[there]), 1)
    return table, items.document[kept]


def per_document(rows: Floats, document: Ints, documents: int) -> Floats:
    """Return the rows of items summed by document."""
    table = np.zeros((documents, *rows.shape[1:]))
    np.add.at(table, document, rows)
    return table
