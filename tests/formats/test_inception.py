"""Projects of INCEpTION: what its importer asks for is there, what its exporter writes comes in."""

import json
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.carrying import carried
from annotator.formats.java_stream import JavaField, JavaObject, serialized
from annotator.formats.registry import Refusal, Writing, format_named
from annotator.formats.uima import LINK, SPAN
from annotator.formats.uima_types import META, SENTENCE, TOKEN
from annotator.formats.uima_writer import write_json, write_xmi
from annotator.model.document import Article
from annotator.model.ids import annotator_id
from annotator.model.layer import Annotator, LabelledDocument, Layer
from annotator.model.scheme import Scheme
from annotator.store.schemes import EMPTY_SCHEME, parse_scheme
from annotator.workflow.starting import scheme_bytes
from tests.formats.making import article, found, packed, refusal
from tests.java_objects import value_of
from tests.layers import layers

SHIPPED = parse_scheme(scheme_bytes("factcheck"))
SPANS = f"http:///{SPAN.rpartition('.')[0].replace('.', '/')}.ecore"


def written(path: Path, held: Iterable[LabelledDocument], scheme: Scheme = EMPTY_SCHEME) -> dict[str, bytes]:
    """Write layers, and return the parts of the archive by name."""
    write_xmi(held, path, Writing(scheme, "Le pont"))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def carried_by_xmi(one: LabelledDocument) -> LabelledDocument:
    """Return what the format carries of a layer."""
    return carried(one, format_named("uima_xmi").cannot)[0]


def of_person(one: LabelledDocument, name: str, status: Any) -> LabelledDocument:
    """Return the same layer as another person's."""
    layer: Layer = replace(one.layer, status=status)
    return replace(one, annotator=Annotator(annotator_id(name), name), layer=layer)


@pytest.fixture(scope="module")
def one() -> LabelledDocument:
    """Return a layer of a few spans."""
    from hypothesis import find

    wanted = find(layers(), lambda x: len(x.spans) > 2 and bool(carried_by_xmi(x).links))
    return carried_by_xmi(wanted)


def test_an_exported_project_has_what_the_importer_reads(one: LabelledDocument, tmp_path: Path) -> None:
    people = [("anna", "done"), ("Zoé / x", "in_progress"), ("gold", "done")]
    parts = written(tmp_path / "a.zip", [of_person(one, *person) for person in people])
    said = json.loads(parts["exportedproject.json"])
    name = "document-00001.txt"
    assert (said["name"], said["mode"], said["version"]) == ("Le pont", "ANNOTATION", 1)
    assert said["source_documents"] == [{"name": name, "format": "text", "state": "CURATION_FINISHED"}]
    states = {(d["name"], d["user"]): d["state"] for d in said["annotation_documents"]}
    assert states == {(name, "anna"): "FINISHED", (name, "Zoé___x"): "IN_PROGRESS"}
    assert said["project_permissions"] == [{"level": "USER", "user": user} for user in ("anna", "Zoé___x")]
    serialized_ = {part for part in parts if part.endswith(".ser")}
    users = (f"annotation_ser/{name}/{user}.ser" for user in ("INITIAL_CAS", "anna", "Zoé___x"))
    assert serialized_ == {*users, f"curation_ser/{name}/CURATION_USER.ser"}
    assert parts[f"source/{name}"].decode() == one.text
    assert {part for part in parts if part.startswith("curation/")} == {f"curation/{name}/CURATION_USER.xmi"}


def test_layers_features_and_tag_sets_fit_each_other(one: LabelledDocument, tmp_path: Path) -> None:
    said = json.loads(written(tmp_path / "a.zip", [one], SHIPPED)["exportedproject.json"])
    by_name = {layer["name"]: layer for layer in said["layers"]}
    assert list(by_name) == [TOKEN, SENTENCE, SPAN, LINK]
    assert (by_name[SPAN]["type"], by_name[LINK]["type"], by_name[LINK]["attach_type"]) == (
        "span",
        "relation",
        {"name": SPAN},
    )
    sets = {one["name"]: {value["name"] for value in one["tags"]} for one in said["tag_sets"]}
    named = [f["tag_set"]["name"] for layer in said["layers"] for f in layer["features"] if "tag_set" in f]
    assert set(named) == set(sets)
    assert {label.id for label in SHIPPED.labels} | {span.label for span in one.spans} <= sets["Labels"]
    for layer in (by_name[SPAN], by_name[LINK]):
        assert [f["rank"] for f in layer["features"]] == list(range(len(layer["features"])))
        assert {f["type"] for f in layer["features"]} == {"uima.cas.String"}
        assert (layer["anchoring_mode"], layer["overlap_mode"]) == ("CHARACTERS", "ANY_OVERLAP")


