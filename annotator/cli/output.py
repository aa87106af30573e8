"""What the terminal sees: tables and progress for people, one JSON document for programs."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import Any, Protocol, override

import msgspec

from annotator.model.told import Sentence


def emit(result: object, told: Callable[[object], None], *, as_json: bool) -> None:
    """Print a result as JSON on stdout, or in words."""
    if as_json:
        data = msgspec.json.format(msgspec.json.encode(_plain(result), order="sorted"), indent=1)
        sys.stdout.write(data.decode() + "\n")
    else:
        told(result)


def _plain(value: object) -> object:
    """Return a value in which every sentence is its words."""
    if isinstance(value, Sentence):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return value


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a plain table; cells are text and never markup."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    for row in cells:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


class Countable(Protocol):
    """Something that knows how far it is."""

    done: int
    total: int


@contextmanager
def metered(meter: Countable, what: str) -> Iterator[None]:
    """Show a progress bar on stderr while work goes on that moves a meter."""
    from rich.console import Console, RenderableType
    from rich.progress import Progress

    class Watching(Progress):
        """Looks at the meter whenever it is drawn anew."""

        @override
        def get_renderables(self) -> Iterable[RenderableType]:
            for task in self.tasks:
                task.completed, task.total = meter.done, meter.total or None
            return super().get_renderables()

    with Watching(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        bar.add_task(what, total=None)
        yield


def progress[T](work: Iterable[T], what: str, *, total: int | None = None) -> list[T]:
    """Run work to its end with a progress bar on stderr, and return what it gave."""
    from rich.console import Console
    from rich.progress import Progress

    results: list[T] = []
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=total)
        for result in work:
            results.append(result)
            done: Any = result if isinstance(result, tuple) else (len(results), total)
            bar.update(task, completed=done[0], total=done[1])
    return results
