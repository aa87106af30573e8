"""Fixtures for all tests: a project on a real disk, the reference data, a steady look for the window."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from annotator.model.document import Document
from annotator.model.ids import document_id
from annotator.model.text import freeze, sha256_of
from annotator.store.bulk import NewDocument
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.starting import new_project
from tests.commands import Terminal
from tests.workflow.exchange import label, make_project

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# a fixture may serve all examples of a law; a commit that reaches the disk is slow, and is meant to be
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=SLOW)
# `pytest --hypothesis-profile=explore` looks for new examples
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=SLOW)
settings.load_profile("ci")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def shared() -> Path:
    """Return the folder of reference data beside the checkout; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference data (../shared) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """Return the Qt application with one style and one font by name: what "Sans Serif" means differs by machine."""
    from PySide6.QtGui import QFont

    qapp.setStyle("Fusion")
    qapp.setFont(QFont("DejaVu Sans", 10))
    return qapp


@pytest.fixture(autouse=True)
def english(request: pytest.FixtureRequest) -> None:
    """Let each test that has a window begin in English, whatever another left behind."""
    if "qtbot" in request.fixturenames:
        from annotator.ui.tongue import speak

        speak(request.getfixturevalue("qapp"), "en")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep backups and settings of tests out of the home of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Return an empty project with the scheme that ships."""
    with new_project(tmp_path / "p.annotator", title="Essai") as made:
        yield made


@pytest.fixture
def file_text(project: Project) -> Callable[[str], Document]:
    """Return a function that puts a text into the project."""

    def put(raw: str) -> Document:
        text = freeze(raw).text
        digest = sha256_of(text)
        document = Document(document_id(digest), digest, len(text), title=text[:20].split("\n")[0])
        project.add_documents([NewDocument(document, text)])
        return document

    return put


@pytest.fixture
def anna(project: Project, file_text: Callable[[str], Document]) -> Annotating:
    """Return Anna's session, a short article open."""
    document = file_text(ARTICLE)
    session = Annotating(project, project.annotator("Anna"))
    session.open(document.id)
    return session


ARTICLE = (
    "Norvik : le quai nord rouvre\n\n"
    "Selon la capitainerie de Norvik, « trois grues sont tombées » mardi soir. "
    "Le quai aurait fermé deux jours, a indiqué sa directrice Lena Hout.\n"
    "Un échec honteux pour la ville."
)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal in which commands run."""
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that is a disk of one mebibyte; tests that need it are skipped where none can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    try:
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here: that needs root")
    except FileNotFoundError:
        pytest.skip("there is no mount command here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    path = tmp_path / "lead.annotator"
    make_project(path)
    label(path, "Anna", "claim")
    return path


@pytest.fixture
def ben(tmp_path: Path) -> Path:
    path = tmp_path / "ben.annotator"
    make_project(path)
    label(path, "Ben", "claim", "opinion")
    return path