def test_states_say_how_far_layers_are_and_one_with_spans_is_never_new(one: LabelledDocument, tmp_path: Path) -> None:
    empty = replace(one, spans=(), links=())
    for held, status, state in (
        (one, "new", "IN_PROGRESS"),
        (empty, "new", "NEW"),
        (one, "flagged", "IN_PROGRESS"),
        (one, "done", "FINISHED"),
    ):
        parts = written(tmp_path / "a.zip", [of_person(held, "anna", status)])
        (said,) = json.loads(parts["exportedproject.json"])["annotation_documents"]
        assert said["state"] == state
        assert article(tmp_path / "a.zip").status == status


def test_people_keep_their_names_and_users_have_names_of_their_own(one: LabelledDocument, tmp_path: Path) -> None:
    names = ["a b", "a/b", "A_B", "CURATION_USER", "-x", ".", "gold:anna"]
    written(tmp_path / "a.zip", [of_person(one, name, "new") for name in names])
    said = json.loads(zipfile.ZipFile(tmp_path / "a.zip").read("exportedproject.json"))
    users = [d["user"] for d in said["annotation_documents"]]
    assert len({user.casefold() for user in users}) == len(names)
    assert not any(set(user) & set('/\\*?:<>|" ^&+$![]') or user[0] in "-." for user in users)
    assert "CURATION_USER" not in users
    assert {one.annotator for one in found(tmp_path / "a.zip") if isinstance(one, Article)} == set(names)


def structures(data: bytes) -> tuple[str, list[tuple[str, dict[str, Any]]], list[int]]:
    """Return text, structures by address and indexed addresses of a serialised CAS, by its own type system."""
    whole = value_of(data)
    types, heap = whole["casMgrSer"], whole["casSer"]
    assert [o["class"].version for o in (whole, types, heap)] == [
        6841574968081866308,
        5549299679614131956,
        -7972011651957420295,
    ]
    names, parents, features = types["typeNames"], types["typeInheritance"], types["featureNames"]
    declared = [types["featDecls"][n * 3 : n * 3 + 3] for n in range(len(features))]

    def of(code: int) -> list[int]:
        return (of(parents[code]) if code > 1 else []) + [n for n in range(1, len(features)) if declared[n][0] == code]

    made, at, cells = {}, 1, heap["heapArray"]
    while at < len(cells):
        keys = of(cells[at])
        said = {}
        for n, key in enumerate(keys, 1):
            text = names[declared[key][1]] == "uima.cas.String"
            said[features[key]] = heap["stringTable"][cells[at + n]] if text else cells[at + n]
        made[at] = names[cells[at]], said
        at += 1 + len(keys)
    views, sofas, sofa, count, *indexed = heap["fsIndex"]
    assert (views, sofas, made[sofa][0], count) == (1, 1, "uima.cas.Sofa", len(indexed))
    assert all(said["sofa"] == sofa for at, (_, said) in made.items() if at != sofa)
    return made[sofa][1]["sofaString"], [made[at] for at in indexed], indexed


