"""The commands of the contract (docs/contract.md), each a few lines around a verb of the workflow."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import exchange
from annotator.cli.adjudicating import adjudicate, cases
from annotator.cli.errors import say, told
from annotator.cli.output import emit, metered, progress, table
from annotator.cli.resolving import unresolved
from annotator.cli.sources import families, page

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False, rich_markup_mode=None)
exchange.register(app)
for command in (cases, adjudicate):
    app.command()(command)
app.command()(families)
app.command()(page)
app.command()(unresolved)

ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")]
Names = Annotated[list[str], typer.Option("--annotator", help="Whose layers; may be given again.")]


@app.command()
def new(
    project: ProjectPath,
    title: str = "",
    scheme: Annotated[str, typer.Option(help="A scheme that ships, or a JSON file.")] = "factcheck",
    language: str = "fr",
) -> None:
    """Make an empty project."""
    from annotator.workflow.starting import new_project

    with told():
        new_project(project, title=title, scheme=scheme, language=language).close()
        print(project)


@app.command("import")
def import_(
    project: ProjectPath,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...")],
    format_: Annotated[str, typer.Option("--format", help="Read everything as this format.")] = "",
    language: Annotated[str, typer.Option(help="The language of the texts; found by itself when not said.")] = "",
    columns: Annotated[str, typer.Option("--map", help="Columns of a table: text=body,title=headline.")] = "",
    annotator: Annotated[str, typer.Option(help="Whose layer takes the spans that come along.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of the files, when the guess is wrong.")] = "",
    no_highlight: Annotated[bool, typer.Option("--no-highlight", help="Leave entities for later.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="All or nothing.")] = False,
    map_label: Annotated[list[str], typer.Option(metavar="PERSON=claim", help="What a label of the files is.")] = [],  # noqa: B006  # Typer copies it
    unknown_labels: Annotated[str, typer.Option(help="Other labels: refuse, add (to the scheme) or skip.")] = "refuse",
    offset_unit: Annotated[str, typer.Option(help="codepoint, utf16 or utf8, where a file does not tell.")] = "",
    json: AsJson = False,
) -> None:
    """Bring articles in, and spans where the format has them."""
    from annotator.formats.offsets import parse_unit
    from annotator.formats.registry import Reading
    from annotator.formats.tables import parse_mapping
    from annotator.store.project import Project
    from annotator.workflow.importing import Importing
    from annotator.workflow.keeping import keep_what_is_due
    from annotator.workflow.mapping import parse_label_map, parse_unknown

    with told(), Project.open(project) as opened:
        importing = Importing(
            opened,
            paths,
            format_name=format_,
            how=Reading(encoding, language, parse_unit(offset_unit), parse_mapping(columns)),
            annotator=annotator,
            strict=strict,
            labels=parse_label_map(map_label),
            unknown=parse_unknown(unknown_labels),
        )
        progress(importing.run(), "Reading")
        if not no_highlight:
            _highlight(opened, model="", everything=False)
        keep_what_is_due(opened)
        report = importing.report
        emit(report, _told_import, as_json=json)
        nothing = not (report.came_in or report.already_there)
    if report.refused and (strict or nothing):
        raise typer.Exit(2)


@app.command()
def highlight(
    project: ProjectPath,
    model: Annotated[str, typer.Option(help="Another language model; everything is highlighted anew.")] = "",
    jobs: Annotated[int, typer.Option(help="Worker processes.")] = 1,
) -> None:
    """Find entities in documents that have none yet, or anew with another model."""
    from annotator.store.project import Project

    with told(), Project.open(project) as opened:
        if jobs < 1:
            raise ValueError("There must be at least one worker process.")
        _highlight(opened, model=model, everything=bool(model), workers=jobs)


@app.command()
def export(
    project: ProjectPath,
    out: Path,
    format_: Annotated[str, typer.Option("--format", help="See `annotator formats`.")] = "jsonl",
    annotator: Names = [],  # noqa: B006  # Typer copies it
    gold: Annotated[bool, typer.Option("--gold", help="The gold layers.")] = False,
    split: Annotated[str, typer.Option(help="Shares of train/dev/test, such as 80/10/10.")] = "",
    seed: int = 0,
    only: Annotated[str, typer.Option(help="“done”: only layers that are done.")] = "",
    licence: Annotated[str, typer.Option(help="The licence of the set, such as CC-BY-4.0; else the project's.")] = "",
    json: AsJson = False,
) -> None:
    """Write a data set; the same project and options give the same bytes."""
    from annotator.store.project import Project
    from annotator.workflow.exporting import Meter, Wanted, parse_only
    from annotator.workflow.exporting import export as write
    from annotator.workflow.splitting import parse_shares

    with told(), Project.open(project, read_only=True) as opened:
        shares = parse_shares(split) if split else None
        wanted = Wanted(format_, tuple(annotator), gold, parse_only(only), shares, seed, licence)
        meter = Meter()
        with metered(meter, "Writing"):
            report = write(opened, out, wanted, meter=meter)
        emit(report, _told_export, as_json=json)


@app.command()
def formats(
    project: Annotated[Path | None, typer.Argument(metavar="[PROJECT]", help="Count what is lost of this one.")] = None,
    json: AsJson = False,
) -> None:
    """List readers and writers, and what each one cannot carry: of anything, or of a project."""
    from annotator.formats.registry import FORMATS
    from annotator.store.project import Project
    from annotator.workflow.exporting import losses_by_format

    if project is None:
        emit(FORMATS, _told_formats, as_json=json)
        return
    with told(), Project.open(project, read_only=True) as opened:
        emit(losses_by_format(opened), _told_losses, as_json=json)


@app.command()
def agreement(
    project: Annotated[Path | None, typer.Argument(metavar="PROJECT", help="The project file.")] = None,
    annotator: Names = [],  # noqa: B006  # Typer copies it
    by: Annotated[str, typer.Option(help="“label” or “document”.")] = "",
    measures: Annotated[bool, typer.Option("--measures", help="List the measures with their papers.")] = False,
    verify: Annotated[Path | None, typer.Option(metavar="FILE", help="Compute reference values anew.")] = None,
    json: AsJson = False,
) -> None:
    """Measure agreement, with intervals over documents."""
    from annotator.cli import agreeing
    from annotator.workflow.verifying import verify as compute

    with told():
        if measures:
            emit(agreeing.measures(), agreeing.tell_measures, as_json=json)
        elif verify:
            result = agreeing.verified(compute(verify))
            emit(result, agreeing.tell_verified, as_json=json)
            if not result["ok"]:
                raise typer.Exit(1)
        else:
            _measure(project, annotator, by, as_json=json)


@app.command()
def check(project: ProjectPath, json: AsJson = False) -> None:
    """Prove everything the program promises about a project."""
    from annotator.store.checking import check as prove
    from annotator.store.project import Project
    from annotator.store.unresolved import count_unresolved

    with told(), Project.open(project, read_only=True) as opened:
        findings = prove(opened)
        waiting = 0 if findings else count_unresolved(opened)
        emit({"findings": findings, "ok": not findings, "unresolved": waiting}, _told_check, as_json=json)
    if findings:
        raise typer.Exit(1)


@app.command()
def backup(project: ProjectPath, out: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Make a verified copy: at OUT, or among the project's own backups."""
    from annotator.workflow.keeping import back_up

    with told():
        print(back_up(project, out))


