"""The check: everything the program promises about a project file, proved on a copy of the file itself."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, text
from sqlalchemy.exc import DBAPIError

from annotator.model.edits import Noun, State, key_of
from annotator.model.highlights import entity_id
from annotator.model.ids import DocumentId, LayerId
from annotator.model.layer import ORIGINS, Entity, Span, orphans
from annotator.model.text import sha256_of
from annotator.model.told import Told
from annotator.store import reading, schema
from annotator.store.codec import segmentation_hash, unsqueeze, uuid_text
from annotator.store.connection import missing_triggers
from annotator.store.folding import Walk
from annotator.store.kinship import kinship_hash
from annotator.store.pages import opened
from annotator.store.project import Project
from annotator.store.schemes import scheme_hash
from annotator.store.tables import SPANS, TABLES, noun_of

_SEARCH_CHECK = text("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as promised: of what kind, where, and what."""

    kind: str
    where: str
    what: str


def check(project: Project) -> tuple[Finding, ...]:
    """Return everything that is wrong with a project, nothing when all is well.

    SQLite's own check, the hash of each text, page, scheme, segmentation and kinship, each entry's hash and chain, the
    tables against the fold of the journal, each span's and entity's words against its text, each link's ends, each
    label against the scheme, the search index against the texts.
    """
    findings: list[Finding] = []
    try:
        with project.snapshot() as connection:
            findings += _file(connection)
            # what SQLite itself cannot follow is not worth reading
            for finding in () if findings else _contents(connection, project):
                findings.append(finding)
    except Told as error:
        findings.append(Finding("file", "database", str(error)))
    return tuple(findings)


def _contents(connection: Connection, project: Project) -> Iterator[Finding]:
    walk = Walk(connection)
    yield from (Finding("journal", *wrong) for wrong in walk.wrong)
    yield from _fold(connection, walk.state, project)
    yield from _schemes(connection)
    yield from _segmentations(connection)
    yield from _pages(connection)
    yield from _kinships(connection)
    yield from _documents(connection, project)
    yield from _links(connection)
    try:
        connection.execute(_SEARCH_CHECK)
    except DBAPIError as error:
        yield Finding("search", "search index", str(error.orig))


def _file(connection: Connection) -> Iterator[Finding]:
    for name in missing_triggers(connection):
        yield Finding("file", "database", f"what keeps it append-only is not there: {name}")
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        # newer versions of SQLite look into the search index here too; `_contents` does, and it can be made anew
        if line != "ok" and "FTS5" not in line:
            yield Finding("file", "database", str(line))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding("file", f"table {row[0]}", f"row {row[1]} speaks of a row of {row[2]} that is not there")


def _fold(connection: Connection, state: State, project: Project) -> Iterator[Finding]:
    """Hold the tables against the fold of the journal, both ways."""
    left = dict(state)
    for kind, row in _rows(connection):
        try:
            noun = noun_of(kind, row, project.id)
        except Exception as error:  # a damaged row may fail in any way, and must not stop the check
            yield Finding("fold", kind.__name__.lower(), f"a row cannot be read: {error}")
            continue
        key = key_of(noun)
        folded = left.pop(key, None)
        if isinstance(noun, Entity) and noun.status == "auto" and folded is None:
            if noun.id != entity_id(noun.document_id, noun.label, noun.start, noun.end) or noun.origin not in ORIGINS:
                yield Finding("entity", " ".join(key), "it is not what the machine made")
        elif folded != noun:
            what = "the journal does not know it" if folded is None else "it is not what the journal says"
            yield Finding("fold", " ".join(key), what)
    for kind_name, id_ in left:
        yield Finding("fold", f"{kind_name} {id_}", "the journal has it, the tables do not")


def _rows(connection: Connection) -> Iterator[tuple[type[Noun], Row[Any]]]:
    for kind, table in TABLES.items():
        query = SPANS if kind is Span else select(table)
        for row in connection.execute(query.execution_options(yield_per=1000)):
            yield kind, row


