"""Tables of articles: which column is the text, the title, the date; proposed from the head, said by a person.

Pure: CSV, XLSX and Parquet give rows of strings, and take articles from here. A row is an article; columns that nobody
named are kept as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from annotator.formats.cells import unescaped
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, Told, sentence

FIELDS = ("text", "title", "source", "published", "url", "language")
"""What a column can be."""
_NAMES = {
    "text": "text texte body content contenu article corps fulltext full_text article_text article_body plain_text",
    "title": "title titre headline heading headlines name",
    "source": "source outlet journal media média publisher publication newspaper site sitename feed",
    "published": "published date published_at publication_date pubdate datetime created_at day",
    "url": "url link lien href address adresse uri",
    "language": "language lang langue locale",
}
_ENOUGH = 50
_LONG = 80


class ColumnError(Told):
    """A table whose columns do not fit what was said of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands, for messages, and its cells."""

    where: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a table looks like: its columns, which field each field is proposed to be, and its first rows."""

    columns: tuple[str, ...]
    mapping: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


def parse_mapping(text: str) -> dict[str, str]:
    """Return fields with their columns of ``text=body,title=headline``. Raises ColumnError."""
    found: dict[str, str] = {}
    for piece in filter(None, (piece.strip() for piece in text.split(","))):
        field, equals, column = (side.strip() for side in piece.partition("="))
        if not equals or not column or field not in FIELDS:
            raise ColumnError(
                "“{piece}” says nothing of a column: write --map text=body,title=headline. Fields are: {fields}.",
                piece=piece,
                fields=", ".join(FIELDS),
            )
        found[field] = column
    return found


def proposed(rows: Iterable[Row]) -> Proposal:
    """Return what the first rows of a table suggest; the first of them names the columns."""
    first = list(islice(rows, _ENOUGH + 1))
    columns = _columns(first[0].cells) if first else ()
    body = tuple(_whole(row.cells, len(columns)) for row in first[1:])
    mapping: dict[str, str] = {}
    for field, names in _NAMES.items():
        known = names.split()
        fitting = [column for column in columns if column.strip().lower() in known]
        if fitting:
            mapping[field] = min(fitting, key=lambda column: known.index(column.strip().lower()))
    if "text" not in mapping:
        mapping |= _longest(columns, body, taken=frozenset(mapping.values()))
    return Proposal(columns, mapping, body)


def articles(
    rows: Iterable[Row], how: Reading, *, where: str, original: str, encoding: str = ""
) -> Iterator[Article | Refusal]:
    """Yield the article of each row under the head."""
    every = iter(rows)
    first = list(islice(every, _ENOUGH + 1))
    if not first:
        yield Refusal(where, Sentence("There is no row in the table."))
        return
    proposal = proposed(first)
    try:
        fields = _fields(proposal, how.columns)
    except ColumnError as error:
        yield Refusal(where, error.sentence)
        return
    for row in chain(first[1:], every):
        if any(row.cells):
            yield _article(row, proposal.columns, fields, how, original, encoding)


def _article(
    row: Row, columns: Sequence[str], fields: Mapping[str, str], how: Reading, original: str, encoding: str
) -> Article | Refusal:
    if len(row.cells) > len(columns):
        why = "It has {count} cells, the head {wanted}: a quotation mark or a delimiter is missing before."
        return Refusal(row.where, sentence(why, count=len(row.cells), wanted=len(columns)))
    held = dict(zip(columns, map(unescaped, _whole(row.cells, len(columns))), strict=True))
    said = {field: held.pop(column).strip() for field, column in fields.items() if field != "text"}
    text = held.pop(fields["text"])
    if not text.strip():
        return Refusal(row.where, sentence("The column “{column}” is empty.", column=fields["text"]))
    return Article(
        text=text,
        where=row.where,
        language=how.language or said.get("language", "").split("-")[0].lower(),
        extra={column: cell for column, cell in held.items() if cell},
        encoding=encoding,
        original_sha256=original,
        title=said.get("title", ""),
        source=said.get("source", ""),
        published=said.get("published", ""),
        url=said.get("url", ""),
    )


def _fields(proposal: Proposal, said: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with their columns: as said, and as proposed besides where the text is not said."""
    there = ", ".join(proposal.columns)
    for column in said.values():
        if column not in proposal.columns:
            raise ColumnError("There is no column “{column}”. There are: {there}.", column=column, there=there)
    fields = dict(said)
    if "text" not in said:
        free = {field: column for field, column in proposal.mapping.items() if column not in said.values()}
        fields = free | fields
    if "text" not in fields:
        raise ColumnError(
            "No column is known to hold the text: say which with text=COLUMN. There are: {there}.", there=there
        )
    if len(set(fields.values())) < len(fields):
        raise ColumnError("A column is said to be two things at once.")
    return fields


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns, each of them once; one without a name gets its number."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = unescaped(cell).strip() or str(number)
        names.append(name if name not in names else f"{name} {number}")
    return tuple(names)


def _whole(cells: Sequence[str], count: int) -> tuple[str, ...]:
    return (
        tuple(cell for cell, _ in zip_longest(cells, range(count), fillvalue=""))
        if len(cells) < count
        else tuple(cells)
    )


def _longest(columns: Sequence[str], body: Sequence[Sequence[str]], *, taken: frozenset[str]) -> dict[str, str]:
    """Return the column whose cells are the longest, where they are long enough to be texts."""
    lengths = {
        column: sum(len(row[n]) for row in body) / len(body)
        for n, column in enumerate(columns)
        if body and column not in taken
    }
    best = max(lengths, key=lambda column: lengths[column], default="")
    return {"text": best} if best and lengths[best] >= _LONG else {}
