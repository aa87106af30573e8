"""Merging as a set union: whatever three machines do and exchange, in whatever order, all come to the same tables."""

import itertools
import random
import shutil
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from annotator.model.edits import Edit
from annotator.model.ids import SpanId, annotator_id, new_uuid
from annotator.model.layer import Span
from annotator.store.checking import check
from annotator.store.errors import StoreError
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.forks import BOTH, forks, settle_fork
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.merging import MergeRefused, take_back
from tests.workflow.exchange import TEXTS, make_project, merge, tables

MACHINES = range(3)
WORKS_ON = {0: "Anna", 1: "Anna", 2: "Ben"}
WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)
"""A failing run of several machines shrinks for minutes and is read as easily as it is."""
YEAR_MS = 31_536_000_000
NOW = 1_800_000_000_000

type Layers = dict[str, frozenset[str]]


def layers_of(path: Path, name: str) -> Layers:
    """Return an annotator's spans by document."""
    spans: dict[str, set[str]] = {}
    with Project.open(path, read_only=True) as project:
        for labelled in project.all_labelled(frozenset({annotator_id(name)})):
            spans[labelled.document.id] = {repr(span) for span in labelled.spans}
    return {document: frozenset(held) for document, held in spans.items()}


def forge(path: Path) -> None:
    """Say of an entry that it was made at another time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER journal_update")
        raw.execute("UPDATE journal SET at = at + 1 WHERE seq = (SELECT max(seq) FROM journal)")


class Exchange(RuleBasedStateMachine):
    """Anna works on two machines, Ben on a third whose documents were imported apart; clocks are wrong."""

    clock = NOW
    dice = random.Random()

    def __init__(self) -> None:
        super().__init__()
        Exchange.dice.seed(0)
        self.folder = Path(tempfile.mkdtemp())
        self.paths = [self.folder / f"{n}.annotator" for n in MACHINES]
        make_project(self.paths[0])
        shutil.copy(self.paths[0], self.paths[1])
        make_project(self.paths[2])
        self.seen: dict[tuple[str, str], set[frozenset[str]]] = {}

    @initialize(
        work=st.lists(st.tuples(st.sampled_from(MACHINES), st.integers(0, 30), st.integers(0, 99)), max_size=6),
        titles=st.lists(st.tuples(st.sampled_from(MACHINES), st.sampled_from("xyz")), max_size=3),
    )
    def begin(self, work: list[tuple[int, int, int]], titles: list[tuple[int, str]]) -> None:
        """Let everybody begin on their own, so that there is something to bring together."""
        for machine, start, clock in work:
            self.label(machine=machine, document=0, start=start, clock=clock)
        for machine, title in titles:
            self.decide(machine=machine, status="confirmed" if machine else "rejected", title=title)

    def teardown(self) -> None:
        try:
            self.converge()
        finally:
            shutil.rmtree(self.folder)

    @rule(
        machine=st.sampled_from(MACHINES),
        document=st.integers(0, 1),
        start=st.integers(0, 30),
        clock=st.integers(0, 99),
    )
    def label(self, machine: int, document: int, start: int, clock: int) -> None:
        self.work(machine, document, clock, lambda session: session.make_span(start, start + 8, "claim"))

    @rule(machine=st.sampled_from(MACHINES), document=st.integers(0, 1), clock=st.integers(0, 99))
    def erase(self, machine: int, document: int, clock: int) -> None:
        def first(session: Annotating) -> None:
            assert session.current is not None
            if session.current.spans:
                session.erase(session.current.spans[0].id)

        self.work(machine, document, clock, first)

    @rule(machine=st.sampled_from(MACHINES), document=st.integers(0, 1), note=st.sampled_from("abc"))
    def note(self, machine: int, document: int, note: str) -> None:
        def last(session: Annotating) -> None:
            assert session.current is not None
            if session.current.spans:
                session.set_note(session.current.spans[-1].id, note)

        self.work(machine, document, 0, last)

    @rule(machine=st.sampled_from(MACHINES), clock=st.integers(0, 99))
    def undo(self, machine: int, clock: int) -> None:
        self.work(machine, 0, clock, lambda session: session.undo())

    @rule(
        machine=st.sampled_from(MACHINES),
        status=st.sampled_from(("confirmed", "rejected")),
        title=st.sampled_from("xyz"),
    )
    def decide(self, machine: int, status: str, title: str) -> None:
        def shared(session: Annotating) -> None:
            assert session.current is not None
            session.edit_document(title=title)
            held = session.current.entities
            if held:
                session.decide_entity(held[0].id, "confirmed" if status == "confirmed" else "rejected")
            else:
                session.add_entity(0, 6, "LOC")

        self.work(machine, 0, 0, shared)

    @rule(into=st.sampled_from(MACHINES), source=st.sampled_from(MACHINES))
    def exchange(self, into: int, source: int) -> None:
        others = {name: layers_of(self.paths[into], name) for name in ("Anna", "Ben")}
        merge(self.paths[into], self.paths[source])
        for name, before in others.items():
            after = layers_of(self.paths[into], name)
            assert before.keys() <= after.keys()
            for document, spans in after.items():
                assert spans in self.seen[name, document], f"a layer of {name} that {name} never made"
        self.prove(into)

    @rule(source=st.sampled_from(MACHINES), forged=st.booleans())
    def a_forged_file_changes_nothing(self, source: int, forged: bool) -> None:
        """Somebody writes another time into an entry, or labels in a layer that is not theirs."""
        target, bad = self.paths[(source + 1) % 3], self.folder / "bad.annotator"
        shutil.copy(self.paths[source], bad)
        with Project.open(bad, read_only=True) as project:
            layers = [layer.layer for layer in project.all_labelled()]
        if forged:
            forge(bad)
        elif layers:
            with Project.open(bad) as project:
                span = Span(
                    SpanId(new_uuid()), layers[0].id, "claim", ((0, 6),), (project.text(layers[0].document_id)[:6],)
                )
                project.commit([Edit(None, span)], by=annotator_id("Zoé"))
        if forged or layers:
            before = tables(target)
            with pytest.raises(StoreError):
                merge(target, bad)
            assert tables(target) == before

    @rule(machine=st.sampled_from(MACHINES))
    def take_back(self, machine: int) -> None:
        with Project.open(self.paths[machine]) as project:
            try:
                take_back(project)
            except MergeRefused:
                return
        self.prove(machine)

    @rule(machine=st.sampled_from((0, 1)), choice=st.integers(0, 2))
    def settle(self, machine: int, choice: int) -> None:
        with Project.open(self.paths[machine]) as project:
            for fork in forks(project):
                keys = [*(side.key for side in fork.sides), BOTH]
                settle_fork(project, fork.layer_id, keys[choice % len(keys)], by=fork.annotator.id)
        self.remember(machine)
        self.prove(machine)

    def prove(self, machine: int) -> None:
        """Let the program's own check look at a machine's file."""
        with Project.open(self.paths[machine], read_only=True) as project:
            assert check(project) == ()

    def work(self, machine: int, document: int, clock: int, verb: Callable[[Annotating], object]) -> None:
        """Do something as whoever works on a machine, its clock off by so many years."""
        Exchange.clock = NOW - clock * YEAR_MS
        with Project.open(self.paths[machine]) as project:
            session = Annotating(project, project.annotator(WORKS_ON[machine]))
            ids = [d.id for text in TEXTS for d in project.documents() if d.length == len(text)]
            session.open(ids[document])
            try:
                verb(session)
            except CannotLabel:
                return
        self.remember(machine)

    def remember(self, machine: int) -> None:
        """Take note of what the owner has made of a layer."""
        name = WORKS_ON[machine]
        for document, spans in layers_of(self.paths[machine], name).items():
            self.seen.setdefault((name, document), set()).add(spans)

    def converge(self) -> None:
        """Let everybody have everything, in several orders and lots, twice over: all come to the same tables."""
        found = []
        for number, order in enumerate(itertools.permutations(self.paths)):
            target = self.folder / f"all{number}.annotator"
            shutil.copy(order[0], target)
            if number % 2:
                merge(target, *order[1:], order[0])
            else:
                for other in (*order[1:], *order):
                    merge(target, other)
            with Project.open(target, read_only=True) as project:
                assert check(project) == ()
            found.append(tables(target))
        assert all(one == found[0] for one in found)


def test_all_orders_of_exchange_come_to_the_same_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=Exchange.dice.getrandbits(128), version=4))
    monkeypatch.setattr(time, "time_ns", lambda: Exchange.clock * 1_000_000)
    run_state_machine_as_test(
        Exchange, settings=settings(max_examples=16, stateful_step_count=12, phases=WITHOUT_SHRINKING)
    )
