"""Progress: who has done what, when spans were made, minutes a document, self-agreement, drift."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.model.document import Document
from annotator.model.layer import GOLD, second_reading
from annotator.store import chronicle
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.assigning import Wanted, assign
from annotator.workflow.calendar import Unit
from annotator.workflow.progressing import Progress, read_progress
from tests.commands import Terminal

DAY = 86_400
WORDS = "Le pont est miné selon nous. " * 10
WIDTH = len("Le pont est miné selon nous. ")
type On = Callable[[int], None]


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> On:
    """Return a function that sets the clock to a day of November 2026."""

    def turn(day: int) -> None:
        begin = int(datetime(2026, 11, 1, 12, tzinfo=UTC).timestamp())
        monkeypatch.setattr(time, "time_ns", lambda: (begin + (day - 1) * DAY) * 10**9)

    return turn


@pytest.fixture
def texts(file_text: Callable[[str], Document], on: On) -> list[Document]:
    on(1)
    return [file_text(f"Article {n:02}. {WORDS}") for n in range(24)]


def work(
    project: Project,
    name: str,
    document: Document,
    labels: str,
    *,
    seconds: int = 0,
    status: str = "done",
    shift: int = 0,
) -> None:
    """Label as many stretches as there are letters: c claim, o opinion."""
    session = Annotating(project, project.annotator(name))
    session.open(document.id)
    for n, letter in enumerate(labels):
        start = 12 + n * WIDTH + shift
        session.make_span(start, start + 7, {"c": "claim", "o": "opinion"}[letter], exact=True)
    session.spend(seconds)
    if status == "done":
        session.set_status("done")


def progress(project: Project) -> Progress:
    *_, made = read_progress(project)
    assert isinstance(made, Progress)
    return made


def test_documents_are_counted_by_status_and_annotator(project: Project, texts: list[Document]) -> None:
    work(project, "Anna", texts[0], "co", seconds=90)
    work(project, "Anna", texts[1], "c", status="in_progress", seconds=30)
    work(project, "ben", texts[0], "c")
    project.annotator("Lead")
    made = progress(project)
    anna, ben = made.people
    assert (anna.annotator, anna.documents, anna.spans, anna.seconds) == ("Anna", 24, 3, 120)
    assert anna.statuses == {"new": 22, "in_progress": 1, "done": 1, "flagged": 0}
    assert (ben.annotator, ben.statuses["new"]) == ("ben", 23)


def test_whoever_was_assigned_documents_is_counted_by_those(
    project: Project, texts: list[Document], tmp_path: Path
) -> None:
    work(project, "Anna", texts[0], "c")
    assign(project, tmp_path / "out", Wanted(("Anna", "Zoé")))
    made = progress(project)
    assert [(one.annotator, one.documents) for one in made.people] == [("Anna", made.people[0].documents), ("Zoé", 12)]
    assert made.people[0].documents in (12, 13), "twelve of their own, and what they had begun before"
    assert made.people[1].statuses["new"] == 12


def test_spans_are_dated_by_when_they_were_made_and_labelled_as_they_are_now(
    project: Project, texts: list[Document], on: On
) -> None:
    on(2)
    work(project, "Anna", texts[0], "cc")
    on(4)
    work(project, "Anna", texts[1], "c")
    session = Annotating(project, project.annotator("Anna"))
    first, second = session.open(texts[0].id).spans
    session.relabel(first.id, "opinion")
    session.erase(second.id)
    made = progress(project)
    assert (made.unit, made.periods) == (Unit.DAY, ("2026-11-02", "2026-11-03", "2026-11-04"))
    assert [(one.begin, one.label, one.spans) for one in made.made] == [
        ("2026-11-02", "opinion", 1),
        ("2026-11-04", "claim", 1),
    ]


def test_minutes_are_of_finished_documents_on_which_time_was_recorded(project: Project, texts: list[Document]) -> None:
    for document, seconds in zip(texts, (60, 120, 300, 0), strict=False):
        work(project, "Anna", document, "c", seconds=seconds)
    work(project, "Anna", texts[4], "c", seconds=6000, status="in_progress")
    work(project, "Ben", texts[0], "c", seconds=600)
    work(project, "Zoé", texts[0], "c")
    whole, anna, ben, zoe = progress(project).minutes
    assert (whole.annotator, whole.documents, whole.median) == (None, 4, 3.5)
    assert (anna.documents, anna.lower, anna.median, anna.upper) == (3, 1.5, 2, 3.5)
    assert (ben.lower, ben.median, ben.upper) == (10, 10, 10)
    assert (zoe.median, str(zoe.undefined)) == (None, "No time was recorded on a finished document.")


def test_self_agreement_is_that_of_two_readings_of_the_same_documents(
    project: Project, texts: list[Document], on: On
) -> None:
    for document in texts[:6]:
        on(2)
        work(project, "Anna", document, "cccc")
        on(12)
        work(project, second_reading("Anna"), document, "ccco")
    work(project, "Ben", texts[0], "c")
    made = progress(project)
    anna, ben = made.self_agreement
    exact = anna.measures[0]
    assert (anna.annotator, anna.documents, anna.days, exact.measure) == ("Anna", 6, 10, "span_f1_exact")
    assert (exact.value, exact.low, exact.interval) == (0.75, 0.75, "jackknife")
    assert {one.measure for one in anna.measures} == {"span_f1_exact", "span_f1_overlap", "gamma", "gamma_cat"}
    assert (ben.measures, str(ben.undefined)) == ((), "No finished document came a second time.")
    assert [one.annotator for one in made.people] == ["Anna", "Ben"], "a second reading is nobody's"
    assert {(one.annotator, one.begin) for one in made.made} == {("Anna", "2026-11-02"), ("Ben", "2026-11-12")}


def test_a_second_reading_that_is_not_done_is_not_compared(project: Project, texts: list[Document]) -> None:
    work(project, "Anna", texts[0], "c")
    work(project, second_reading("Anna"), texts[1], "c")
    (anna,) = progress(project).self_agreement
    assert anna.undefined is not None


def test_readings_that_were_never_called_done_have_no_days_between(project: Project, texts: list[Document]) -> None:
    for name in ("Anna", second_reading("Anna")):
        work(project, name, texts[0], "c", status="in_progress")
    (anna,) = progress(project).self_agreement
    assert (anna.documents, anna.days) == (1, None)


def test_drift_compares_windows_with_gold_in_the_order_of_work(project: Project, texts: list[Document], on: On) -> None:
    for n, document in enumerate(texts):
        on(1)
        work(project, GOLD, document, "cccc")
        on(30 - n)
        work(project, "Anna", document, "cccc" if n >= 12 else "cooo")
    made = progress(project)
    (anna,) = made.drift
    assert (anna.against_gold, anna.documents, anna.undefined) == (True, 24, None)
    assert [(one.begin, one.end) for one in anna.windows] == [
        ("2026-11-07", "2026-11-18"),
        ("2026-11-19", "2026-11-30"),
    ]
    assert [one.figure.value for one in anna.windows] == [1.0, 0.25]
    assert anna.change is not None
    assert (anna.change.value, anna.change.documents) == (-0.75, 24)
    claim, opinion = anna.labels
    assert (claim.first, claim.second, claim.change.value) == (1.0, 0.25, -0.75)
    assert (opinion.label, opinion.change.value) == ("opinion", 0.75)


def test_without_gold_the_others_are_what_an_annotator_is_compared_with(
    project: Project, texts: list[Document]
) -> None:
    for document in texts[:20]:
        for name, labels in (("Anna", "cccc"), ("Ben", "ccoo"), ("Zoé", "cccc")):
            work(project, name, document, labels)
    anna, ben, _ = progress(project).drift
    assert not anna.against_gold
    assert [one.figure.value for one in anna.windows] == [0.75, 0.75]
    assert [one.figure.value for one in ben.windows] == [0.5, 0.5]


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        ({}, "neither gold nor another annotator"),
        ({"Ben": 3}, "others have done too; there are 3"),
        ({GOLD: 4}, "gold has too; there are 4"),
    ],
)
def test_too_little_for_windows_is_said(
    project: Project, texts: list[Document], others: dict[str, int], sentence: str
) -> None:
    for document in texts[:5]:
        work(project, "Anna", document, "c")
    for name, count in others.items():
        for document in texts[:count]:
            work(project, name, document, "c")
    drift = progress(project).drift[0]
    assert sentence in str(drift.undefined)
    assert (drift.windows, drift.change, drift.labels) == ((), None, ())


def test_two_who_share_no_document_have_nobody_to_compare_with(project: Project, texts: list[Document]) -> None:
    work(project, "Anna", texts[0], "c")
    work(project, "Ben", texts[1], "c")
    assert {str(one.undefined).split(":")[0] for one in progress(project).drift} == {"There is nobody to compare with"}


def test_few_gold_documents_leave_windows_to_the_others(project: Project, texts: list[Document]) -> None:
    for document in texts[:20]:
        for name in ("Anna", "Ben"):
            work(project, name, document, "c")
    work(project, GOLD, texts[0], "c")
    anna, _ = progress(project).drift
    assert (anna.against_gold, len(anna.windows)) == (False, 2)


def test_whoever_works_alone_still_has_shares_of_labels(project: Project, texts: list[Document]) -> None:
    for n, document in enumerate(texts[:20]):
        work(project, "Anna", document, "cc" if n < 10 else "oo")
    (anna,) = progress(project).drift
    assert [(one.label, one.first, one.second) for one in anna.labels] == [("claim", 1, 0), ("opinion", 0, 1)]
    assert "nobody" in str(anna.undefined)


def test_documents_without_spans_have_no_shares_to_change(project: Project, texts: list[Document]) -> None:
    for n, document in enumerate(texts[:20]):
        work(project, "Anna", document, "c" if n < 10 else "")
    assert progress(project).drift[0].labels == ()


def test_an_empty_project_has_nobody_and_no_time(project: Project) -> None:
    made = progress(project)
    assert (made.documents, made.people, made.periods, made.drift) == (0, (), (), ())


def test_reading_the_journal_tells_how_far_it_is(
    project: Project, texts: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chronicle, "STEP", 10)
    work(project, "Anna", texts[0], "c")
    *steps, _ = read_progress(project)
    assert steps == [(10 * n, project.entry_count()) for n in range(1, len(steps) + 1)]


def test_the_command_says_the_same_in_words_and_as_json(
    project: Project, texts: list[Document], terminal: Terminal
) -> None:
    for document in texts[:20]:
        for name, labels in (("Anna", "cccc"), ("Ben", "ccoo"), (second_reading("Anna"), "cccc")):
            work(project, name, document, labels, seconds=60)
    work(project, GOLD, texts[0], "c")
    path = project.path
    project.close()
    told = json.loads(terminal("stats", path, "--json").out)
    assert told["progress"][0] == {
        "annotator": "Anna",
        "documents": 24,
        "done": 20,
        "flagged": 0,
        "in_progress": 0,
        "new": 4,
        "seconds": 1200,
        "spans": 80,
    }
    assert told["over_time"]["unit"] == "day"
    assert told["minutes"][0]["median"] == 1
    assert told["self_agreement"][0]["measures"][0]["value"] == 1
    assert [one["against"] for one in told["drift"]] == ["others", "others"]
    words = terminal("stats", path).out
    assert "gold: 1 documents done, 1 spans" in words
    assert "Anna: 20 documents, 0 days apart: span_f1_exact 1.00 [1.00, 1.00]" in words
    assert "Anna, against the others: 0.50 [0.50, 0.50] 0.50 [0.50, 0.50]; change 0.00" in words
