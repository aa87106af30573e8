"""The spool: what several workers put into it is whole, and does not depend on which of them was first."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store.spool import Spool

FIRST, SECOND, THIRD = (bytes([n]) * 16 for n in range(3))


def fill(place: Path, number: int, documents: Sequence[bytes]) -> None:
    with closing(Spool(place)) as spool, spool.filling():
        spool.add("document", [(id_, b"", 1, f"of {number}", number, n) for n, id_ in enumerate(documents)])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_documents_come_in_the_order_of_the_files_whichever_was_read_first(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    files = ((FIRST, SECOND), (THIRD, SECOND))
    for number in order:
        fill(tmp_path / "spool", number, files[number])
    with closing(Spool(tmp_path / "spool")) as spool:
        assert [row.id for row in spool.documents()] == [FIRST, SECOND, THIRD]
        assert [row.title for row in spool.documents()] == ["of 0", "of 0", "of 1"]


def test_a_file_that_is_refused_half_way_leaves_nothing(tmp_path: Path) -> None:
    with closing(Spool(tmp_path / "spool")) as spool, pytest.raises(ValueError, match="bad"):
        refused(spool)
    with closing(Spool(tmp_path / "spool")) as spool:
        assert spool.documents() == []


def refused(spool: Spool) -> None:
    with spool.filling():
        spool.add("document", [(FIRST, b"", 1, "", 0, 0)])
        raise ValueError("bad")
