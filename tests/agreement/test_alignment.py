"""The best alignment: never dearer than any other, the same whatever the order, and the published disorders."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.alignment import best_alignment
from annotator.agreement.dissimilarity import Dissimilarity, places_apart
from annotator.agreement.packing import best_packing
from annotator.agreement.study import Spans, Unit
from annotator.agreement.useful_sets import NOTHING
from tests.agreement.making import documents, study_of, unit

UNLIKE = Dissimilarity()


def layers_of(layers: dict[str, list[Unit]]) -> list[Spans]:
    study = study_of(layers)
    return [study.layer(0, annotator) for annotator in range(len(layers))]


def cost_of(sets: Sequence[Sequence[int]], layers: list[Spans], unlike: Dissimilarity = UNLIKE) -> float:
    """Return the cost of an alignment by its definition, pair by pair."""
    pairs = list(combinations(range(len(layers)), 2))
    distance = {(i, j): unlike.between(layers[i], layers[j]) for i, j in pairs}

    def one(places: Sequence[int], i: int, j: int) -> float:
        return 1 if NOTHING in (places[i], places[j]) else float(distance[i, j][places[i], places[j]])

    return sum(one(places, i, j) for places in sets for i, j in pairs) / len(pairs)


def partitions(sizes: Sequence[int]) -> Iterator[list[tuple[int, ...]]]:
    """Yield every way to put all spans into sets of one span an annotator at most."""
    left = [set(range(size)) for size in sizes]
    first = next((a for a, spans in enumerate(left) if spans), None)
    if first is None:
        yield []
        return
    yield from _with_first(first, left, len(sizes))


def _with_first(first: int, left: list[set[int]], count: int) -> Iterator[list[tuple[int, ...]]]:
    lead = min(left[first])
    choices = [[NOTHING] if a < first else [lead] if a == first else [NOTHING, *sorted(left[a])] for a in range(count)]
    for places in product(*choices):
        rest = [spans - {place} for spans, place in zip(left, places, strict=True)]
        for others in _rest(rest, count):
            yield [places, *others]


def _rest(left: list[set[int]], count: int) -> Iterator[list[tuple[int, ...]]]:
    first = next((a for a, spans in enumerate(left) if spans), None)
    if first is None:
        yield []
    else:
        yield from _with_first(first, left, count)


@settings(max_examples=60, deadline=None)
@given(st.one_of(documents("ab", 4), documents("abc", 3), documents("abcd", 2)))
def test_it_is_the_cheapest_of_all_alignments(layers: dict[str, list[Unit]]) -> None:
    made = layers_of(layers)
    found = best_alignment(made, UNLIKE)
    cheapest = min(cost_of(sets, made) for sets in partitions([len(layer) for layer in made]))
    assert found.cost == pytest.approx(cheapest, abs=1e-5)
    assert cost_of(found.sets.tolist(), made) == pytest.approx(found.cost, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(documents("abc", 8))
def test_every_span_is_in_one_set_and_once_only(layers: dict[str, list[Unit]]) -> None:
    made = layers_of(layers)
    sets = best_alignment(made, UNLIKE).sets
    for annotator, layer in enumerate(made):
        places = sets[:, annotator]
        assert sorted(places[places != NOTHING].tolist()) == list(range(len(layer)))


@settings(max_examples=40, deadline=None)
@given(documents("abc", 6), st.permutations("abc"), st.permutations(["claim", "attribution", "opinion"]))
def test_names_of_annotators_and_labels_do_not_matter(
    layers: dict[str, list[Unit]], names: list[str], labels: list[str]
) -> None:
    renamed = dict(zip(("claim", "attribution", "opinion"), labels, strict=True))
    other = {
        new: [unit(start, end, renamed[label]) for start, end, label, _ in layers[old]]
        for new, old in zip("abc", names, strict=True)
    }
    one, two = (best_alignment(layers_of(given), UNLIKE) for given in (layers, other))
    assert one.cost == pytest.approx(two.cost, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(documents("ab", 8))
def test_copies_of_a_layer_have_no_disorder(layers: dict[str, list[Unit]]) -> None:
    for names in ("ab", "abc"):
        found = best_alignment(layers_of(dict.fromkeys(names, layers["a"])), UNLIKE)
        assert found.cost == pytest.approx(0, abs=1e-9)


def test_a_relaxation_that_is_not_whole_is_solved_whole() -> None:
    triangle = np.array([[0, 1, -1], [0, 2, -1], [1, 2, -1], [3, 0, -1]])
    chosen = best_packing(triangle, np.array([2.0, 2.0, 2.0, 0.5]), 4)
    assert chosen.sum() == 2
    assert chosen[2]
    assert chosen[3]


def test_places_apart_are_those_of_the_published_example() -> None:
    layers = layers_of({"a": [unit(1, 5), unit(6, 8)], "b": [unit(2, 6), unit(7, 8)]})
    apart = places_apart(layers[0].upright(), layers[1])
    assert apart.ravel().tolist() == pytest.approx([0.0625, 3.24, 1.0, 1 / 9], abs=1e-3)


def test_spans_of_which_chance_decides_are_put_together_rather_than_left_alone() -> None:
    layers = layers_of({"a": [unit(0, 10)], "b": [unit(10, 20, "opinion")]})
    assert best_alignment(layers, UNLIKE).sets.tolist() == [[0, 0]]


def test_label_distances_of_ones_own_count() -> None:
    own = Dissimilarity(1, 1, np.array([[0, 0.25], [0.25, 0]]))
    layers = layers_of({"a": [unit(0, 10)], "b": [unit(0, 10, "opinion")]})
    assert best_alignment(layers, own).disorder == pytest.approx(0.25)


def test_without_spans_there_is_no_disorder_to_speak_of() -> None:
    for names in ("ab", "abc"):
        assert np.isnan(best_alignment(layers_of({name: [] for name in names}), UNLIKE).disorder)
