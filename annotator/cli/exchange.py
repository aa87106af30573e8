"""The commands by which people exchange their work: pack, assign, merge, forks."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.errors import USAGE, say, told
from annotator.cli.output import emit, progress, table

Project = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program's."""
    app.command()(pack)
    app.command()(assign)
    app.command()(merge)
    app.command()(forks)


def pack(
    project: Project,
    out: Path,
    annotator: Annotated[str, typer.Option(help="Whose layers.")],
    without_text: Annotated[bool, typer.Option("--without-text", help="Leave the texts at home.")] = False,
) -> None:
    """Write one annotator's layers as a pack to send."""
    from annotator.store.project import Project as Opened
    from annotator.workflow.packing import pack as write

    with told(), Opened.open(project, read_only=True) as opened:
        made = write(opened, out, annotator=annotator, with_text=not without_text)
        print(f"{made.layers} layers of {made.annotator} in {made.path}")


def assign(
    project: Project,
    folder: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="The folder that gets a pack for each.")],
    annotator: Annotated[list[str], typer.Option(help="Who labels; given once for each.")],
    each: Annotated[int, typer.Option(help="How many people label a document.")] = 1,
    overlap: Annotated[str, typer.Option(help="The share of documents that so many people label.")] = "100%",
    seed: int = 0,
    repeat: Annotated[
        int, typer.Option(min=0, help="How many documents that they did everybody does again, untold.")
    ] = 0,
    json: AsJson = False,
) -> None:
    """Share the documents out: a blind pack for each annotator, the same for the same seed."""
    from annotator.store.project import Project as Opened
    from annotator.workflow.assigning import Wanted, parse_share
    from annotator.workflow.assigning import assign as share_out

    with told(), Opened.open(project) as opened:
        wanted = Wanted(tuple(annotator), each, parse_share(overlap), seed, repeat)
        emit(share_out(opened, folder, wanted), _told_assign, as_json=json)


def merge(
    project: Project,
    others: Annotated[list[Path] | None, typer.Argument(metavar="OTHER...", help="Packs or project files.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    accept_loss: Annotated[bool, typer.Option("--accept-loss", help="Merge even where a layer loses much.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last merge back.")] = False,
    json: AsJson = False,
) -> None:
    """Bring other people's files in: all of them or none; or take the last merge back."""
    from annotator.store.project import Project as Opened
    from annotator.workflow.merging import Merging, take_back

    with told(), Opened.open(project, read_only=dry_run) as opened:
        if undo == bool(others):
            raise ValueError("Name the files to merge, or --undo alone.")
        if undo:
            emit({"taken_back": take_back(opened).sources}, _told_undo, as_json=json)
            return
        merging = Merging(opened, others or [])
        try:
            progress(merging.run(), "Reading")
            preview = merging.preview()
            bad = [file.refused for file in preview.files if file.refused]
            if bad:
                for why in bad:
                    say(str(why))
                raise typer.Exit(USAGE)
            if preview.refused and len(preview.refused) == len(preview.layers):
                say(f"Nothing was merged: {len(preview.refused)} layers are refused. {preview.refused[0].reason}")
                raise typer.Exit(USAGE)
            if dry_run:
                emit({"merged": False, "preview": preview}, _told_merge, as_json=json)
                return
            report = merging.merge(accept_loss=accept_loss)
        finally:
            merging.close()
        emit(
            {"backup": str(report.backup or ""), "merged": report.gesture is not None, "preview": report.preview},
            _told_merge,
            as_json=json,
        )


def forks(
    project: Project,
    keep: Annotated[str, typer.Option(help="The side to keep, or “both”.")] = "",
    annotator: Annotated[str, typer.Option(help="Whose forks; only their owner settles them.")] = "",
    document: Annotated[str, typer.Option(help="Only the fork on this document (an id).")] = "",
    json: AsJson = False,
) -> None:
    """Show the layers that their owners worked on in two places, or settle them."""
    from annotator.model.ids import annotator_id
    from annotator.store.project import Project as Opened
    from annotator.workflow.forks import forks as found_forks
    from annotator.workflow.forks import settle_fork

    with told(), Opened.open(project, read_only=not keep) as opened:
        if keep and not annotator:
            raise ValueError("Name the annotator whose forks are settled.")
        wanted = [
            fork
            for fork in found_forks(opened)
            if document in ("", fork.document_id) and (not annotator or fork.annotator.id == annotator_id(annotator))
        ]
        for fork in wanted if keep else ():
            settle_fork(opened, fork.layer_id, keep, by=annotator_id(annotator))
        emit({"forks": wanted, "settled": bool(keep)}, _told_forks, as_json=json)


def _told_assign(result: object) -> None:
    assert isinstance(result, tuple)
    rows = [(one.annotator, one.documents, one.characters, one.shared, one.repeated, one.path) for one in result]
    table(("annotator", "documents", "characters", "shared", "a second time", "pack"), rows)


def _told_undo(result: object) -> None:
    assert isinstance(result, dict)
    print(f"The merge of {', '.join(result['taken_back'])} was taken back. Documents that came with it stay.")


def _told_merge(result: object) -> None:
    from annotator.workflow.merging import Preview

    assert isinstance(result, dict)
    preview = result["preview"]
    assert isinstance(preview, Preview)
    for file in preview.files:
        print(f"{file.name}: {file.documents} documents, {file.layers} layers")
        for difference in file.differences:
            print(f"  {difference}")
    rows = [
        (one.annotator, one.document[:40], one.verdict, f"{one.before} → {one.after}", one.reason or _notes(one))
        for one in preview.layers
        if one.verdict != "same"
    ]
    if rows:
        table(("annotator", "document", "is", "spans", ""), rows)
    if len(rows) < len(preview.layers):
        print(f"{len(preview.layers) - len(rows)} layers are the same here")
    if preview.new_documents:
        print(f"{len(preview.new_documents)} new documents")
    if result["merged"]:
        print(f"Merged. `annotator merge PROJECT --undo` takes it back; backup: {result['backup']}")
    else:
        print("Nothing new." if preview.nothing_new else "Nothing was changed.")


def _notes(layer: object) -> str:
    from annotator.workflow.merging import LayerSeen

    assert isinstance(layer, LayerSeen)
    parts = [f"{layer.changed} changed" if layer.changed else "", f"{layer.erased} erased" if layer.erased else ""]
    return ", ".join(part for part in (*parts, "a fork to settle" if layer.forked else "") if part)


def _words(noun: object) -> str:
    from annotator.model.layer import Layer, Span

    match noun:
        case Span():
            return f"{noun.label} “{noun.text}” {dict(noun.attributes)} {noun.note}".rstrip()
        case Layer():
            return f"the status {noun.status}"
        case _:
            return "nothing" if noun is None else type(noun).__name__.lower()


def _told_forks(result: object) -> None:
    from annotator.workflow.forks import Fork

    assert isinstance(result, dict)
    for fork in result["forks"]:
        assert isinstance(fork, Fork)
        print(f"{fork.annotator.name}: {fork.title} ({fork.document_id})")
        for side in fork.sides:
            print(f"  {side.key}  {len(side.spans)} spans{', shown now' if side.stands else ''}")
            for span in side.spans:
                print(f"    {span.label}: {span.text}")
        for conflict in fork.conflicts:
            print(f"  both: {_words(conflict.kept)} is kept, {_words(conflict.other)} is not")
    what = "settled" if result["settled"] else "to settle"
    print(f"{len(result['forks'])} forks {what}.")