def _schemes(connection: Connection) -> Iterator[Finding]:
    """Hold every version of the scheme against its hash, and every entry against the versions that are there."""
    known = {""}
    for row in connection.execute(select(schema.scheme)):
        known.add(row.sha256.hex())
        try:
            true = scheme_hash(unsqueeze(row.json)) == row.sha256.hex()
        except Exception:  # as above
            true = False
        if not true:
            yield Finding("scheme", row.sha256.hex(), "its hash is not that of what it says")
    for (digest,) in connection.execute(select(schema.journal.c.scheme).distinct()):
        if digest not in known:
            yield Finding("scheme", digest, "entries were made under a scheme that is not there")


def _segmentations(connection: Connection) -> Iterator[Finding]:
    for row in connection.execute(select(schema.segmentation).execution_options(yield_per=100)):
        if segmentation_hash(row.tokenizer, row.tokens, row.sentences) != row.sha256:
            yield Finding("segmentation", uuid_text(row.document), "its hash is not that of its tokens and sentences")


def _pages(connection: Connection) -> Iterator[Finding]:
    """Hold each page against the hash of what its document was read from."""
    d, p = schema.document, schema.page
    query = select(d.c.id, d.c.original_sha256, p.c.data).join(d, d.c.position == p.c.document)
    for row in connection.execute(query.execution_options(yield_per=20)):
        try:
            true = hashlib.sha256(opened(row.data)).hexdigest() == row.original_sha256
        except zlib.error:
            true = False
        if not true:
            yield Finding("page", uuid_text(row.id), "it is not what the document was read from")


def _kinships(connection: Connection) -> Iterator[Finding]:
    for row in connection.execute(select(schema.kinship).execution_options(yield_per=1000)):
        if kinship_hash(row.document, row.fingerprint, row.kin) != row.sha256:
            yield Finding("kinship", uuid_text(row.document), "its hash is not that of what it says")


def _documents(connection: Connection, project: Project) -> Iterator[Finding]:
    """Hold each text against its hash, and everything that lies on a document against its text and the scheme."""
    labels = {label.id for label in project.scheme.labels}
    layers: dict[bytes, list[LayerId]] = {}
    for row in connection.execute(select(schema.layer)):
        layers.setdefault(row.document, []).append(LayerId(uuid_text(row.id)))
    d, t = schema.document, schema.text
    query = select(d.c.id, d.c.sha256, d.c.length, t.c.text).outerjoin(t, t.c.document == d.c.position)
    for row in connection.execute(query.execution_options(yield_per=100)):
        document = DocumentId(uuid_text(row.id))
        if row.text is None or sha256_of(row.text) != row.sha256.hex() or len(row.text) != row.length:
            yield Finding("text", document, "its text is not the one that was imported")
            continue
        for entity in reading.entities(connection, document):
            if row.text[entity.start : entity.end] != entity.words:
                yield Finding("entity", f"{document} {entity.id}", "its words are not those of the text")
        spans = [span for layer in layers.get(row.id, ()) for span in reading.spans(connection, layer)]
        yield from _spans(row.text, spans, labels, document)


def _spans(words: str, spans: list[Span], labels: set[str], document: DocumentId) -> Iterator[Finding]:
    for span in orphans(words, spans):
        yield Finding("span", f"{document} {span.id}", "its words are not those of the text at its place")
    for span in spans:
        if span.label not in labels:
            yield Finding("span", f"{document} {span.id}", f"the scheme in force has no label “{span.label}”")


def _links(connection: Connection) -> Iterator[Finding]:
    """Look for links that come from no span of their layer, or go to nothing."""
    link, span, layer, evidence = schema.link, schema.span, schema.layer, schema.evidence
    own = select(span.c.id).join(layer, layer.c.position == span.c.layer).where(layer.c.id == link.c.layer)
    for row in connection.execute(select(link.c.id).where(link.c.source.not_in(own.correlate(link)))):
        yield Finding("link", uuid_text(row.id), "the span it comes from is not there")
    ends = {
        "span": select(span.c.id),
        "entity": select(schema.entity.c.id),
        "evidence": select(evidence.c.id).where(evidence.c.layer == link.c.layer).correlate(link),
    }
    for kind, known in ends.items():
        lost = select(link.c.id).where(link.c.target_kind == kind, link.c.target.not_in(known))
        for row in connection.execute(lost):
            yield Finding("link", uuid_text(row.id), f"the {kind} it goes to is not there")
