"""Where the sample files lie."""

from pathlib import Path

import pytest


@pytest.fixture
def samples(shared: Path) -> Path:
    """Return the folder of files that other programs wrote; tests that need it are skipped without it."""
    folder = shared / "samples"
    if not folder.is_dir():
        pytest.skip("the sample files (../shared/samples) are not beside this checkout")
    return folder
