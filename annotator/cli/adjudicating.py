"""The commands of an adjudicator: cases listed, ruled on one by one or by rule, and the last ruling taken back."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.errors import told
from annotator.cli.output import emit, progress

Project = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")]


def cases(
    project: Project,
    kind: Annotated[
        str, typer.Option(help="agreed, missed, boundary, label, split_merge, link or attribute: how people differ.")
    ] = "",
    label: Annotated[str, typer.Option(help="Only where somebody gave this label (an id).")] = "",
    annotator: Annotated[
        list[str] | None, typer.Option(help="Who differs from anybody; given twice, which two differ.")
    ] = None,
    document: Annotated[str, typer.Option(help="Only on this document (an id).")] = "",
    waiting: Annotated[bool, typer.Option("--waiting", help="Only what nobody has ruled on.")] = False,
    json: AsJson = False,
) -> None:
    """List what annotators agree and differ on, with what was ruled."""
    from annotator.store.project import Project as Opened
    from annotator.workflow.adjudicating import Adjudicating
    from annotator.workflow.browsing import Wanted, browse, parse_kind

    with told(), Opened.open(project, read_only=True) as opened:
        wanted = Wanted(parse_kind(kind), label, tuple(annotator or ())[:2], document, waiting)
        emit(tuple(browse(Adjudicating(opened, ""), wanted)), _told_cases, as_json=json)


def adjudicate(
    project: Project,
    adjudicator: Annotated[str, typer.Option(help="Who rules.")],
    rule: Annotated[str, typer.Option(help="Rule on all that waits: where all are “equal”, or by “majority”.")] = "",
    case: Annotated[str, typer.Option(metavar="ID", help="Rule on the case of this span.")] = "",
    take: Annotated[str, typer.Option(metavar="NAME", help="Whose span of it is gold; nobody's: none is.")] = "",
    reason: Annotated[str, typer.Option(help="Why, of the closed list.")] = "guideline",
    note: str = "",
    precedent: Annotated[str, typer.Option(help="The paragraph of the guidelines that it explains.")] = "",
    gap: Annotated[bool, typer.Option("--gap", help="The guidelines have no answer yet.")] = False,
    done: Annotated[bool, typer.Option("--done", help="Gold is done where nothing waits.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last gesture of this adjudication back.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what a rule would rule.")] = False,
    blind: Annotated[bool, typer.Option("--blind", help="Into a gold of one's own, beside the first one.")] = False,
    json: AsJson = False,
) -> None:
    """Settle layers into gold: by rule, case by case; what is ruled already stays."""
    from annotator.store.project import Project as Opened
    from annotator.workflow.adjudicating import Adjudicating, Why
    from annotator.workflow.browsing import case_of, finish, parse_reason, parse_rule, ruled
    from annotator.workflow.browsing import take as take_span
    from annotator.workflow.surveying import Settlement

    with told(), Opened.open(project, read_only=dry_run) as opened:
        if bool(rule) + bool(case) + undo + done != 1:
            raise ValueError("Say one of --rule, --case, --done and --undo.")
        bench = Adjudicating(opened, adjudicator, blind=blind)
        count = 1
        if rule:
            settlement = Settlement(bench, [row.id for row, _ in bench.documents()], parse_rule(rule))
            progress(settlement.run(), "Looking")
            count = settlement.cases
            if not dry_run:
                settlement.commit()
        elif case:
            why = Why(parse_reason(reason), note, precedent, gap)
            found = case_of(bench, case)
            take_span(bench, found, take, why) if take else bench.reject(found, why)
        elif done:
            count = finish(bench)
        else:
            count = int(bench.annotating.undo().gesture is not None)
        emit(ruled(bench, count, committed=not dry_run), _told_ruled, as_json=json)


def _told_cases(found: object) -> None:
    from annotator.workflow.browsing import CaseSeen

    assert isinstance(found, tuple)
    for one in found:
        assert isinstance(one, CaseSeen)
        state = "waits" if one.waits else "is ruled"
        print(f"{one.id}  {one.title[:60]}: {', '.join(one.differences) or 'all agree'}; it {state}")
        for voice in one.voices:
            words = "nothing" if voice.span is None else f"{voice.span.label}: {' '.join(voice.span.text.split())}"
            print(f"  {voice.annotator}: {words}")
    print(f"{len(found)} cases.")


def _told_ruled(result: object) -> None:
    from annotator.workflow.browsing import Standing

    assert isinstance(result, Standing)
    print(f"{result.changed} {'changed' if result.committed else 'would be ruled on; nothing was changed'}.")
    print(f"{result.ruled} of {result.cases} cases are ruled on; {result.spans} gold spans.")
