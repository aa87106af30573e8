"""Running a command: whatever is wrong with how it was called is one sentence too."""

from typer.exceptions import TyperException

from annotator.cli.app import app
from annotator.cli.errors import USAGE, say


def run() -> int:
    """Run the command that the arguments name; returns its exit code."""
    try:
        code = app(prog_name="annotator", standalone_mode=False)
    except TyperException as error:
        # typer's usage errors have no public name of their own
        message = str(getattr(error, "format_message", error.__str__)()).rstrip(".")
        context = getattr(error, "ctx", None)
        say(f"{message}; see {context.command_path if context else 'annotator'} --help.")
        return USAGE
    return code if isinstance(code, int) else 0