@app.command()
def restore(backup: Path, project: Path) -> None:
    """Put a backup in a project's place; what stood there is kept beside it."""
    from annotator.store.restoring import restore as put_back

    with told():
        kept = put_back(backup, project)
        print(f"{project} restored" + (f"; what stood there is {kept}" if kept else ""))


@app.command()
def stats(project: ProjectPath, json: AsJson = False) -> None:
    """Show documents, progress, spans by label and over time, minutes, self-agreement and drift."""
    from annotator.cli.progressing import tell_progress, told_progress
    from annotator.store.project import Project
    from annotator.workflow.counting import statistics
    from annotator.workflow.progressing import Progress, read_progress

    with told(), Project.open(project, read_only=True) as opened:
        made = progress(read_progress(opened), "Reading")[-1]
        assert isinstance(made, Progress)
        emit(statistics(opened) | told_progress(made), _told_stats, as_json=json)
        if not json:
            tell_progress(made)


@app.command()
def demo(folder: Annotated[Path | None, typer.Argument(metavar="DIR")] = None) -> None:
    """Make the demo project if it is not there yet, and open it."""
    from annotator.cli.demonstration import demonstrate

    with told():
        code = demonstrate(folder)
    raise typer.Exit(code)


def _measure(path: Path | None, names: list[str], by: str, *, as_json: bool) -> None:
    from annotator.cli import agreeing
    from annotator.workflow.agreeing import Agreeing, AgreementError, parse_by
    from annotator.workflow.remembering import open_to_remember

    if path is None:
        raise AgreementError("Name a project, or give --measures or --verify FILE.")
    with open_to_remember(path) as opened:
        work = Agreeing(opened, names, parse_by(by))
        progress(work.run(), "Aligning")
        if as_json:
            emit(agreeing.report(work.report), agreeing.tell_measures, as_json=True)
        else:
            agreeing.tell_report(work.report, by)


