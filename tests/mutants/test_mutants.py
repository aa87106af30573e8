"""The mutants are still mistakes in the program of today, and two are noticed here; `make mutants` runs them all."""

import shutil
from pathlib import Path

import pytest

from tests.mutants.__main__ import noticed_by
from tests.mutants.mutants import MUTANTS, ROOT, Mutant

QUICK = ("entries of one moment are taken for the same", "undo is not folded")


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_can_be_made(mutant: Mutant, tmp_path: Path) -> None:
    (tmp_path / mutant.file).parent.mkdir(parents=True)
    shutil.copy(ROOT / mutant.file, tmp_path / mutant.file)
    mutant.apply(tmp_path)
    with pytest.raises(ValueError, match="0 times"):
        mutant.apply(tmp_path)
    compile((tmp_path / mutant.file).read_text(encoding="utf-8"), mutant.file, "exec")


@pytest.mark.parametrize("name", QUICK)
def test_the_laws_notice_a_mutant(name: str, tmp_path: Path) -> None:
    mutant = next(one for one in MUTANTS if one.name == name)
    assert noticed_by(tmp_path / "copy", mutant) == "test_all_orders_of_exchange_come_to_the_same_tables"
