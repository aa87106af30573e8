"""The tables of a project file. Ids are 16-byte UUIDs, hashes raw bytes, offsets code points.

Spans are the many: they lie by the position of their layer, so that a new layer is written at the end of their tree.
"""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import UserDefinedType

APPLICATION_ID = 0x414E4E4F
"""``ANNO``: the four bytes at offset 68 by which `file` and we know a project."""
USER_VERSION = 8
"""The version of these tables; each step of `annotator.store.migrations` raises it by one."""


class Blob(UserDefinedType[bytes]):
    """Bytes as they are: SQLAlchemy's own type wraps each value, which bulk inserts feel."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Return the type's name in SQLite."""
        return "BLOB"


metadata = MetaData()
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_CLUSTERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _uuid(name: str, *args: ForeignKey, primary_key: bool = False, nullable: bool = False) -> Column[bytes]:
    check = CheckConstraint(f"length({name}) = 16")
    return Column(name, Blob, *args, check, primary_key=primary_key, nullable=nullable)


def _text(name: str, default: str | None = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


project = Table(
    "project",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    _uuid("id"),
    **_STRICT,
)
setting = Table("setting", metadata, Column("key", Text, primary_key=True), _text("value"), **_CLUSTERED)
scheme = Table(
    "scheme",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Blob, CheckConstraint("length(sha256) = 32"), nullable=False, unique=True),
    Column("json", Blob, nullable=False),
    **_STRICT,
)
annotator = Table("annotator", metadata, _uuid("id", primary_key=True), _text("name"), **_CLUSTERED)
document = Table(
    "document",
    metadata,
    Column("position", Integer, primary_key=True),
    _uuid("id"),
    Column("sha256", Blob, CheckConstraint("length(sha256) = 32"), nullable=False),
    Column("length", Integer, CheckConstraint("length > 0"), nullable=False),
    _text("language"),
    _text("title"),
    _text("source"),
    _text("published"),
    _text("url"),
    _text("extra", "{}"),
    _text("encoding"),
    _text("original_sha256"),
    _text("changes", "[]"),
    _text("flags", "[]"),
    UniqueConstraint("id"),
    **_STRICT,
)
text = Table(
    "text",
    metadata,
    Column("document", Integer, ForeignKey("document.position"), primary_key=True),
    _text("text", None),
    **_STRICT,
)
segmentation = Table(
    "segmentation",
    metadata,
    _uuid("document", ForeignKey("document.id"), primary_key=True),
    _text("tokenizer"),
    Column("tokens", Blob, nullable=False),
    Column("sentences", Blob, nullable=False),
    Column("sha256", Blob, CheckConstraint("length(sha256) = 32"), nullable=False),
    **_CLUSTERED,
)
entity = Table(
    "entity",
    metadata,
    _uuid("document", ForeignKey("document.id"), primary_key=True),
    _uuid("id", primary_key=True),
    _text("label"),
    Column("start", Integer, CheckConstraint("start >= 0"), nullable=False),
    Column("end", Integer, CheckConstraint('"end" > start'), nullable=False),
    _text("words"),
    Column("status", Text, CheckConstraint("status IN ('auto','confirmed','rejected','added')"), nullable=False),
    _text("origin"),
    **_CLUSTERED,
)
layer = Table(
    "layer",
    metadata,
    Column("position", Integer, primary_key=True),
    _uuid("id"),
    _uuid("document", ForeignKey("document.id")),
    _uuid("annotator", ForeignKey("annotator.id")),
    Column("status", Text, CheckConstraint("status IN ('new','in_progress','done','flagged')"), nullable=False),
    UniqueConstraint("id"),
    UniqueConstraint("document", "annotator"),
    **_STRICT,
)
timing = Table(
    "timing",
    metadata,
    _uuid("layer", ForeignKey("layer.id"), primary_key=True),
    Column("seconds", Integer, CheckConstraint("seconds >= 0"), nullable=False),
    **_CLUSTERED,
)
span = Table(
    "span",
    metadata,
    Column("layer", Integer, ForeignKey("layer.position"), primary_key=True),
    _uuid("id", primary_key=True),
    _text("label"),
    Column("start", Integer, CheckConstraint("start >= 0"), nullable=False),
    Column("end", Integer, CheckConstraint('"end" > start'), nullable=False),
    _text("words", None),
    Column("fragments", Text),
    Column("attributes", Text),
    Column("note", Text),
    **_CLUSTERED,
)
link = Table(
    "link",
    metadata,
    _uuid("layer", ForeignKey("layer.id"), primary_key=True),
    _uuid("id", primary_key=True),
    _text("type"),
    _uuid("source"),
    Column("target_kind", Text, CheckConstraint("target_kind IN ('span','entity','evidence')"), nullable=False),
    _uuid("target"),
    Column("attributes", Text),
    **_CLUSTERED,
)
evidence = Table(
    "evidence",
    metadata,
    _uuid("layer", ForeignKey("layer.id"), primary_key=True),
    _uuid("id", primary_key=True),
    _text("record", "{}"),
    **_CLUSTERED,
)
ruling = Table(
    "ruling",
    metadata,
    _uuid("layer", ForeignKey("layer.id"), primary_key=True),
    _uuid("id", primary_key=True),
    _text("record", None),
    **_CLUSTERED,
)
page = Table(
    "page",
    metadata,
    Column("document", Integer, ForeignKey("document.position"), primary_key=True),
    Column("data", Blob, nullable=False),
    **_STRICT,
)
kinship = Table(
    "kinship",
    metadata,
    _uuid("document", ForeignKey("document.id"), primary_key=True),
    Column("fingerprint", Blob, nullable=False),
    Column("kin", Blob, CheckConstraint("length(kin) % 16 = 0")),
    Column("sha256", Blob, CheckConstraint("length(sha256) = 32"), nullable=False),
    **_CLUSTERED,
)
gazetteer = Table("gazetteer", metadata, Column("name", Text, primary_key=True), _text("label"), **_CLUSTERED)
journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Blob, CheckConstraint("length(id) = 32"), nullable=False, unique=True),
    Column("previous", Blob, nullable=False),
    _uuid("chain"),
    _uuid("gesture"),
    Column("kind", Text, CheckConstraint("kind IN ('do','undo','redo','log')"), nullable=False),
    _uuid("of", nullable=True),
    _uuid("annotator"),
    Column("at", Integer, nullable=False),
    _text("scheme"),
    Column("edits", Blob, nullable=False),
    **_STRICT,
)
merge = Table("merge", metadata, _uuid("id", primary_key=True), _text("record", "{}"), **_CLUSTERED)
aside = Table(
    "aside",
    metadata,
    Column("seq", Integer, ForeignKey("journal.seq"), primary_key=True),
    Column("why", Text, CheckConstraint("why IN ('side','undone')"), nullable=False),
    **_STRICT,
)
statistic = Table(
    "statistic",
    metadata,
    _uuid("document", ForeignKey("document.id"), primary_key=True),
    _uuid("team", primary_key=True),
    _uuid("layers"),
    Column("numbers", Blob, nullable=False),
    Column("sha256", Blob, CheckConstraint("length(sha256) = 32"), nullable=False),
    **_CLUSTERED,
)
unresolved = Table(
    "unresolved",
    metadata,
    _uuid("id", primary_key=True),
    _uuid("document", ForeignKey("document.id")),
    Column("status", Text, CheckConstraint("status IN ('open','placed','left_out')"), nullable=False),
    _text("record", None),
    **_CLUSTERED,
)
Index("journal_chain", journal.c.chain, journal.c.seq)
Index("journal_gesture", journal.c.annotator, journal.c.gesture, sqlite_where=journal.c.kind != "log")

SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search USING fts5(text, content='text', content_rowid='document', "
    'tokenize="unicode61 remove_diacritics 2")'
)
APPEND_ONLY = tuple(
    f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for table in ("journal", "page", "text")
    for verb in ("UPDATE", "DELETE")
)


def create_tables(connection: Connection) -> None:
    """Make all tables, the search index and the triggers in an empty database."""
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(SEARCH_INDEX)
    add_triggers(connection)


def add_triggers(connection: Connection) -> None:
    """Make the tables append-only that are."""
    for trigger in APPEND_ONLY:
        connection.exec_driver_sql(trigger)
