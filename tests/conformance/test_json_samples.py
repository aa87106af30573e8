"""Label Studio, doccano, Prodigy and spaCy files, against counts made of their JSON by hand."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.registry import Reading, Refusal, format_of, read_articles
from annotator.model.document import Article
from tests.conformance.counting import articles, labels, prepared


def rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_label_studio_keeps_annotations_apart_regions_whole_and_predictions_out(samples: Path) -> None:
    found = articles(samples / "label-studio" / "export_json.json")
    documents = prepared(found)
    tasks = json.loads((samples / "label-studio" / "export_json.json").read_text(encoding="utf-8"))
    regions = Counter(
        label
        for task in tasks
        for annotation in task["annotations"]
        for result in annotation["result"]
        if result["type"] == "labels"
        for label in result["value"]["labels"]
    )
    assert (labels(found), len({d.document.id for d in documents})) == (regions, 3)
    first = found[0]
    claim = next(span for span in first.spans if span.label == "CLAIM")
    assert (claim.words, claim.attributes) == ("la dette baisse", {"verdict": "false", "note": "vérifier"})
    assert [(k.type, k.source, k.target) for k in first.links] == [("attributes", "r2", "r1")]
    assert first.extra == {"doc": "factual"}


def test_label_studio_in_short_form_has_the_same_spans(samples: Path) -> None:
    short = articles(samples / "label-studio" / "export_json_min.json")
    prepared(short)
    assert labels(short) == labels(articles(samples / "label-studio" / "export_json.json"))


@pytest.mark.parametrize(
    ("name", "spans", "links"),
    [("template_named-entity-recognition_task", 4, 0), ("template_relation-extraction_task", 4, 3)],
)
def test_label_studio_templates(samples: Path, name: str, spans: int, links: int) -> None:
    (found,) = articles(samples / "label-studio" / f"{name}.json")
    prepared([found])
    assert (len(found.spans), len(found.links)) == (spans, links)


def test_two_predictions_are_two_layers_apart(samples: Path) -> None:
    found = articles(samples / "label-studio" / "tests_text_with_2_predictions.json")
    assert [(one.annotator, one.apart) for one in found] == [
        ("model_version_A", "prediction"),
        ("model_version_B", "prediction"),
    ]


@pytest.mark.parametrize(
    "name", ["tests_previous_export", "tests_random-with-predictions", "tests_three_tasks_two_gts"]
)
def test_tasks_of_pictures_and_sounds_cost_a_line_each_and_nothing_else(samples: Path, name: str) -> None:
    found = list(read_articles(samples / "label-studio" / f"{name}.json", Reading()))
    assert found
    assert all(isinstance(one, Refusal) or not one.spans for one in found)


@pytest.mark.parametrize("folder", ["export-dialog-examples", "import"])
def test_doccano_has_the_entities_relations_and_triples_of_its_rows(samples: Path, folder: str) -> None:
    for path in sorted((samples / "doccano" / folder).glob("*.jsonl")):
        text = path.read_text(encoding="utf-8")
        held = [json.loads(text)] if text.startswith("{\n") else rows(path)
        found = list(read_articles(path, Reading()))
        made = [one for one in found if isinstance(one, Article)]
        spans = [item for row in held if "text" in row for item in [*row.get("label", []), *row.get("entities", [])]]
        assert labels(made) == Counter(item["label"] if isinstance(item, dict) else item[2] for item in spans)
        assert sum(len(a.links) for a in made) == sum(len(row.get("relations", [])) for row in held)
        assert len(found) - len(made) == sum("text" not in row for row in held)
        prepared(made)


def test_prodigy_has_the_spans_and_relations_of_its_rows(samples: Path) -> None:
    path = samples / "prodigy" / "relations_genia_first40.jsonl"
    found, held = articles(path), rows(path)
    prepared(found)
    assert labels(found) == Counter(span["label"] for row in held for span in row["spans"])
    relations = Counter(relation["label"] for row in held for relation in row["relations"])
    assert Counter(link.type for article in found for link in article.links) == relations
    ends = [(a.text, k.source, k.target) for a in found for k in a.links]
    assert all("#" in source and "#" in target for _, source, target in ends)


def test_the_same_tweet_in_prodigy_and_in_a_docbin_has_the_same_person(samples: Path) -> None:
    (row,) = articles(samples / "prodigy" / "demo.jsonl")
    (doc,) = articles(samples / "spacy-docbin" / "demo.spacy")
    assert row.text == doc.text
    for one in (row, doc):
        assert [(s.label, s.fragments) for s in one.spans] == [("PERSON", ((11, 21),))]


@pytest.mark.parametrize("part", ["train", "dev"])
def test_spacy_tuples(samples: Path, part: str) -> None:
    path = samples / "spacy-docbin" / f"spancat_demo_{part}.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    found = articles(path)
    prepared(found)
    assert labels(found) == Counter(item[2] for _, said in held for group in _groups(said) for item in group)
    assert len(found) == len(held)


def _groups(said: dict[str, Any]) -> list[list[Any]]:
    return [said.get("entities", []), *said.get("spans", {}).values()]


@pytest.mark.parametrize("kind", ["conll2003", "with-pos", "token-per-line", "sent-per-line"])
def test_the_four_shapes_of_iob_have_the_seven_entities_of_spacys_own_json(samples: Path, kind: str) -> None:
    stem = {
        "conll2003": "ner-token-per-line-conll2003",
        "with-pos": "ner-token-per-line-with-pos",
        "token-per-line": "ner-token-per-line",
        "sent-per-line": "ner-sent-per-line",
    }[kind]
    lines, tree = (articles(samples / "conll-iob" / f"{stem}.{suffix}") for suffix in ("iob", "json"))
    prepared([*lines, *tree])
    expected = Counter({"PERSON": 2, "ORG": 2, "DATE": 2, "NORP": 1})
    assert (labels(lines), labels(tree)) == (expected, expected)
    assert sorted(s.words or "" for a in lines for s in a.spans) == sorted(s.words or "" for a in tree for s in a.spans)


def test_label_studios_conll_and_doccanos(samples: Path) -> None:
    assert labels(articles(samples / "label-studio" / "export_conll2003.conll")) == Counter(
        {"OPINION": 1, "FACT": 1, "ATTRIBUTION": 2, "CLAIM": 1}
    )
    for name, count in (("labeling_example", 2), ("labeling_labeling.trailing", 2)):
        path = samples / "doccano" / "import" / f"sequence_{name}.conll"
        begins = sum("\tB-" in line for line in path.read_text(encoding="utf-8").splitlines())
        assert labels(articles(path)).total() == begins == count


def test_a_line_without_a_code_is_refused_by_its_number_and_the_rest_comes_in(samples: Path) -> None:
    found = list(read_articles(samples / "doccano" / "import" / "sequence_labeling_labeling.invalid.conll", Reading()))
    refused = [one.where for one in found if isinstance(one, Refusal)]
    assert [where.rpartition(" ")[2] for where in refused] == ["1"]
    assert labels([one for one in found if isinstance(one, Article)]) == Counter({"LOC": 3, "PER": 2})


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("label-studio/export_json.json", "label_studio"),
        ("label-studio/export_json_min.json", "label_studio"),
        ("doccano/export-dialog-examples/sequence_labeling.jsonl", "doccano"),
        ("doccano/import/relation_extraction_example.jsonl", "doccano"),
        ("prodigy/demo.jsonl", "prodigy"),
        ("spacy-docbin/spancat_demo_dev.json", "spacy_json"),
        ("conll-iob/ner-sent-per-line.json", "spacy_json"),
    ],
)
def test_the_first_bytes_tell_the_format(samples: Path, path: str, name: str) -> None:
    found = format_of(samples / path)
    assert found is not None
    assert found.name == name
