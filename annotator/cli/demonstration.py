"""`annotator demo`: the demo project made and opened; without a display the main job is done without a window."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from annotator.cli.output import progress
from annotator.store.project import Project
from annotator.workflow.demonstrating import demo_path, make_demo
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.highlighting import Highlighting


def demonstrate(folder: Path | None) -> int:
    """Make the demo if it is not there yet, and show it; returns the exit code."""
    path = demo_path(folder)
    if not path.exists():
        progress(make_demo(path), "Demo")
    if has_display():
        from importlib import import_module

        code: int = import_module("annotator.ui.application").run(path)
        return code
    return _without_window(path)


def has_display() -> bool:
    """Tell whether a window can be shown here: Qt ends the program at once where what it is pointed at is not there."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_is_there(os.environ.get("WAYLAND_DISPLAY", "")) or _x_is_there(os.environ.get("DISPLAY", ""))


def _wayland_is_there(name: str) -> bool:
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _x_is_there(name: str) -> bool:
    host, _, number = name.rpartition(":")
    if host not in ("", "unix"):
        return True  # on another machine, as through ssh: only trying would tell
    place = f"/tmp/.X11-unix/X{number.split('.')[0]}"  # where every X server listens
    with suppress(OSError):
        if f"@{place}\n" in Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace"):
            return True
    return bool(number) and Path(place).exists()


def _without_window(path: Path) -> int:
    from importlib import import_module

    print("There is no display here: doing the main job without a window.")
    print(f"  project   {path}")
    with Project.open(path) as project:
        work = Highlighting(project)
        progress(work.run(), "Highlighting", total=work.total)
        print(f"  entities  highlighted in {len(project.documents())} documents")
    with Project.open(path, read_only=True) as project:
        for name, out in (("jsonl", path.with_name("demo.jsonl")), ("spacy", path.with_name("demo.spacy"))):
            report = export(project, out, Wanted(name))
            print(f"  data set  {out}  ({report.layers} layers, {sum(report.labels.values())} spans)")
    picture = path.with_name("demo.png")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import_module("annotator.ui.picture").save_picture(path, picture, annotator="camille")
    print(f"  picture   {picture}")
    return 0
