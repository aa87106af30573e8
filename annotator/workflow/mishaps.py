"""What is the program's own fault: its traceback is kept in a file that a person can send."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path


def keep_trace(error: BaseException) -> Path | None:
    """Write down what led to an error and return where; None where that cannot be."""
    try:
        folder = user_log_path("annotator", appauthor=False, ensure_exists=True)
        path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.log"
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return None
    return path
