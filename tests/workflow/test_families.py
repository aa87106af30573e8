"""Near copies are found at import, hang together as families, differ in words, and stay on one side of a split."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.formats.registry import Reading
from annotator.model.document import Document
from annotator.model.ids import document_id
from annotator.model.layer import Annotator
from annotator.nlp.likeness import fingerprint
from annotator.store import kinship
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.families import compare, families_of, find_families
from annotator.workflow.importing import Importing
from annotator.workflow.kin import members
from annotator.workflow.splitting import Shares

COPY = (
    "Selon la capitainerie de Norvik, trois grues sont tombées mardi soir sur le quai nord. Le chef présumé de la "
    "milice aurait fui vers la province voisine, où deux cents personnes attendent un convoi depuis lundi. "
    "La directrice du port, Lena Hout, attend un rapport avant la fin de la semaine et ne fera aucun commentaire."
)
OTHER = (
    "Le barrage de Lonne a été fermé jeudi pour des travaux, a indiqué la préfecture. Les habitants de la vallée, "
    "inquiets, demandent une réunion publique avec l'exploitant avant la reprise de la production d'électricité."
)
DROPPED = COPY.replace("Le chef présumé de la", "Le chef de la")
LONGER = f"Norvik, mercredi. {COPY.upper()} Le port rouvrira jeudi."
CUT = COPY[: COPY.index("La directrice")]


def imported(project: Project, folder: Path, texts: dict[str, str]) -> Importing:
    """Bring texts in through the real worker."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    importing = Importing(project, [folder], how=Reading(language="fr"))
    list(importing.run())
    return importing


def test_copies_are_found_at_import_and_named_by_the_first_that_came(project: Project, tmp_path: Path) -> None:
    report = imported(project, tmp_path / "1", {"a": COPY, "b": OTHER, "c": DROPPED}).report
    first, other, dropped = (document.id for document in project.documents())
    assert report.copies == (first, dropped)
    assert families_of(project) == {first: first, dropped: first}
    again = imported(project, tmp_path / "2", {"d": LONGER, "e": CUT}).report
    assert len(again.copies) == 2
    assert members(families_of(project, complete=False), dropped) == (first, dropped, *again.copies)
    assert members(families_of(project), other) == ()
    assert check(project) == ()


def test_documents_that_came_in_without_being_compared_are_compared_later(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    one, other = file_text(COPY), file_text(DROPPED)
    assert families_of(project, complete=False) == {}
    assert families_of(project) == {one.id: one.id, other.id: one.id}
    assert next(find_families(project)) == (0, 2)
    list(find_families(project))
    assert families_of(project, complete=False) == {one.id: one.id, other.id: one.id}
    assert list(find_families(project)) == [(0, 0)]


def test_one_that_is_like_two_strangers_makes_them_a_family(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    third = len(COPY) // 3
    one, other = file_text(COPY[: 2 * third]), file_text(COPY[third:])
    list(find_families(project))
    assert families_of(project) == {}
    bridge = file_text(COPY)
    list(find_families(project))
    assert families_of(project, complete=False) == dict.fromkeys((one.id, other.id, bridge.id), one.id)


def test_a_document_that_is_compared_late_finds_a_later_one_that_was_compared_before(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    early, late = file_text(COPY), file_text(DROPPED)
    with project.writing() as connection:
        kinship.keep(connection, [kinship.Kinship(late.id, fingerprint(DROPPED), ())])
    list(find_families(project))
    assert families_of(project, complete=False) == {early.id: early.id, late.id: early.id}


def test_a_fingerprint_that_is_none_is_made_anew(project: Project, file_text: Callable[[str], Document]) -> None:
    one, other = file_text(COPY), file_text(DROPPED)
    with project.writing() as connection:
        kinship.keep(connection, [kinship.Kinship(one.id, b"short", ()), kinship.Kinship(other.id, b"", ())])
    assert len(families_of(project)) == 2


def test_what_one_outlet_dropped_is_the_difference(project: Project, file_text: Callable[[str], Document]) -> None:
    one, other = file_text(COPY), file_text(DROPPED)
    side = compare(project, one.id, other.id)
    (only,) = side.differences
    assert side.left_text[only.left_start : only.left_end] == "présumé"
    assert only.right_start == only.right_end
    assert 0.8 < side.share < 1
    with pytest.raises(KeyError):
        compare(project, one.id, document_id("0" * 64))


def test_a_split_keeps_a_family_on_one_side(
    project: Project, file_text: Callable[[str], Document], tmp_path: Path
) -> None:
    anna = project.annotator("Anna")
    copies = [COPY.replace("mardi", day) for day in ("lundi", "jeudi", "samedi", "dimanche")]
    for text in (*copies, *(" ".join(f"mot{n}{m}" for m in range(20)) for n in "abcdefgh")):
        _label(project, anna, file_text(text))
    report = export(project, tmp_path / "out", Wanted("jsonl", shares=Shares(1, 1, 1)))
    assert sorted(report.parts.values()) == [4, 4, 4]
    held = [(tmp_path / "out" / f"{part}.jsonl").read_text() for part in ("train", "dev", "test")]
    assert sorted(text.count("capitainerie de Norvik") for text in held) == [0, 0, 4]


def _label(project: Project, anna: Annotator, document: Document) -> None:
    session = Annotating(project, anna)
    session.open(document.id)
    session.make_span(0, 5, "claim")
