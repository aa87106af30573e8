"""A project file that is open: every read and every change of it goes through here."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.document import Document
from annotator.model.edits import Edit, Gesture, GestureKind, Setting
from annotator.model.highlights import Highlights
from annotator.model.ids import AnnotatorId, DocumentId, GestureId, LayerId, ProjectId, annotator_id, new_uuid
from annotator.model.layer import Annotator, Entity, LabelledDocument, Layer, QueueRow
from annotator.model.ruling import Ruling
from annotator.model.scheme import Scheme
from annotator.store import bulk, journal, reading, schema, sweep
from annotator.store.codec import uuid_text
from annotator.store.connection import attached, check_header, check_tables, engine_of, transaction
from annotator.store.copying import snapshot
from annotator.store.errors import NotAProject, ProjectDamaged, ProjectReadOnly, damaged, moved, translated
from annotator.store.files import Seen, new_file, seen
from annotator.store.readying import ready_to_read, ready_to_write
from annotator.store.schemes import EMPTY_SCHEME, parse_scheme, scheme_hash, squeezed_scheme
from annotator.store.search import Hit, search

PROGRAM = Annotator(annotator_id("annotator program"), "")
"""Who made the entries that no person made, such as the import of articles."""


class Project:
    """One open project file. Writers hold a lock on it; a second one is refused with a sentence."""

    def __init__(self, path: Path, *, read_only: bool = False, lent: bool = False) -> None:
        """Open a project file; see `Project.open` for what can be refused. A ``lent`` one is locked by who lends it."""
        self.path = path
        self.read_only = read_only
        self._lent = lent
        check_header(path)
        self._scheme, self._scheme_sha256 = EMPTY_SCHEME, ""
        self._head = b""
        self._held = ExitStack()
        try:
            self._connect()
            self._seen = seen(path)
            self._read_heads()
        except Exception as error:
            self._held.close()
            told = translated(error, path)
            if told is error:
                raise
            raise told from error

    @classmethod
    def create(cls, path: Path, *, scheme: bytes, title: str = "", language: str = "fr") -> "Project":
        """Make an empty project file with a scheme (JSON bytes) and open it.

        Raises StoreError when the file exists or cannot be made, SchemeError when the scheme is not one.
        """
        parse_scheme(scheme)
        with new_file(path) as beside, cls(beside) as project:
            project.adopt_scheme(scheme)
            for key, value in (("title", title or path.stem), ("language", language)):
                project.set_setting(key, value)
        return cls(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Project":
        """Open a project file.

        Raises NotAProject, ProjectTooNew, ProjectDamaged, ProjectInUse or ProjectReadOnly, the file left as it was.
        """
        return cls(path, read_only=read_only)

    def close(self) -> None:
        """Let go of the file."""
        self._held.close()

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- what the project is -------------------------------------------------------------------

    @property
    def id(self) -> ProjectId:
        """Return the project's own id."""
        return self._id

    @property
    def scheme(self) -> Scheme:
        """Return the scheme in force."""
        return self._scheme

    @property
    def scheme_sha256(self) -> str:
        """Return the hash of the scheme in force: each entry says which one it was made under."""
        return self._scheme_sha256

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting that travels with the project."""
        with self.reading() as connection:
            found = connection.execute(select(schema.setting.c.value).where(schema.setting.c.key == key)).scalar()
        return default if found is None else found

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting in the project."""
        held = self.setting(key, "\0")
        before = None if held == "\0" else Setting(self.id, key, held)
        if held != value:
            self.log(Edit(before, Setting(self.id, key, value)))

    def scheme_json(self) -> bytes:
        """Return the JSON of the scheme in force."""
        with self.reading() as connection:
            data = reading.scheme_json(connection, self._scheme_sha256)
        if data is None:
            raise ProjectDamaged("“{file}” has lost its scheme. Restore a backup.", file=self.path.name)
        return data

    def adopt_scheme(self, data: bytes) -> Scheme:
        """Make a scheme the one in force; labels are known by id, so the spans made before stay what they are."""
        scheme, digest = parse_scheme(data), scheme_hash(data)
        before = Setting(self.id, "scheme", self._scheme_sha256) if self._scheme_sha256 else None
        gesture = self._gesture((Edit(before, Setting(self.id, "scheme", digest)),), PROGRAM.id, kind="log")
        row = {"sha256": bytes.fromhex(digest), "json": squeezed_scheme(data)}
        if digest == self._scheme_sha256:
            return scheme
        with self.writing() as connection:
            connection.execute(insert(schema.scheme).on_conflict_do_nothing(), row)
            journal.commit(connection, gesture, project=self.id, scheme=digest)
        self._scheme, self._scheme_sha256 = scheme, digest
        return scheme

    def gazetteer(self) -> tuple[tuple[str, str], ...]:
        """Return the project's own names and their entity types (empty: never an entity), by name."""
        with self.reading() as connection:
            return reading.gazetteer(connection)

    # -- reading --------------------------------------------------------------------------------

    def annotators(self) -> tuple[Annotator, ...]:
        """Return the people who have worked here, and gold, by name."""
        with self.reading() as connection:
            return reading.annotators(connection)

    def annotator(self, name: str) -> Annotator:
        """Return the annotator of this name, entered when new. Raises ValueError for an empty name."""
        person = Annotator(annotator_id(name), name.strip())
        if not person.name:
            raise ValueError("an annotator needs a name")
        known = next((a for a in self.annotators() if a.id == person.id), None)
        if known is None:
            self.log(Edit(None, person))
        return known or person

    def queue(self, annotator: AnnotatorId | None, documents: Sequence[DocumentId] | None = None) -> list[QueueRow]:
        """Return the documents, or some of them, as one annotator sees them, in import order."""
        with self.reading() as connection:
            return reading.queue(connection, annotator, documents)

    def documents(self) -> list[Document]:
        """Return all documents in import order."""
        with self.reading() as connection:
            return reading.documents(connection)

    def document(self, id_: DocumentId) -> Document | None:
        """Return one document, None when it is not there."""
        with self.reading() as connection:
            return reading.document(connection, id_)

    def text(self, id_: DocumentId) -> str:
        """Return the frozen text of a document."""
        with self.reading() as connection:
            return reading.text_of(connection, id_)

    def entities(self, id_: DocumentId) -> tuple[Entity, ...]:
        """Return the entities of a document in text order, the rejected ones too."""
        with self.reading() as connection:
            return reading.entities(connection, id_)

    def entities_named(self, words: str) -> tuple[Entity, ...]:
        """Return the entities with these words, exactly, in all documents."""
        with self.reading() as connection:
            return reading.entities_named(connection, words)

    def layer(self, document: DocumentId, annotator: AnnotatorId) -> Layer | None:
        """Return an annotator's layer on a document, None when nothing was ever done there."""
        with self.reading() as connection:
            return reading.layer(connection, document, annotator)

    def documents_of_layers(self, layers: frozenset[LayerId]) -> dict[LayerId, DocumentId]:
        """Return which documents some layers are on."""
        with self.reading() as connection:
            return reading.documents_of_layers(connection, layers)

    def labelled(self, document: DocumentId, annotator: Annotator) -> LabelledDocument:
        """Return a document with one annotator's layer. Raises KeyError for a document that is not there."""
        with self.reading() as connection:
            return reading.labelled(connection, document, annotator)

    def all_labelled(
        self, only: frozenset[AnnotatorId] | None = None, inside: frozenset[DocumentId] | None = None
    ) -> Iterator[LabelledDocument]:
        """Yield layers with their documents, of these people and documents: by import order, then by name."""
        with self.reading() as connection:
            yield from sweep.all_labelled(connection, only, inside)

    def layers_of(self, people: frozenset[AnnotatorId], *, only_done: bool = False) -> frozenset[DocumentId]:
        """Return the documents on which one of these people has a layer, or one that is done."""
        with self.reading() as connection:
            return reading.layers_of(connection, people, only_done=only_done)

    def finished(self) -> dict[DocumentId, tuple[AnnotatorId, ...]]:
        """Return who has finished which document, done or flagged, by import order."""
        with self.reading() as connection:
            return reading.finished(connection)

    def rulings(self) -> tuple[Ruling, ...]:
        """Return the rulings of all gold layers."""
        with self.reading() as connection:
            return reading.all_rulings(connection)

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return the best documents that hold all words."""
        with self.reading() as connection:
            return search(connection, words, limit=limit)

    def without_highlights(self) -> list[DocumentId]:
        """Return the documents that no language worker has seen, in import order."""
        with self.reading() as connection:
            return reading.without_highlights(connection)

    # -- changing -------------------------------------------------------------------------------

    def commit(self, edits: Sequence[Edit], *, by: AnnotatorId, kind: GestureKind = "do", of: GestureId | None = None,
               log: Sequence[Edit] = ()) -> GestureId:  # fmt: skip
        """Commit edits as one gesture, in one transaction with its journal entries; returns when it is on disk.

        ``log`` are edits that must stand before it and are not undone with it (a layer's first row).
        Raises EditError when an edit does not fit, StoreError when the file cannot take it; nothing is kept then.
        """
        gesture = self._gesture(tuple(edits), by, kind=kind, of=of)
        with self.writing() as connection:
            if log:
                first = self._gesture(tuple(log), by, kind="log")
                journal.commit(connection, first, project=self.id, scheme=self._scheme_sha256)
            journal.commit(connection, gesture, project=self.id, scheme=self._scheme_sha256)
        return gesture.id

    def log(self, *edits: Edit, by: AnnotatorId = PROGRAM.id) -> GestureId:
        """Commit edits that are kept in the journal but never undone."""
        return self.commit(edits, by=by, kind="log")

    def head(self) -> bytes:
        """Return the hash of the newest entry of the journal."""
        with self.reading() as connection:
            return journal.newest(connection)

    def entry_count(self) -> int:
        """Return how many entries the journal has."""
        with self.reading() as connection:
            return journal.count(connection)

    def history(self, *annotators: AnnotatorId) -> list[tuple[GestureId, GestureKind, GestureId | None]]:
        """Return the gestures, undos and redos of these annotators, oldest first."""
        with self.reading() as connection:
            return journal.history(connection, annotators)

    def gesture(self, id_: GestureId) -> Gesture:
        """Return a gesture from the journal."""
        with self.reading() as connection:
            return journal.gesture_of(connection, id_)

    def add_documents(self, batch: Sequence[bulk.NewDocument], *, by: AnnotatorId = PROGRAM.id) -> None:
        """Insert new documents with everything that came along, all or none. Their annotators are entered before."""
        with self.writing() as connection:
            bulk.add_documents(connection, batch, by=by, at=journal.now(), project=self.id, scheme=self._scheme_sha256)

    def set_highlights(self, document: DocumentId, text: str, highlights: Highlights) -> tuple[Entity, ...]:
        """Replace what the machine knows of a document; people's decisions stay."""
        with self.writing() as connection:
            return bulk.set_highlights(connection, document, text, highlights)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection for reads, errors told as the store's."""
        try:
            if self._connection.in_transaction():
                yield self._connection
            else:
                with self._connection.begin():
                    yield self._connection
        except (ValueError, TypeError, AttributeError) as error:  # a row that is not what the tables allow
            raise damaged(self.path) from error
        except Exception as error:
            told = translated(error, self.path)
            if told is error:
                raise
            raise told from error

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection to a private copy of the file, in which a check may do what it likes."""
        with ExitStack() as held:
            place = self._place if self.read_only else held.enter_context(snapshot(self.path))
            engine = engine_of(place)
            held.callback(engine.dispose)
            with engine.connect() as connection, transaction(connection, self.path):
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give one transaction on the file that was opened; raises ProjectMoved when another stands in its place."""
        if self.read_only:
            raise ProjectReadOnly("“{file}” was opened for reading only.", file=self.path.name)
        self._follow()
        with transaction(self._connection, self.path) as connection:
            if journal.newest(connection) != self._head:
                raise moved(self.path)
            yield connection
            head = journal.newest(connection)
        now = seen(self.path)
        self._same_file(now)
        self._head, self._seen = head, now

    def catch_up(self) -> None:
        """Take the file as a process that it was lent to has left it, or as that was killed while it wrote.

        Raises ProjectMoved when another file stands in its place.
        """
        self._same_file(seen(self.path))
        self._reconnect()
        self._head, self._seen = self.head(), seen(self.path)

    def beside(self, path: Path) -> AbstractContextManager[None]:
        """Attach a database of our own making as ``spool`` while the context lasts."""
        if not self.read_only:
            self._follow()  # a new connection would not have it any more
        return attached(self._connection, path)

    # -- inside ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        if self.read_only:
            self._place = self._held.enter_context(ready_to_read(self.path))
        elif self._lent:
            self._place = self.path
        else:
            self._place = self._held.enter_context(ready_to_write(self.path))
        self._engine = engine_of(self._place, read_only=self.read_only)
        self._held.callback(self._engine.dispose)
        self._connection: Connection = self._engine.connect()
        self._held.callback(lambda: self._connection.close())

    def _follow(self) -> None:
        """Connect anew when the file was overwritten in place: what SQLite has in memory may be of the old one."""
        if self._seen != (now := seen(self.path)):
            self._same_file(now)
            self._reconnect()
            self._seen = now

    def _reconnect(self) -> None:
        self._connection.close()
        self._engine.dispose()
        self._connection = self._engine.connect()

    def _gesture(
        self, edits: tuple[Edit, ...], by: AnnotatorId, *, kind: GestureKind, of: GestureId | None = None
    ) -> Gesture:
        return Gesture(GestureId(new_uuid()), by, journal.now(), edits, kind, of)

    def _same_file(self, now: Seen) -> None:
        if now[:2] != self._seen[:2]:
            raise moved(self.path)

    def _read_heads(self) -> None:
        with self.reading() as connection:
            check_tables(connection, self.path, read_only=self.read_only)
            self._head = journal.newest(connection)
            row = connection.execute(select(schema.project.c.id)).first()
            if row is None:
                raise ProjectDamaged(
                    "“{file}” was not finished when it was made. Make a new project.", file=self.path.name
                )
            self._id = ProjectId(uuid_text(row.id))
            pack = connection.execute(select(schema.setting.c.value).where(schema.setting.c.key == "pack")).scalar()
            if pack == "without text":
                raise NotAProject(
                    "“{file}” is a pack without texts: merge it where the texts are.", file=self.path.name
                )
            query = select(schema.setting.c.value).where(schema.setting.c.key == "scheme")
            self._scheme_sha256 = connection.execute(query).scalar() or ""
            if self._scheme_sha256:
                self._scheme = parse_scheme(self.scheme_json())
