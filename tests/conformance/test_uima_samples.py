"""WebAnno TSV, UIMA XMI and JSON: the CAS beside each TSV is the oracle, cassis the judge of what we write."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from annotator.formats.offsets import Offsets
from annotator.formats.registry import Reading, Refusal, Writing, read_articles
from annotator.formats.uima import SPAN
from annotator.formats.uima_writer import write_json, write_xmi
from annotator.model.document import Article
from annotator.store.project import Project
from annotator.workflow.importing import Importing
from tests.conformance.counting import articles, labels

LOST = frozenset(
    {
        "testAnnotationWithLeadingWhitespace",
        "testAnnotationWithLeadingWhitespaceAtStart",
        "testAnnotationWithTrailingWhitespaceAtEnd",
        "testZeroWidthAnnotationBeyondLastTokenIsMovedToEndOfLastToken",
    }
)
"""What the TSV itself has moved: white space at the edges belongs to no token."""
SEGMENTS = ("DocumentMetaData", "Token", "Sentence", "DocumentAnnotation")


def places(article: Article) -> Counter[tuple[int, int]]:
    """Return where spans lie, in UTF-16 units."""
    unit = Offsets(article.text, "utf16").unit
    return Counter((unit(s.fragments[0][0]), unit(s.fragments[0][1])) for s in article.spans)


def in_xmi(path: Path) -> tuple[Counter[tuple[int, int]], int]:
    """Return where the annotations of a CAS lie, and how many relations it has."""
    found: Counter[tuple[int, int]] = Counter()
    relations = 0
    for element in ElementTree.parse(path).getroot():
        if "Governor" in element.attrib:
            relations += 1
        elif "begin" in element.attrib and element.tag.rpartition("}")[2] not in SEGMENTS:
            found[int(element.attrib["begin"]), int(element.attrib["end"])] += 1
    return found, relations


def test_every_tsv_of_inceptions_suite_has_the_spans_and_relations_of_the_cas_beside_it(samples: Path) -> None:
    pairs = [path for path in sorted(samples.glob("webanno-tsv3/*/reference.tsv")) if path.with_suffix(".xmi").exists()]
    different = set()
    for path in pairs:
        found = list(read_articles(path, Reading()))
        article = found[0]
        assert isinstance(article, Article)
        spans, relations = in_xmi(path.with_suffix(".xmi"))
        refused = sum(isinstance(one, Refusal) for one in found)
        typed = sum(link.type not in ("SimpleLink", "links", "p1", "p2", "p3") for link in article.links)
        assert typed + refused == relations, path.parent.name
        if places(article) != spans:
            different.add(path.parent.name)
    assert len(pairs) == 36
    assert different == LOST


def test_the_xmi_of_the_suite_has_the_same(samples: Path) -> None:
    for path in sorted(samples.glob("webanno-tsv3/*/reference.xmi")):
        article, *refused = read_articles(path, Reading())
        assert isinstance(article, Article)
        spans, relations = in_xmi(path)
        assert places(article) == spans
        assert len(article.links) + len(refused) >= relations


def test_the_long_tsv_has_the_counts_that_its_source_states(samples: Path) -> None:
    (article,) = articles(samples / "webanno-tsv3" / "example2.tsv")
    layers = Counter(span.attributes["layer"] for span in article.spans)
    assert (layers, len(article.links), len(article.tokens)) == ({"POS": 86, "NamedEntity": 9}, 86, 86)


@pytest.mark.parametrize("name", ["tsv1_kappatest", "tsv2_example"])
def test_older_versions_are_refused_with_what_to_do(samples: Path, name: str) -> None:
    (refusal,) = read_articles(samples / "webanno-tsv3" / "legacy" / f"{name}.tsv", Reading())
    assert isinstance(refusal, Refusal)
    assert "export it again as version 3" in str(refusal.reason)


def test_three_files_of_one_text_are_one_text(samples: Path) -> None:
    for case in sorted((samples / "curation-multi-annotator").iterdir()):
        texts = {articles(path)[0].text for path in sorted(case.iterdir())}
        assert len(texts) == 1, case.name


def test_cas_in_json_has_what_cassis_finds(samples: Path) -> None:
    import cassis  # type: ignore[import-untyped]  # it has no types

    for path in sorted((samples / "uima-json").rglob("data.json")):
        with path.open("rb") as file:
            cas = cassis.load_cas_from_json(file)
        found = [
            a
            for a in cas.select_all_annotations()
            if hasattr(a, "begin") and a.type.name.rpartition(".")[2] not in SEGMENTS
        ]
        made = [one for one in read_articles(path, Reading()) if isinstance(one, Article)]
        assert len(made) == bool(cas.sofa_string)
        expected = Counter((a.begin, a.end) for a in found) if made else Counter()
        assert Counter(s.fragments[0] for one in made for s in one.spans) == expected


@pytest.mark.parametrize("suffix", ["xmi", "json"])
def test_what_we_write_cassis_reads(samples: Path, project: Project, tmp_path: Path, suffix: str) -> None:
    import cassis

    source = samples / "label-studio" / "export_json.json"
    importing = Importing(project, [source], unknown="add")
    for _ in importing.run():
        pass
    writer: Any = write_xmi if suffix == "xmi" else write_json
    writer(project.all_labelled(), tmp_path / "out.zip", Writing(project.scheme))
    words: list[tuple[str, str]] = []
    with ZipFile(tmp_path / "out.zip") as archive:
        types = cassis.load_typesystem(archive.read("TypeSystem.xml").decode())
        for name in archive.namelist():
            if name.startswith("annotation/"):
                data = archive.read(name).decode()
                cas = cassis.load_cas_from_xmi(data, types) if suffix == "xmi" else cassis.load_cas_from_json(data)
                words += [(a.label, a.get_covered_text()) for a in cas.select(SPAN)]
    held = [(span.label, span.text) for one in project.all_labelled() for span in one.spans]
    assert sorted(words) == sorted(held)
    assert Counter(label for label, _ in words) == labels(articles(source))


def test_the_curation_suite_comes_in_as_a_project_of_two_annotators_and_gold(
    samples: Path, project: Project, tmp_path: Path
) -> None:
    path, expected = tmp_path / "suite.zip", Counter[tuple[str, str]]()
    with ZipFile(path, "w") as archive:
        archive.writestr("exportedproject.json", "{}")
        for file in sorted((samples / "curation-multi-annotator").glob("*/*.tsv")):
            curated = file.stem == "curator"
            place = f"curation/{file.parent.name}.txt/CURATION_USER.tsv" if curated else ""
            archive.write(file, place or f"annotation/{file.parent.name}.txt/{file.name}")
            expected += Counter(("gold" if curated else file.stem, s.label) for s in articles(file)[0].spans)
    held = [one for one in read_articles(path, Reading()) if isinstance(one, Article)]
    assert len(held) == 30
    assert Counter((one.annotator, span.label) for one in held for span in one.spans) == expected
    for _ in Importing(project, [path], unknown="add").run():
        pass
    assert {person.name for person in project.annotators()} >= {"user1", "user2", "gold"}


def test_the_xmi_of_the_suite_has_the_same_packed_as_a_project(samples: Path, tmp_path: Path) -> None:
    path, alone = tmp_path / "suite.zip", dict[str, Counter[tuple[int, int]]]()
    with ZipFile(path, "w") as archive:
        archive.writestr("exportedproject.json", "{}")
        for file in sorted(samples.glob("webanno-tsv3/*/reference.xmi")):
            inner = BytesIO()
            with ZipFile(inner, "w") as packed:
                packed.write(file, "reference.xmi")
                packed.writestr("TypeSystem.xml", "<typeSystemDescription/>")
            archive.writestr(f"annotation/{file.parent.name}.txt/anna.zip", inner.getvalue())
            alone[file.parent.name] = in_xmi(file)[0]
    found = [one for one in read_articles(path, Reading()) if isinstance(one, Article)]
    assert {one.annotator for one in found} == {"anna"}
    assert {one.where.split("/")[2].removesuffix(".txt"): places(one) for one in found} == alone
