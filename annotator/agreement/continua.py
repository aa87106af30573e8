"""Random continua: what annotators who label at random would have made of one document.

Two samplers. *Shift* is the one of Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3):437-479,
section 5.2: the spans of annotators drawn at random, shifted around the document by chance, the shifts half a mean span
apart at least. *Statistical* is the one of Titeux & Riad (2021), pygamma-agreement, Journal of Open Source Software
6(62):2989: counts, gaps and lengths drawn from normal distributions, labels by their shares; it does not depend on
blank text.
"""

from collections.abc import Callable, Sequence

import numpy as np

from annotator.agreement.arrays import Ints
from annotator.agreement.study import Spans

type Continuum = list[Spans]
type Sampler = Callable[[Sequence[Spans], int, int, np.random.Generator], Continuum]
"""From the layers of a document, where its text begins, its length and chance, to layers by chance."""

_TRIES = 20


def shifted(layers: Sequence[Spans], begin: int, length: int, chance: np.random.Generator) -> Continuum:
    """Return layers drawn and shifted at random, one span at least among them."""
    drawn = chance.integers(len(layers), size=len(layers))
    while not any(len(layers[at]) for at in drawn):
        drawn = chance.integers(len(layers), size=len(layers))
    apart = sum(int((layer.end - layer.start).sum()) for layer in layers) / sum(map(len, layers)) / 2
    shifts: list[int] = []
    for _ in drawn:
        shifts.append(_far_shift(shifts, length, apart, chance))
    return [_around(layers[at], begin, length, shift) for at, shift in zip(drawn, shifts, strict=True)]


def _far_shift(shifts: Sequence[int], length: int, apart: float, chance: np.random.Generator) -> int:
    """Return a shift that lies apart from the others; any, where there is no room for one."""
    for _ in range(_TRIES):
        shift = int(chance.integers(max(1, length)))
        if all(abs(shift - other) >= apart for other in shifts):
            break
    return shift


def _around(layer: Spans, begin: int, length: int, shift: int) -> Spans:
    """Return a layer shifted; spans that start beyond the end come in again at the beginning, whole."""
    moved = layer.start + shift
    moved = np.where(moved >= begin + length, moved - length, moved)
    order = np.argsort(moved, kind="stable")
    return Spans(
        moved[order],
        (moved + layer.end - layer.start)[order],
        layer.label[order],
        layer.shape[order],
        layer.origin[order],
    )


def statistical(layers: Sequence[Spans], begin: int, length: int, chance: np.random.Generator) -> Continuum:  # noqa: ARG001  # a Sampler
    """Return layers with as many spans, as long and as far apart, as those of the document are on average."""
    counts = np.array([len(layer) for layer in layers])
    starts, ends = (np.concatenate([getattr(layer, edge) for layer in layers]) for edge in ("start", "end"))
    labels = np.concatenate([layer.label for layer in layers])
    gaps = _gaps(layers, begin)
    made: Continuum = []
    for _ in layers:
        count = abs(int(chance.normal(counts.mean(), counts.std())))
        count = count if any(map(len, made)) else max(1, count)
        sizes = np.maximum(np.abs(chance.normal((ends - starts).mean(), (ends - starts).std(), count)), _SHORTEST)
        between = chance.normal(gaps.mean(), gaps.std(), count)
        start = begin + np.cumsum(between) + np.cumsum(sizes) - sizes
        made.append(_layer(start, start + sizes, chance.choice(labels, count)))
    return made


_SHORTEST = 1e-6


def _gaps(layers: Sequence[Spans], begin: int) -> Ints:
    """Return the gaps before and between spans, and one of nothing so that there is one."""
    between = [layer.start[1:] - layer.end[:-1] for layer in layers]
    before = [layer.start[:1] - begin for layer in layers if len(layer) and layer.start[0] > begin]
    return np.concatenate([np.zeros(1, np.int64), *between, *before])


def _layer(start: Ints, end: Ints, label: Ints) -> Spans:
    """Return a layer whose offsets need not be whole: dissimilarities do not ask for that."""
    order = np.argsort(start, kind="stable")
    nothing = np.zeros(len(start), np.int64)
    return Spans(start[order], end[order], label[order], nothing, nothing)
