"""Ours to a format and back is the original less exactly what was announced, whatever is in the layers."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.carrying import FEATURES, carried
from annotator.formats.comparing import hash_of_layer, verify
from annotator.formats.registry import FORMATS, Format, Writing, loaded
from annotator.model.layer import LabelledDocument
from annotator.store.schemes import EMPTY_SCHEME
from tests.layers import layers

WRITTEN = [pytest.param(f, id=f.name) for f in FORMATS if f.writer]


def as_in_a_project(held: list[LabelledDocument]) -> list[LabelledDocument]:
    """Return the layers with one document for each text and one layer for each annotator, by document."""
    documents = {one.document.id: one.document for one in held}
    layers = {(one.document.id, one.annotator.id): one for one in held}
    return [replace(layers[key], document=documents[key[0]]) for key in sorted(layers)]


@pytest.mark.parametrize("format_", WRITTEN)
@settings(max_examples=8)
@given(held=st.lists(layers(), max_size=3))
def test_what_is_written_reads_back_less_what_the_format_says_it_cannot_carry(
    format_: Format, held: list[LabelledDocument]
) -> None:
    held = as_in_a_project(held)
    kept = [carried(one, format_.cannot)[0] for one in held]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"out{format_.suffixes[0]}"
        loaded(format_.writer)(iter(kept), out, Writing(EMPTY_SCHEME))
        if format_.reader:
            verify(format_, out, map(hash_of_layer, kept))


@settings(max_examples=30)
@given(one=layers())
def test_what_announces_no_loss_loses_nothing(one: LabelledDocument) -> None:
    whole = hash_of_layer(one)
    for cannot in {format_.cannot for format_ in FORMATS if format_.writer}:
        kept, losses = carried(one, cannot)
        assert bool(losses) == (hash_of_layer(kept) != whole)


@settings(max_examples=30)
@given(one=layers())
def test_what_was_taken_out_once_is_not_there_a_second_time(one: LabelledDocument) -> None:
    on_tokens = ("entities", "spans off token borders")
    for feature in FEATURES:
        names = (feature.name, *(on_tokens if feature.name == "exact white space" else ()))
        once, _ = carried(one, names)
        again, losses = carried(once, names)
        assert (hash_of_layer(again), losses) == (hash_of_layer(once), [])


def test_every_format_names_features_that_there_are() -> None:
    names = {feature.name for feature in FEATURES}
    assert [f.name for f in FORMATS if not set(f.cannot) <= names] == []
