"""Make the example layers from quoted words: `python seeds/make_layers.py`.

Each line of layers/NAME.txt is ``ARTICLE | LABEL | WORDS [ … MORE WORDS] | KEY=VALUE; … [ | NOTE]``; words must stand
exactly once in the article. ``ARTICLE | status | STATUS`` says how far a layer is when it is not done. A line
``ARTICLE | -> | WORDS => WORDS`` is a content link from an attribution to what it covers;
``ARTICLE | evidence | WORDS => KEY=VALUE; …`` is evidence for a verified fact.
"""

import json
import uuid
from pathlib import Path

HERE = Path(__file__).parent
NAMESPACE = uuid.UUID("6c0f7a52-64a5-5c11-9f0a-3d5b1c0de0f1")


def main() -> None:
    """Write layers/NAME.jsonl for each layers/NAME.txt."""
    known = {item["file"].rsplit(".", 1)[0]: item for item in json.loads((HERE / "articles.json").read_text("utf-8"))}
    for table in sorted((HERE / "layers").glob("*.txt")):
        documents: dict[str, dict] = {}
        for number, line in enumerate(table.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                _take(line, known, documents, table.stem, f"{table.name}:{number}")
        lines = [json.dumps(documents[name], ensure_ascii=False, sort_keys=True) for name in known if name in documents]
        table.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def _take(line: str, known: dict, documents: dict, who: str, where: str) -> None:
    article, kind, words, *rest = [piece.strip() for piece in line.split(" | ")]
    name = next(name for name in known if name.startswith(article))
    text = (HERE / f"{name}.txt").read_text("utf-8")
    document = documents.setdefault(name, _empty(known[name], text, who))
    if kind == "->":
        source, target = words.split(" => ")
        ends = [_span(document, end, text, where)["id"] for end in (source, target)]
        document["links"].append({"id": _id(*ends), "type": "content", "source": ends[0], "target": ends[1]})
    elif kind == "status":
        document["status"] = words
    elif kind == "evidence":
        fact, record = words.split(" => ")
        span = _span(document, fact, text, where)
        piece = {"id": _id("evidence", span["id"]), "record": _values(record)}
        document["evidence"].append(piece)
        link = {"id": _id(span["id"], piece["id"]), "type": "evidence", "source": span["id"], "target": piece["id"]}
        document["links"].append(link | {"attributes": {"stance": "supports"}})
    else:
        fragments = _places(words, text, where)
        said = " ".join(text[a:b] for a, b in fragments)
        span = {
            "id": _id(who, name, kind, str(fragments)),
            "label": kind,
            "start": fragments[0][0],
            "end": fragments[-1][1],
        }
        attributes, note = (*rest, "", "")[:2]
        span |= {"fragments": fragments, "text": said, "attributes": _values(attributes), "note": note}
        document["spans"].append(span)


def _empty(item: dict, text: str, who: str) -> dict:
    meta = {key: item[key] for key in ("title", "source", "published") if item[key]}
    made = {"annotator": who, "language": item["language"], "meta": meta, "offset_unit": "codepoint", "status": "done"}
    return made | {"text": text, "spans": [], "links": [], "evidence": []}


def _span(document: dict, words: str, text: str, where: str) -> dict:
    fragments = _places(words, text, where)
    found = [span for span in document["spans"] if span["fragments"] == fragments]
    if len(found) != 1:
        raise SystemExit(f"{where}: {len(found)} spans are “{words}”")
    return found[0]


def _places(words: str, text: str, where: str) -> list[list[int]]:
    places = []
    for piece in words.split(" … "):
        if text.count(piece) != 1:
            raise SystemExit(f"{where}: “{piece}” stands {text.count(piece)} times in the article")
        at = text.index(piece)
        places.append([at, at + len(piece)])
    return places


def _values(text: str) -> dict[str, str | list[str]]:
    pairs = [pair.split("=", 1) for pair in text.split("; ") if pair.strip()]
    return {
        key.strip(): value.split(",") if key.strip() in ("claim_type", "sensitivity") else value for key, value in pairs
    }


def _id(*parts: str) -> str:
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(("seeds", *parts))))


if __name__ == "__main__":
    main()
