"""Running a command of the program inside the test's own process."""

import sys
from dataclasses import dataclass

import pytest

from annotator.__main__ import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and the code that it ended with."""

    code: int
    out: str
    err: str


class Terminal:
    """A terminal in which commands run."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        """Listen to what commands print."""
        self._capsys, self._patch = capsys, patch

    def __call__(self, *arguments: object) -> Ran:
        """Run `annotator` with these arguments."""
        self._capsys.readouterr()
        self._patch.setattr(sys, "argv", ["annotator", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        printed = self._capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    def refused(self, *arguments: object) -> Ran:
        """Run a command that must fail, and hold what it says: one sentence on stderr, nothing else, no traceback."""
        ran = self(*arguments)
        assert ran.code in (2, 3), ran
        assert ran.out == "", ran
        assert ran.err.startswith("annotator: "), ran
        assert len(ran.err.strip().splitlines()) == 1, ran.err
        return ran