@settings(max_examples=30)
@given(held=layers())
def test_serialised_cases_have_every_span_and_link_by_utf16_offsets(held: LabelledDocument) -> None:
    kept = carried_by_xmi(held)
    with tempfile.TemporaryDirectory() as folder:
        parts = written(Path(folder) / "a.zip", [kept])
    (path,) = (p for p in parts if p.endswith(".ser") and "INITIAL" not in p)
    text, made, addresses = structures(parts[path])
    assert text == kept.text
    units = text.encode("utf-16-le")
    spans = [(units[2 * f["begin"] : 2 * f["end"]].decode("utf-16-le"), f["label"]) for n, f in made if n == SPAN]
    assert spans == [(span.text, span.label) for span in kept.spans]
    placed = {at: f for at, (_, f) in zip(addresses, made, strict=True)}
    ends = [(placed[f["Governor"]]["label"], placed[f["Dependent"]]["label"], f["label"]) for n, f in made if n == LINK]
    by_id = {span.id: span.label for span in kept.spans}
    assert ends == [(by_id[k.source], by_id[str(k.target)], k.type) for k in kept.links]  # type: ignore[index]
    assert [(n, f["end"]) for n, f in made if n == META] == [(META, len(units) // 2)]
    (start,) = (p for p in parts if p.endswith("INITIAL_CAS.ser"))
    assert {name for name, _ in structures(parts[start])[1]} <= {META, SENTENCE, TOKEN}


@given(texts=st.lists(st.none() | st.text(st.characters(codec="utf-8"), max_size=9), max_size=6))
def test_a_stream_has_the_texts_that_were_written(texts: list[str | None]) -> None:
    long = "é" * 40_000
    fields = (JavaField("n", "I", -5), JavaField("a", "[Ljava/lang/String;", [*texts, long]))
    assert value_of(serialized(JavaObject("x.Y", -1, fields)))["a"] == [*texts, long]


def test_the_same_layers_give_the_same_bytes(one: LabelledDocument, tmp_path: Path) -> None:
    for write in (write_xmi, write_json):
        outs = [tmp_path / name for name in ("a.zip", "b.zip")]
        for out in outs:
            write(iter([one]), out, Writing(EMPTY_SCHEME))
        assert outs[0].read_bytes() == outs[1].read_bytes()


def xmi(label: str = "claim") -> bytes:
    """Return a CAS of one span as INCEpTION writes it."""
    return (
        f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="{SPANS}">'
        f'<c:Statement xmi:id="2" sofa="1" begin="0" end="2" value="{label}"/>'
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Le pont"/></xmi:XMI>'
    ).encode()


def zipped(**parts: bytes) -> bytes:
    """Return an archive of one annotator's file, as INCEpTION packs XMI with its type system."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Statement|value\n\n\n"
    "#Text=Le pont\n1-1\t0-2\tLe\tclaim\t\n1-2\t3-7\tpont\t_\t\n"
)


def test_a_project_of_several_annotators_comes_in_with_states_and_gold(tmp_path: Path) -> None:
    said = {
        "name": "P",
        "source_documents": [{"name": "n.txt", "state": "CURATION_FINISHED"}],
        "annotation_documents": [
            {"name": "n.txt", "user": "anna", "state": "FINISHED"},
            {"name": "n.txt", "user": "boris", "state": "IN_PROGRESS"},
            {"name": "n.txt", "user": "carla", "state": "IGNORE"},
        ],
    }
    parts: dict[str, str | bytes] = {
        "exportedproject123.json": "{}",
        "exportedproject.json": json.dumps(said),
        "source/n.txt": "Le pont",
        "/annotation/n.txt/INITIAL_CAS.zip": zipped(n_xmi=xmi("machine"), TypeSystem_xml=b"<x/>"),
        "/annotation/n.txt/anna.zip": zipped(n_xmi=xmi(), TypeSystem_xml=b"<x/>"),
        "/annotation/n.txt/boris.tsv": TSV,
        "/annotation/n.txt/carla.xmi": xmi("value"),
        "/annotation_ser/n.txt/anna.ser": b"\xac\xed",
        "/curation/n.txt/CURATION_USER.zip": zipped(n_xmi=xmi()),
    }
    held = [one for one in found(packed(tmp_path / "p.zip", parts)) if isinstance(one, Article)]
    assert [(one.annotator, one.status, [s.label for s in one.spans]) for one in held] == [
        ("anna", "done", ["claim"]),
        ("boris", "in_progress", ["claim"]),
        ("carla", "flagged", ["value"]),
        ("gold", "done", ["claim"]),
    ]
    assert {one.text for one in held} == {"Le pont"}


def test_a_document_that_nobody_began_comes_in_as_an_article(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "exportedproject.json": json.dumps({"source_documents": [{"name": "n.txt", "state": "NEW"}]}),
        "annotation/n.txt/INITIAL_CAS.xmi": xmi(),
    }
    assert article(packed(tmp_path / "p.zip", parts)).annotator == ""


def test_a_project_without_readable_layers_says_how_to_export_it(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "exportedproject.json": json.dumps({"annotation_documents": [{"name": "n.txt", "user": "anna"}]}),
        "annotation_ser/n.txt/anna.ser": b"\xac\xed",
    }
    assert "UIMA CAS XMI or JSON" in refusal(packed(tmp_path / "p.zip", parts))


def test_broken_parts_of_a_project_are_refused_one_by_one(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "exportedproject.json": "{",
        "annotation/n.txt/anna.zip": b"PK\x03\x04",
        "annotation/n.txt/boris.tsv": "#FORMAT=WebAnno TSV 2\n",
        "annotation/n.txt/carla.xmi": xmi(),
    }
    first, second, third = found(packed(tmp_path / "p.zip", parts))
    assert isinstance(third, Article)
    assert isinstance(second, Refusal)
    assert isinstance(first, Refusal)
    assert first.where == "p.zip/annotation/n.txt/anna.zip"


def test_an_archive_of_layers_without_settings_comes_in_too(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {"annotation/n.txt/Zo%C3%A9.xmi": xmi(), "loose.xmi": xmi("value")}
    held = [one for one in found(packed(tmp_path / "p.zip", parts)) if isinstance(one, Article)]
    assert [(one.annotator, one.status) for one in held] == [("Zoé", ""), ("", "")]


def test_a_broken_archive_is_refused_whole(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.zip", {"a.xmi": xmi()})
    path.write_bytes(path.read_bytes().replace(b"PK\x01\x02", b"PK\x09\x09"))
    assert "broken or cut short" in refusal(path)


def test_a_part_with_a_wrong_byte_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("annotation/n.txt/anna.xmi", xmi("spoilt"))
        archive.writestr("annotation/n.txt/boris.xmi", xmi())
    path.write_bytes(path.read_bytes().replace(b"spoilt", b"spoils"))
    first, second = found(path)
    assert isinstance(first, Refusal)
    assert "broken or cut short" in str(first.reason)
    assert isinstance(second, Article)
