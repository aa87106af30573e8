"""What people install: the wheel carries the data that lies outside the package, and the program finds it there."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built here without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.parametrize("folder", ["resources", "seeds"])
def test_the_wheel_carries_every_data_file(wheel: Path, folder: str) -> None:
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert shipped
    assert {f"annotator/{name}" for name in shipped} - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_the_wheel_carries_every_module_and_no_test(wheel: Path) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py")}
    data = ("annotator/resources/", "annotator/seeds/")
    names = [name for name in zipfile.ZipFile(wheel).namelist() if not name.startswith(data)]
    assert {name for name in names if name.endswith(".py")} == modules


def test_the_unpacked_program_finds_its_data_inside_itself(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = "from annotator.model.bundled import bundled; print(bundled('resources'), bundled('seeds'), sep='\\n')"
    told = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(tmp_path / "annotator" / folder) for folder in ("resources", "seeds")]