def _highlight(opened: object, *, model: str, everything: bool, workers: int = 1) -> None:
    from annotator.store.project import Project
    from annotator.workflow.highlighting import MODEL, Highlighting

    assert isinstance(opened, Project)
    work = Highlighting(opened, model=model or opened.setting("model", MODEL), everything=everything, workers=workers)
    failed = [one for one in progress(work.run(), "Highlighting", total=work.total) if one.error]
    if failed and len(failed) == work.total:
        raise ValueError(str(failed[0].error))
    for one in failed[:5]:
        say(f"no entities for {one.document_id}: {one.error}")


def _told_import(report: object) -> None:
    from annotator.workflow.importing import ImportReport
    from annotator.workflow.misfits import Misfit

    assert isinstance(report, ImportReport)
    print(f"{len(report.came_in)} documents came in, {len(report.already_there)} were there, {report.spans} spans.")
    if sum(report.fates.values()) > report.spans:
        names = {"stored": "new", "there": "there already", "left_out": "left out"}
        parts = [f"{count} {names.get(fate, fate)}" for fate, count in report.fates.items() if count]
        print(f"  spans in the files: {sum(report.fates.values())} = {' + '.join(parts)}")
    for one in report.came_in:
        if one.notices:
            print(f"  {one.where}: {', '.join(dict.fromkeys(map(str, one.notices)))}")
    if report.copies:
        print(f"  {len(report.copies)} near copies of others: see `annotator families`")
    for refusal in report.refused:
        what = "to settle" if isinstance(refusal, Misfit) else "refused"
        print(f"  {what}: {refusal.where}: {refusal.reason}", file=sys.stderr)
    for detail in report.not_taken:
        print(f"  {detail.where}: {detail.reason}")
    for label, count in report.skipped.items():
        print(f"  left out: {count} spans labelled {label or '(none)'}")
    if report.passed_over:
        print(f"  passed over: {len(report.passed_over)} files in no known format")


def _told_export(report: object) -> None:
    from annotator.workflow.exporting import ExportReport

    assert isinstance(report, ExportReport)
    print(f"{report.layers} layers of {report.documents} documents in {', '.join(report.files)}")
    table(("label", "spans"), list(report.labels.items()))
    for loss in report.losses:
        print(f"  not carried: {loss}", file=sys.stderr)


def _told_formats(_: object) -> None:
    from annotator.formats.registry import FORMATS

    rows = [(f.name, f.title, f.direction, f.offset_unit, "; ".join(f.cannot) or "–") for f in FORMATS]
    table(("format", "is", "direction", "offsets", "cannot carry"), rows)


def _told_check(result: object) -> None:
    assert isinstance(result, dict)
    for finding in result["findings"]:
        print(f"{finding.kind}: {finding.where}: {finding.what}")
    print("All is as promised." if result["ok"] else f"{len(result['findings'])} findings.")
    _told_waiting(result)


def _told_waiting(result: dict[str, object]) -> None:
    if result["unresolved"]:
        print(f"{result['unresolved']} spans of imported files wait to be settled: see `annotator unresolved`.")


def _told_losses(result: object) -> None:
    assert isinstance(result, dict)
    table(("format", "cannot carry"), [(name, "; ".join(map(str, losses)) or "–") for name, losses in result.items()])


def _told_stats(result: object) -> None:
    from annotator.model.layer import is_person

    assert isinstance(result, dict)
    print(f"{result['documents']} documents, {result['entries']} journal entries")
    for one in result["annotators"]:
        if not is_person(one["annotator"]):
            print(f"{one['annotator']}: {one['done']} documents done, {one['spans']} spans")
    _told_waiting(result)
