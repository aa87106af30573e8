"""The disorder of a document, observed and expected by chance: what gamma, gamma-cat and gamma-k are made of."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.alignment import Alignment, best_alignment
from annotator.agreement.arrays import Floats, Ints, ratio
from annotator.agreement.continua import Sampler, shifted, statistical
from annotator.agreement.dissimilarity import Dissimilarity, places_apart
from annotator.agreement.study import Spans, Study
from annotator.agreement.useful_sets import NOTHING

SAMPLERS: dict[str, Sampler] = {"shift": shifted, "statistical": statistical}
SEED = 2015


@dataclass(frozen=True, slots=True)
class Settings:
    """How gamma is computed: the weights of place and label, and how chance is sampled."""

    alpha: float = 1.0
    beta: float = 1.0
    sampler: str = "shift"
    samples: int = 30
    seed: int = SEED

    def stated(self) -> dict[str, object]:
        """Return what must stand beside every value."""
        return {
            "alpha": self.alpha,
            "beta": self.beta,
            "sampler": self.sampler,
            "samples": self.samples,
            "seed": self.seed,
        }


def samples_for(documents: int) -> int:
    """Return how many random continua each document needs: 30, fewer where many documents give 300 together."""
    return max(1, min(30, -(-300 // max(1, documents))))


@dataclass(frozen=True, slots=True, eq=False)
class Disorders:
    """Per document: spans per annotator, disorder observed and expected; the same of labels, by pairs' weight.

    ``labels[document, 0]`` is [weight, observed, expected] of all labels, ``labels[document, 1 + k]`` of label k;
    ``documents`` are those that two annotators have done, ``aligned`` the sets of each one's best alignment (sets by
    the annotators who have done it), ``spans`` counts the spans, ``settings`` says how it was computed.
    """

    documents: Ints
    size: Floats
    observed: Floats
    expected: Floats
    labels: Floats
    aligned: tuple[Ints, ...]
    spans: int
    settings: Settings


def disorders(
    study: Study,
    settings: Settings,
    unlike: Dissimilarity | None = None,
    rows: Mapping[int, Floats] | None = None,
) -> Disorders:
    """Return the disorders of all documents of a study that two annotators have done.

    ``rows`` are those of documents that have been computed before, by `document_disorder`.
    """
    documents = np.flatnonzero(study.common())
    held = rows or {}
    every = [
        held[document] if document in held else document_disorder(study, document, settings, unlike)
        for document in documents.tolist()
    ]
    width = 1 + len(study.labels)
    table = np.array([row[: 3 + 3 * width] for row in every]).reshape(len(every), 3 + 3 * width)
    done = study.done[documents].sum(axis=1)
    aligned = [row[3 + 3 * width :].astype(np.int64).reshape(-1, m) for row, m in zip(every, done, strict=True)]
    labels = table[:, 3:].reshape(len(every), width, 3)
    spans = int(study.common()[study.document].sum())
    size, observed, expected = table[:, :3].T
    return Disorders(documents, size, observed, expected, labels, tuple(aligned), spans, settings)


def document_disorder(study: Study, document: int, settings: Settings, unlike: Dissimilarity | None = None) -> Floats:
    """Return a document's numbers, and behind them the sets of its best alignment."""
    layers = [study.layer(document, a) for a in np.flatnonzero(study.done[document])]
    place = int(study.begin[document]), int(study.length[document])
    order = sorted(range(len(layers)), key=lambda at: _bytes_of(layers[at]))
    apart = unlike or Dissimilarity(settings.alpha, settings.beta)
    numbers, alignment = _disorder([layers[at] for at in order], place, len(study.labels), settings, apart)
    return np.concatenate([numbers, alignment.sets[:, np.argsort(order)].ravel()])


def _disorder(
    layers: Sequence[Spans], place: tuple[int, int], labels: int, settings: Settings, unlike: Dissimilarity
) -> tuple[Floats, Alignment]:
    """Return [spans per annotator, observed, expected] of a document, then [weight, observed, expected] by label."""
    alignment = best_alignment(layers, unlike)
    if not alignment.spans:
        return np.zeros(3 + 3 * (1 + labels)), alignment
    above, weight = label_disorders(layers, alignment, unlike, labels)
    chance = np.random.default_rng([settings.seed, _seed_of(layers)])
    expected, by_label = [], []
    for _ in range(settings.samples):
        drawn = SAMPLERS[settings.sampler](layers, *place, chance)
        by_chance = best_alignment(drawn, unlike)
        expected.append(by_chance.disorder)
        by_label.append(ratio(*label_disorders(drawn, by_chance, unlike, labels)))
    means = _mean_where_there(np.array(by_label))
    rows = np.column_stack([weight, np.nan_to_num(ratio(above, weight)), means])
    size = alignment.spans / len(layers)
    return np.concatenate([[size, alignment.disorder, np.mean(expected)], rows.ravel()]), alignment


def label_disorders(
    layers: Sequence[Spans], alignment: Alignment, unlike: Dissimilarity, labels: int
) -> tuple[Floats, Floats]:
    """Return the summed disorder of labels and the summed weights: of all labels, then of each.

    Mathet (2017), section 4.2: each pair of spans inside a set counts by how near they lie, max(0, 1 - d_pos), over
    the spans of the set less one; of a label only the pairs in which one span has it. What is aligned with nothing
    does not count.
    """
    above, below = np.zeros(1 + labels), np.zeros(1 + labels)
    sizes = (alignment.sets != NOTHING).sum(axis=1)
    for i in range(len(layers)):
        for j in range(i + 1, len(layers)):
            pair = (alignment.sets[:, [i, j]] != NOTHING).all(axis=1)
            if not pair.any():
                continue
            a, b = layers[i].take(alignment.sets[pair, i]), layers[j].take(alignment.sets[pair, j])
            weight = np.maximum(0, 1 - places_apart(a, b)) / (sizes[pair] - 1)
            disorder = weight * unlike.labels_apart(a, b)
            for table, column in ((above, disorder), (below, weight)):
                table[0] += column.sum()
                table[1:] += np.bincount(a.label, column, labels)
                differs = a.label != b.label
                table[1:] += np.bincount(b.label[differs], column[differs], labels)
    return above, below


def _mean_where_there(rows: Floats) -> Floats:
    """Return the mean of each column over the rows that have a value; 0 where none has."""
    there = ~np.isnan(rows)
    return np.asarray(np.where(there, rows, 0).sum(axis=0) / np.maximum(1, there.sum(axis=0)))


def _bytes_of(layer: Spans) -> tuple[bytes, ...]:
    """Return what layers are sorted by, so that nothing depends on the order of annotators."""
    return layer.start.tobytes(), layer.end.tobytes(), layer.label.tobytes()


def _seed_of(layers: Sequence[Spans]) -> int:
    """Return a number that the same places always give, so that a document's samples do not depend on the others."""
    return zlib.crc32(b"".join(layer.start.tobytes() + layer.end.tobytes() for layer in layers))
