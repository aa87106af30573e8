"""What the measures of Krippendorff et al. (2016) share: observed and expected meetings of values on the continuum.

Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual continua: Further developments,
Quality & Quantity 50(6):2347-2364. Documents are pooled by adding l_ck and W_c.

For three annotators and more the self-pairing of cu and ku has several readings; this is the mean over the others of
squared intersections (equation 10). For two annotators all readings are the same.
"""

from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.continuum import Division, met_lengths, squared_lengths, squared_meetings


@dataclass(frozen=True, slots=True, eq=False)
class Continuum:
    """The statistics of a division: by document the met lengths, the squared lengths and the squared meetings."""

    division: Division
    met: Floats
    squares: Floats
    meeting_squares: Floats

    @property
    def units(self) -> int:
        """Return how many units there are."""
        return sum(len(units.start) for units in self.division.units)

    def with_gaps(self) -> Floats:
        """Return the statistics by document: the met lengths, and a last row of squared lengths."""
        return np.concatenate([self.met, self.squares[:, None, :]], axis=1)

    def without_gaps(self) -> Floats:
        """Return the statistics by document for labelled text that meets labelled text."""
        return np.concatenate([self.met[:, :-1, :-1], self.meeting_squares[:, None, :]], axis=1)

    def coverage(self) -> Floats:
        """Return for each label the share of its text that meets labelled text, then the same of all text."""
        met = self.met.sum(axis=0)
        inside, each = met[:-1, :-1].sum(axis=1), met[:-1].sum(axis=1)
        return np.concatenate([_shares(inside, each), _shares(inside.sum(keepdims=True), met.sum(keepdims=True)[0])])


def _shares(some: Floats, all_: Floats) -> Floats:
    return np.nan_to_num(ratio(some, all_))


def continuum_of(made: Division) -> Continuum:
    """Return the statistics of a division."""
    return Continuum(made, met_lengths(made), squared_lengths(made), squared_meetings(made))


def met_and_expected(totals: Floats) -> tuple[Floats, Floats]:
    """Return the met lengths l_ck and the expected e_ck = l (l_c l_k - [c=k] W_c) / (l² - W) from summed statistics.

    The same holds of l*_ck and e*_ck, of labelled text that meets labelled text.
    """
    met, squares = totals[..., :-1, :], totals[..., -1, :]
    each, every = met.sum(axis=-1), met.sum(axis=(-1, -2))
    pairs = each[..., :, None] * each[..., None, :] - squares[..., None] * np.eye(squares.shape[-1])
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = every / (every**2 - squares.sum(axis=-1))
    return met, np.asarray(pairs * scale[..., None, None])


def off_diagonal_alpha(totals: Floats) -> Floats:
    """Return 1 - observed / expected length where different values meet."""
    observed, expected = (table.sum(axis=(-1, -2)) - _same(table) for table in met_and_expected(totals))
    return one_less(observed, expected, totals.sum(axis=(-1, -2)))


def one_less(observed: Floats, expected: Floats, scale: Floats) -> Floats:
    """Return 1 - observed / expected; NaN where nothing, or but a rounding error, is expected."""
    return 1 - ratio(observed, np.where(np.abs(expected) <= 1e-12 * scale, 0, expected))


def _same(table: Floats) -> Floats:
    return np.asarray(np.trace(table, axis1=-2, axis2=-1))
