"""Foreign files proved: every entry by its hash, every chain by its edits, every table by what the journal adds up to.

What is sound goes into the spool as we would have written it; at the first thing that is not, nothing of the file does.
"""

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from annotator.model import chains
from annotator.model.document import Document
from annotator.model.edits import Edit, EditError, Entry, Merge, Noun, Setting, State, apply, chain_of
from annotator.model.ids import AnnotatorId, ProjectId
from annotator.model.layer import Annotator, Entity, Layer, Link, Span, is_gold
from annotator.model.soundness import unsound
from annotator.model.text import freeze, sha256_of
from annotator.model.told import Told
from annotator.store.codec import unsqueeze, uuid_bytes, uuid_text
from annotator.store.entries import Raw, lost, proved_entry
from annotator.store.errors import NotAProject, ProjectDamaged
from annotator.store.guarded import Request, opened
from annotator.store.project import PROGRAM
from annotator.store.schemes import SchemeError, parse_scheme, scheme_hash
from annotator.store.settling import numbers_of
from annotator.store.spool import LAYERED, Spool, columns_of
from annotator.store.tables import TABLES, record_of

_LATEST = 1 << 52
_UNTRUE = (EditError, SchemeError, ValueError, KeyError, TypeError, OverflowError, RecursionError, zlib.error)
_KINDS = ("do", "undo", "redo", "log")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign file that is sound: what it is called, its scheme, and how much it holds."""

    number: int
    name: str
    title: str
    scheme: bytes
    scheme_sha256: str
    documents: int
    layers: int
    entries: int


def read_foreign(_: None, request: Request) -> Foreign:
    """Prove a foreign file and put what it holds into the spool: the function of the worker process.

    Raises StoreError with the sentence for the person; the spool holds nothing of the file then.
    """
    spool = Spool(request.spool)
    try:
        with opened(request.path, request.spool.parent) as connection, spool.filling():
            return _Reading(connection, spool, request).read()
    except _UNTRUE as error:
        raise _untrue(request.path, error) from error
    finally:
        spool.close()


class _Reading:
    """One foreign file being proved."""

    def __init__(self, connection: sqlite3.Connection, spool: Spool, request: Request) -> None:
        self._connection = connection
        self._spool = spool
        self._request = request
        self._lengths: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._people: dict[AnnotatorId, str] = {}
        self._counted: dict[type[Noun], int] = dict.fromkeys(TABLES, 0)
        (project,) = connection.execute("SELECT id FROM project").fetchone() or (b"",)
        self._project = ProjectId(uuid_text(project))

    def read(self) -> Foreign:
        """Prove everything, in the order in which one thing needs another."""
        self._read_documents()
        raws = self._raws()
        own = [_proved(raw) for raw in raws.pop(uuid_bytes(self._project), [])]
        state, ever = self._fold_project(own)
        undone = ever - numbers_of(noun for noun in state.values() if isinstance(noun, Merge))
        digest, scheme = self._read_schemes(state)
        self._read_people(state)
        entries = 0
        for chain, rows in raws.items():
            left_out = lost(rows, undone) if undone else {}
            counting = [raw for raw in rows if raw.id not in left_out]
            entries += len(counting)
            if counting:
                self._read_chain(chain, counting)
        self._check_counts()
        title = state.get(("setting", "title"))
        return Foreign(
            number=self._request.number,
            name=self._request.path.name,
            title=title.value if isinstance(title, Setting) else "",
            scheme=scheme,
            scheme_sha256=digest,
            documents=len(self._lengths),
            layers=self._counted[Layer],
            entries=entries,
        )

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    def _read_documents(self) -> None:
        """Hold every text against the hash that its document is known by."""
        sql = (
            "SELECT d.id, d.sha256, d.length, d.title, t.text FROM document AS d "
            "LEFT JOIN text AS t ON t.document = d.position ORDER BY d.position"
        )
        for id_, sha256, length, title, text in self._connection.execute(sql):
            document = uuid_text(id_)
            self._lengths[document] = length
            if text is not None:
                if sha256_of(text) != sha256.hex() or len(text) != length or freeze(text).text != text:
                    raise _other_text(self._request.path, title)
                self._spool.add("text", [(id_, text)])
                self._texts[document] = text
            place = self._request.number, len(self._lengths)
            self._spool.add("document", [(id_, sha256, length, title, *place)])

    def _raws(self) -> dict[bytes, list[Raw]]:
        """Return the rows of the journal by chain."""
        columns = ", ".join(f'"{name}"' for name in Raw._fields)
        found: dict[bytes, list[Raw]] = {}
        for row in self._connection.execute(f"SELECT {columns} FROM journal ORDER BY seq"):
            raw = Raw(*row)
            _check_raw(raw)
            found.setdefault(raw.chain, []).append(raw)
        return found

    def _fold_project(self, entries: Sequence[Entry]) -> tuple[State, set[int]]:
        """Return what the file's own chain adds up to, and the numbers of all entries that ever came by a merge."""
        state: State = {}
        ever: set[int] = set()
        previous = ""
        for entry in entries:
            if entry.previous != previous:
                raise EditError("its own chain is broken")
            previous = entry.id
            for edit in entry.gesture.edits:
                _check_edit(edit, entry, self._project)
                wrong = unsound(edit, length=0, text=None) if isinstance(edit.noun, Annotator) else ""
                if wrong:
                    raise EditError(wrong)
                apply(state, edit)
                if isinstance(edit.after, Merge):
                    ever |= numbers_of([edit.after])
        held = dict(self._rows("SELECT key, value FROM setting"))
        if held != {noun.key: noun.value for noun in state.values() if isinstance(noun, Setting)}:
            raise EditError("its settings are not what its journal says")
        return state, ever

    def _read_schemes(self, state: State) -> tuple[str, bytes]:
        """Return the hash and the JSON of the scheme in force; every version goes into the spool."""
        setting = state.get(("setting", "scheme"))
        wanted = setting.value if isinstance(setting, Setting) else ""
        found = b""
        for sha256, json in self._rows("SELECT sha256, json FROM scheme"):
            data = unsqueeze(json)
            version = parse_scheme(data)
            if scheme_hash(data) != sha256.hex():
                raise EditError("its scheme is not the one that its spans were made under")
            self._spool.add("scheme", [(sha256, json)])
            if sha256.hex() == wanted:
                found = data
                if version.id != self._request.scheme:
                    raise _other_scheme(self._request, version.id)
        if not found:
            raise EditError("it has no scheme")
        return wanted, found

    def _read_people(self, state: State) -> None:
        people = {noun.id: noun.name for noun in state.values() if isinstance(noun, Annotator)}
        if {uuid_text(id_): name for id_, name in self._rows("SELECT id, name FROM annotator")} != people:
            raise EditError("its annotators are not those of its journal")
        self._spool.add("person", ((uuid_bytes(id_), name) for id_, name in people.items()))
        self._people = people

    def _read_chain(self, chain: bytes, raws: Sequence[Raw]) -> None:
        """Prove one chain by its edits and by the tables, and put it into the spool."""
        entries = [_proved(raw) for raw in raws]
        owner = chains.owner_of(entries)
        document = self._document_of(entries)
        length, text = self._lengths.get(document, 0), self._texts.get(document)
        for entry in entries:
            for edit in entry.gesture.edits:
                _check_edit(edit, entry, self._project)
                wrong = unsound(edit, length=length, text=text)
                if wrong:
                    raise EditError(wrong)
        kind: Literal["layer", "document"]
        spans = 0
        if owner is not None:
            kind = "layer"
            _check_owner(entries, owner, self._people)
            state = chains.standing(entries).state
            spans = sum(isinstance(noun, Span) for noun in state.values())
            self._check_layer(chain, state)
        else:
            state = chains.joined(entries)
            kind = "document"
            self._check_shared(chain, state)
        ends = b"".join(bytes.fromhex(id_) for id_ in chains.heads_of(entries))
        line = len(ends) == 32 and all(len(raw.previous) <= 32 for raw in raws)
        owned = (uuid_bytes(document), uuid_bytes(owner) if owner else b"")
        self._spool.add("chain", [(chain, self._request.number, kind, *owned, ends, line, spans)])
        self._spool.add_entries(raws)

    def _document_of(self, entries: Sequence[Entry]) -> str:
        """Return the document that a chain is about."""
        for entry in entries:
            for edit in entry.gesture.edits:
                noun = edit.noun
                if isinstance(noun, Layer | Entity):
                    return self._known(noun.document_id)
                if isinstance(noun, Document):
                    return self._known(noun.id)
        raise EditError("a chain is about nothing")

    def _known(self, document: str) -> str:
        if document not in self._lengths:
            raise EditError("it speaks of a document that is not there")
        return document

    def _check_layer(self, chain: bytes, state: State) -> None:
        layer = next(noun for noun in state.values() if isinstance(noun, Layer))
        row = self._rows("SELECT position, document, annotator, status FROM layer WHERE id = ?", chain)
        expected = record_of(layer)
        if [tuple(one[1:]) for one in row] != [(expected["document"], expected["annotator"], layer.status)]:
            raise EditError("a layer is not what its journal says")
        self._counted[Layer] += 1
        for kind in LAYERED:
            owner = row[0][0] if kind is Span else chain
            records = self._check_rows(kind, state, "layer", owner)
            if records:
                self._spool.add_nouns(chain, kind, records)
        self._spool.add_nouns(chain, Layer, [expected])
        self._keep_linked(chain, layer, state)

    def _check_shared(self, chain: bytes, state: State) -> None:
        self._check_rows(Document, state, "id", chain)
        settled = {key: noun for key, noun in state.items() if chains.decided(noun) is not None}
        self._check_rows(Entity, settled, "document", chain, and_not="status = 'auto'")

    def _check_rows(
        self, kind: type[Noun], state: State, column: str, owner: object, *, and_not: str = "0"
    ) -> list[dict[str, Any]]:
        """Hold the rows of a table against the nouns that the journal adds up to, and return their records."""
        records = [record_of(noun) for noun in state.values() if isinstance(noun, kind)]
        columns = columns_of(kind)
        quoted = ", ".join(f'"{name}"' for name in columns if name != "owner")
        sql = f'SELECT {quoted} FROM "{TABLES[kind].name}" WHERE "{column}" = ? AND NOT {and_not}'
        expected = [tuple(record[name] for name in columns if name != "owner") for record in records]
        rows = self._connection.execute(sql, (owner,)).fetchall()
        if len(rows) != len(expected) or set(rows) != set(expected):
            raise EditError(f"the table {TABLES[kind].name} is not what its journal says")
        self._counted[kind] += len(records)
        return records

    def _keep_linked(self, chain: bytes, layer: Layer, state: State) -> None:
        """Keep the machine-made entities that links go to: they stand in no journal."""
        wanted = {noun.target for noun in state.values() if isinstance(noun, Link) and noun.target_kind == "entity"}
        if not wanted:
            return
        columns = columns_of(Entity)
        quoted = ", ".join(f'"{name}"' for name in columns)
        sql = f"SELECT {quoted} FROM entity WHERE document = ? AND status = 'auto'"
        for row in self._rows(sql, uuid_bytes(layer.document_id)):
            record = dict(zip(columns, row, strict=True))
            if uuid_text(record["id"]) in wanted:
                entity = _entity(record)
                text = self._texts.get(layer.document_id)
                if unsound(Edit(None, entity), length=self._lengths[layer.document_id], text=text):
                    raise EditError("an entity is not what a machine makes")
                self._spool.add_nouns(chain, Entity, [record_of(entity)])

    def _check_counts(self) -> None:
        """Make sure that no table has rows that no journal speaks of."""
        for kind in (Layer, *LAYERED, Document):
            table = TABLES[kind].name
            ((count,),) = self._rows(f'SELECT count(*) FROM "{table}"')
            if count != self._counted[kind]:
                raise EditError(f"the table {table} has rows that its journal does not speak of")


