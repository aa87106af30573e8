"""Verifying our own arithmetic by a file of reference values."""

import json
from pathlib import Path

import pytest

from annotator.agreement.reference import VectorError
from annotator.workflow.verifying import verify


def test_the_values_of_a_file_are_computed_anew(tmp_path: Path) -> None:
    vector = {"measure": "scott_pi", "data": {"items": [["x", "x"], ["y", "y"]]}, "expected": 1.0}
    (tmp_path / "v.json").write_text(json.dumps([vector]), encoding="utf-8")
    assert [(one.got, one.ok) for one in verify(tmp_path / "v.json")] == [(1.0, True)]


def test_a_file_that_is_no_json_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "v.json").write_text("{", encoding="utf-8")
    with pytest.raises(VectorError, match=r"“v\.json” is not JSON"):
        verify(tmp_path / "v.json")
