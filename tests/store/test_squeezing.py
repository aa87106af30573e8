"""Edits in the journal take little room, and are read back to the byte, as they are written now and as they were."""

import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.store.codec import canonical, squeeze, squeeze_edits, unsqueeze_edits, uuid_text

CHAINS = st.binary(min_size=16, max_size=16)
EDITS = st.lists(st.dictionaries(st.text(), st.text() | st.integers(-9, 9)), max_size=5).map(canonical)


def a_span(chain: bytes) -> bytes:
    """Return the packed edit that makes a span."""
    span = {"id": uuid_text(bytes(range(16))), "layer_id": uuid_text(chain), "label": "claim", "fragments": [[3, 17]]}
    made = {**span, "words": ["trois grues"], "attributes": {"quoted": "full"}}
    return canonical([{"kind": "span", "after": made}])


@given(EDITS, CHAINS)
def test_edits_come_back_to_the_byte(edits: bytes, chain: bytes) -> None:
    assert unsqueeze_edits(squeeze_edits(edits, chain), chain) == edits


@given(EDITS, CHAINS)
def test_edits_of_older_entries_are_read_as_they_were_written(edits: bytes, chain: bytes) -> None:
    assert unsqueeze_edits(squeeze(edits), chain) == edits
    assert unsqueeze_edits(squeeze(edits * 50), chain) == edits * 50


def test_a_span_takes_less_than_half_of_what_deflating_alone_makes_of_it() -> None:
    chain = bytes.fromhex("b1ee5997aa335ab4869a7695e64fb015")
    assert len(squeeze_edits(a_span(chain), chain)) < len(squeeze(a_span(chain))) / 2


@given(CHAINS, st.integers(1, 30))
def test_edits_that_are_cut_or_go_on_are_refused(chain: bytes, cut: int) -> None:
    whole = squeeze_edits(a_span(chain), chain)
    for broken in (whole[:-cut], whole + b"x"):
        with pytest.raises((zlib.error, msgspec.DecodeError)):
            msgspec.json.decode(unsqueeze_edits(broken, chain))


def test_what_was_written_with_the_dictionary_of_today_can_be_read_for_ever() -> None:
    chain = bytes.fromhex("b1ee5997aa335ab4869a7695e64fb015")
    written = bytes.fromhex(
        "02233684d043c458c7d01cee7903030343032303635d031303535d033303735d030b034b5d834483248364831483548334ea3abba4283fb358211dd81a28c6927601"
    )
    assert unsqueeze_edits(written, chain) == a_span(chain)