def _check_raw(raw: Raw) -> None:
    _, id_, previous, chain, gesture, _, _, annotator, _, _, edits = raw
    # in one go, without a loop over the fields: a pack has as many entries as its people made gestures
    sound = type(id_) is type(previous) is type(chain) is type(gesture) is type(annotator) is type(edits) is bytes
    sound = sound and len(id_) == 32 and len(chain) == len(gesture) == len(annotator) == 16 and not len(previous) % 32
    sound = sound and raw.kind in _KINDS and isinstance(raw.scheme, str) and len(raw.scheme) in (0, 64)
    sound = sound and type(raw.at) is int and abs(raw.at) < _LATEST
    if not sound:
        raise EditError("a row of its journal is no entry")


def _proved(raw: Raw) -> Entry:
    entry = proved_entry(raw)
    if entry is None:
        raise EditError("an entry of its journal has another hash than it should")
    return entry


def _check_edit(edit: Edit, entry: Entry, project: ProjectId) -> None:
    if chain_of(edit, project) != entry.chain or (
        edit.before is not None and chain_of(edit.inverse(), project) != entry.chain
    ):
        raise EditError("an edit is in a chain that is not its own")


def _check_owner(entries: Sequence[Entry], owner: AnnotatorId, names: dict[AnnotatorId, str]) -> None:
    """Raise EditError when somebody else than its owner has changed a layer; gold is made by whoever adjudicates."""
    if is_gold(names.get(owner, "")):
        return
    for entry in entries:
        imported = entry.gesture.annotator_id == PROGRAM.id and entry.gesture.kind == "log"
        if entry.gesture.annotator_id != owner and not imported:
            raise ProjectDamaged(
                "Somebody else has changed the layer of “{name}”: nothing was taken.", name=names[owner]
            )


def _entity(record: dict[str, Any]) -> Entity:
    ids = uuid_text(record["id"]), uuid_text(record["document"])
    values = (record[name] for name in ("label", "start", "end", "words", "status", "origin"))
    return Entity(*ids, *values)  # type: ignore[arg-type]  # `unsound` looks at them


def _other_text(path: Path, title: object) -> Told:
    return NotAProject(
        "“{file}” holds another text for “{title}” than the one that was labelled. Nothing of it was taken.",
        file=path.name,
        title=title,
    )


def _other_scheme(request: Request, theirs: str) -> Told:
    return NotAProject(
        "“{file}” was labelled with another scheme (“{theirs}”, here “{ours}”). Nothing of it was taken.",
        file=request.path.name,
        theirs=theirs,
        ours=request.scheme,
    )


def _untrue(path: Path, error: Exception) -> Told:
    return ProjectDamaged(
        "“{file}” is not as this program wrote it, and nothing of it was taken. Ask for it again.",
        file=path.name,
        reason=str(error) or type(error).__name__,
    )
