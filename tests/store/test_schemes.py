"""A scheme is validated to its last field, and what is wrong is named by its path; a project may bring its own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.store.project import Project
from annotator.store.schemes import SchemeError, parse_scheme
from annotator.workflow.starting import new_project, scheme_bytes

SHIPPED = scheme_bytes("factcheck")


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    scheme = json.loads(SHIPPED)
    change(scheme)
    return json.dumps(scheme).encode()


def first_enum(scheme: dict[str, Any]) -> dict[str, Any]:
    return next(a for a in scheme["labels"][0]["attributes"] if a["type"] == "enum")


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no labels": (lambda s: s.update(labels=[]), r"\$\.labels is empty"),
    "a number for a name": (lambda s: s["labels"][1].update(key=3), r"`\$\.labels\[1\]\.key`"),
    "an unknown pattern": (lambda s: s["labels"][0].update(pattern="wavy"), r"`\$\.labels\[0\]\.pattern`"),
    "a field gone": (lambda s: s["labels"][0].pop("color"), r"`\$\.labels\[0\]`"),
    "two ids": (lambda s: s["labels"][1].update(id=s["labels"][0]["id"]), r"\$\.labels\[\.\.\.\]\.id"),
    "two keys": (
        lambda s: s["labels"][1].update(shortcut=s["labels"][0]["shortcut"]),
        r"same “1”: \$\.labels\[\.\.\.\]\.shortcut",
    ),
    "a condition on nothing": (
        lambda s: first_enum(s).update(when={"attribute": "nope", "op": "=", "value": "x"}),
        r"“nope”, which is not there: \$\.labels\[0\]\.attributes\[\d+\]\.when",
    ),
    "no values": (lambda s: first_enum(s).update(values=[]), r"no values: \$\.labels\[0\]\.attributes\[\d+\]\.values"),
    "a default that is none": (lambda s: first_enum(s).update(default="nope"), r"attributes\[\d+\]\.default"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_by_its_path(what: str) -> None:
    change, path = WRONG[what]
    with pytest.raises(SchemeError, match=path):
        parse_scheme(changed(change))


UNKNOWN: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "of the scheme": (lambda s: s.update(colours=[]), r"\$\.colours"),
    "of a label": (lambda s: s["labels"][2].update(colour="#fff"), r"\$\.labels\[2\]\.colour"),
    "of a value": (
        lambda s: first_enum(s)["values"][1].update(nmae={}),
        r"\$\.labels\[0\]\.attributes\[\d+\]\.values\[1\]\.nmae",
    ),
    "of a link": (lambda s: s["link_types"][0].update(frm=[]), r"\$\.link_types\[0\]\.frm"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_not_known_is_named_where_a_scheme_comes_in(what: str, tmp_path: Path) -> None:
    change, path = UNKNOWN[what]
    own = tmp_path / "own.json"
    own.write_bytes(changed(change))
    with pytest.raises(SchemeError, match=path):
        new_project(tmp_path / "p.annotator", scheme=str(own))
    assert not (tmp_path / "p.annotator").exists()


def test_a_project_of_another_version_whose_scheme_has_more_is_opened() -> None:
    assert parse_scheme(changed(lambda s: s["labels"][0].update(later=1))) == parse_scheme(SHIPPED)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"labels": 3}', b'{"link_types": [3]}', b"[" * 100_000])
def test_what_is_no_scheme_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(SchemeError, match="cannot be read"):
        parse_scheme(data)


def test_a_project_brings_its_own_scheme_and_every_edit_knows_its_version(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_bytes(changed(lambda s: s["labels"][0]["name"].update(fr="Dire")))
    with new_project(tmp_path / "p.annotator", scheme=str(own)) as project:
        assert project.scheme.labels[0].name["fr"] == "Dire"
        first = project.scheme_sha256
        project.set_setting("title", "one")
        project.adopt_scheme(SHIPPED)
        project.adopt_scheme(SHIPPED)
        project.set_setting("title", "two")
        with project.reading() as connection:
            versions = {row.scheme for row in connection.exec_driver_sql("SELECT DISTINCT scheme FROM journal")}
        assert versions == {first, project.scheme_sha256}
    with Project.open(tmp_path / "p.annotator") as again:
        assert (again.scheme, again.setting("title")) == (parse_scheme(SHIPPED), "two")
