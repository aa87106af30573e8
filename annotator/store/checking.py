"""The check: everything the program promises about a project file, proved on the file itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from annotator.model.edits import EditError, Noun, State, apply, key_of
from annotator.model.ids import DocumentId, LayerId, ProjectId
from annotator.model.layer import Entity, Span, orphans
from annotator.model.text import sha256_of
from annotator.store import reading, schema
from annotator.store.codec import uuid_text
from annotator.store.journal import entry_of, row_is_true
from annotator.store.project import Project
from annotator.store.tables import SPANS, TABLES, noun_of


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as promised: of what kind, where, and what."""

    kind: str
    where: str
    what: str


def check(project: Project) -> tuple[Finding, ...]:
    """Return everything that is wrong with a project, nothing when all is well.

    SQLite's own check, the hash of each text, each entry's hash and chain, the tables against the fold of the journal,
    each span's words against its text, each link's ends, each label against the scheme.
    """
    with project.reading() as connection:
        damage = tuple(_file(connection))
        if damage:
            return damage
        state, journal = _journal(connection)
        return (
            *journal,
            *_fold(connection, state, project.id),
            *_documents(connection, project),
            *_links(connection),
        )


def _file(connection: Connection) -> Iterator[Finding]:
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield Finding("file", "database", str(line))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding("file", f"table {row[0]}", f"row {row[1]} speaks of a row of {row[2]} that is not there")


def _journal(connection: Connection) -> tuple[State, list[Finding]]:
    """Walk the journal once: hashes, chains, and the state it adds up to."""
    findings: list[Finding] = []
    state: State = {}
    heads: dict[bytes, bytes] = {}
    query = select(schema.journal).order_by(schema.journal.c.seq).execution_options(yield_per=500)
    for row in connection.execute(query):
        where = f"entry {row.seq}"
        try:
            if not row_is_true(row):
                findings.append(Finding("journal", where, "its hash is not that of what it says"))
            if row.previous != heads.get(row.chain, b""):
                findings.append(Finding("journal", where, "it does not follow the entry before it in its chain"))
            heads[row.chain] = row.id
            for edit in entry_of(row).gesture.edits:
                apply(state, edit)
        except EditError as error:
            findings.append(Finding("journal", where, str(error)))
        except Exception as error:  # a damaged entry may fail in any way, and must not stop the check
            findings.append(Finding("journal", where, f"it cannot be read: {error}"))
    return state, findings


def _fold(connection: Connection, state: State, project: ProjectId) -> Iterator[Finding]:
    """Hold the tables against the fold of the journal, both ways."""
    left = dict(state)
    for noun in _held(connection, project):
        key = key_of(noun)
        folded = left.pop(key, None)
        if isinstance(noun, Entity) and noun.status == "auto" and folded is None:
            continue
        if folded != noun:
            what = "the journal does not know it" if folded is None else "it is not what the journal says"
            yield Finding("fold", " ".join(key), what)
    for kind, id_ in left:
        yield Finding("fold", f"{kind} {id_}", "the journal has it, the tables do not")


def _held(connection: Connection, project: ProjectId) -> Iterator[Noun]:
    for kind, table in TABLES.items():
        query = SPANS if kind is Span else select(table)
        for row in connection.execute(query.execution_options(yield_per=1000)):
            yield noun_of(kind, row, project)


def _documents(connection: Connection, project: Project) -> Iterator[Finding]:
    labels = {label.id for label in project.scheme.labels}
    layers: dict[str, list[LayerId]] = {}
    for row in connection.execute(select(schema.layer.c.id, schema.layer.c.document)):
        layers.setdefault(uuid_text(row.document), []).append(LayerId(uuid_text(row.id)))
    for document in reading.documents(connection):
        try:
            words = reading.text_of(connection, document.id)
        except KeyError:
            yield Finding("text", document.id, "its text is not there")
            continue
        if sha256_of(words) != document.sha256 or len(words) != document.length:
            yield Finding("text", document.id, "its text is not the one that was imported")
        spans = [span for layer in layers.get(document.id, ()) for span in reading.spans(connection, layer)]
        yield from _spans(words, spans, labels, document.id)
        for entity in reading.entities(connection, document.id):
            if words[entity.start : entity.end] != entity.words:
                yield Finding("entity", f"{document.id} {entity.id}", "its words are not those of the text")


def _spans(words: str, spans: list[Span], labels: set[str], document: DocumentId) -> Iterator[Finding]:
    for span in orphans(words, spans):
        yield Finding("span", f"{document} {span.id}", "its words are not those of the text at its place")
    for span in spans:
        if span.label not in labels:
            yield Finding("span", f"{document} {span.id}", f"the scheme in force has no label “{span.label}”")


def _links(connection: Connection) -> Iterator[Finding]:
    ends = {
        "span": select(schema.span.c.id),
        "entity": select(schema.entity.c.id),
        "evidence": select(schema.evidence.c.id),
    }
    for kind, known in ends.items():
        link = schema.link
        lost = select(link.c.id).where(link.c.target_kind == kind, link.c.target.not_in(known))
        for row in connection.execute(lost):
            yield Finding("link", uuid_text(row.id), f"the {kind} it goes to is not there")
    from_nothing = select(schema.link.c.id).where(schema.link.c.source.not_in(ends["span"]))
    for row in connection.execute(from_nothing):
        yield Finding("link", uuid_text(row.id), "the span it comes from is not there")
