"""Spans as a table, CSV or XLSX: rows of layers, of pieces of their texts, and of spans; CSV comes in again whole.

https://www.rfc-editor.org/rfc/rfc4180 and ECMA-376 (https://ecma-international.org/publications-and-standards/).
A cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with an
apostrophe; both lose it when they come in.
"""

import csv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import msgspec

from annotator.formats.registry import Reading, Refusal, Writing
from annotator.formats.values import attributes_of, seconds_of
from annotator.model.document import Article, RawSpan
from annotator.model.layer import LabelledDocument
from annotator.model.told import Sentence, sentence

HEAD = ("row", "id", "annotator", "label", "start", "end", "text", "note", "attributes", "fragments")
_DETAILS = ("title", "source", "published", "url", "language")
_LONGEST = 30_000
_RETURN = {"\r": "&#13;"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write_csv(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write CSV in UTF-8 with a byte-order mark, by which spreadsheets know it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerows(_rows(labelled))


def write_xlsx(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write a workbook of one sheet, all cells text."""
    made = (1980, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _PARTS.items():
            info = zipfile.ZipInfo(name, made)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
        info = zipfile.ZipInfo("xl/worksheets/sheet1.xml", made)
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w", force_zip64=True) as sheet:
            sheet.write(f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for row in _rows(labelled):
                cells = "".join(
                    f'<c t="inlineStr"><is><t xml:space="preserve">{escape(c, _RETURN)}</t></is></c>' for c in row
                )
                sheet.write(f"<row>{cells}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the layers of a CSV table of ours."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _articles(csv.reader(file), path.name, how)
    except (csv.Error, UnicodeDecodeError) as error:
        yield Refusal(path.name, sentence("The table cannot be read: {reason}", reason=error))


def read_xlsx(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the layers of a workbook that was written here."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types

    with path.open("rb") as file:
        rows = load_workbook(file, read_only=True).worksheets[0].iter_rows(values_only=True)
        yield from _articles(([str(c) if c is not None else "" for c in row] for row in rows), path.name, how)


def _rows(labelled: Iterable[LabelledDocument]) -> Iterator[list[str]]:
    yield list(HEAD)
    for one in labelled:
        details = {key: value for key in _DETAILS if (value := getattr(one.document, key))}
        about = _json(details | {"extra": dict(one.document.extra), "seconds": one.seconds})
        yield _safe(("layer", one.document.id, one.annotator.name, one.layer.status, "", "", "", "", about, ""))
        for start in range(0, len(one.text), _LONGEST):
            yield _safe(("text", "", "", "", "", "", one.text[start : start + _LONGEST], "", "", ""))
        for span in one.spans:
            place = span.id, one.annotator.name, span.label, str(span.start), str(span.end), span.text[:_LONGEST]
            yield _safe(("span", *place, span.note, _json(span.attributes), _json(span.fragments)))


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


def _safe(cells: Sequence[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]


def _articles(rows: Iterable[list[str]], name: str, how: Reading) -> Iterator[Article | Refusal]:
    held: Article | None = None
    text: list[str] = []
    spans: list[RawSpan] = []
    for number, cells in enumerate(rows, 1):
        row = dict(zip(HEAD, (cell.removeprefix("'") for cell in cells), strict=False))
        where = f"{name}, line {number}"
        try:
            match row.get("row"):
                case "layer":
                    if held:
                        yield _whole(held, text, spans)
                    held, text, spans = _layer(row, where, how), [], []
                case "text":
                    text.append(row["text"])
                case "span":
                    spans.append(_span(row, where))
                case "row" if number == 1:
                    continue
                case _:
                    yield Refusal(where, Sentence("It is no row of a table of spans."))
        except (KeyError, msgspec.MsgspecError):
            yield Refusal(where, Sentence("It is no row of a table of spans."))
    if held:
        yield _whole(held, text, spans)


def _whole(held: Article, text: list[str], spans: list[RawSpan]) -> Article:
    return replace(held, text="".join(text), spans=tuple(spans))


def _layer(row: dict[str, str], where: str, how: Reading) -> Article:
    about = msgspec.json.decode(row["attributes"], type=dict[str, object])
    extra = about.get("extra")
    details: dict[str, Any] = {key: str(about.get(key, "")) for key in _DETAILS}
    return Article(
        text="",
        where=where,
        language=details.pop("language") or how.language,
        extra=extra if isinstance(extra, dict) else {},
        annotator=row["annotator"],
        status=row["label"],
        seconds=seconds_of(about.get("seconds")),
        complete=True,
        **details,
    )


def _span(row: dict[str, str], where: str) -> RawSpan:
    fragments = msgspec.json.decode(row["fragments"], type=tuple[tuple[int, int], ...])
    words = row["text"] if len(row["text"]) < _LONGEST else None
    attributes = attributes_of(msgspec.json.decode(row["attributes"]))
    return RawSpan(fragments, row["label"], words, row["id"], row["note"], attributes, where=where)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="spans" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
