"""The front door: the only place where the window and the commands are wired together."""

import sys
from pathlib import Path

from annotator.model.offline import open_no_socket

COMMANDS = (
    *("demo", "new", "import", "highlight", "export", "formats", "agreement", "check", "backup", "restore", "stats"),
    *("pack", "assign", "merge", "forks", "cases", "adjudicate"),
    *("families", "page", "unresolved"),
    "--help",
)


def main() -> None:
    """Open the window, or run a command: `annotator [PROJECT]` or `annotator COMMAND ...`."""
    open_no_socket()
    arguments = sys.argv[1:]
    try:
        sys.exit(_command() if arguments and arguments[0] in COMMANDS else _window(arguments))
    except KeyboardInterrupt:  # so early that no command has begun
        sys.exit(130)


def _command() -> int:
    from annotator.cli.running import run

    return run()


def _window(arguments: list[str]) -> int:
    if len(arguments) > 1 or not all(map(_is_project, arguments)):
        print(f"annotator: there is no command or project “{arguments[0]}”; see annotator --help.", file=sys.stderr)
        return 2
    from annotator.cli.demonstration import has_display

    if not has_display():
        print("annotator: there is no display here; see annotator --help.", file=sys.stderr)
        return 2
    from annotator.ui.application import run

    return run(Path(arguments[0]) if arguments else None)


def _is_project(argument: str) -> bool:
    """Tell whether a word is meant as a project: of one that is not there any more the window says so."""
    return not argument.startswith("-") and (argument.endswith(".annotator") or Path(argument).exists())


if __name__ == "__main__":
    main()
