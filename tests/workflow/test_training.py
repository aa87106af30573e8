"""An exported set is one that spaCy itself can load and train on."""

import subprocess
import sys
from pathlib import Path

from annotator.store.project import Project
from annotator.workflow.demonstrating import make_demo
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.splitting import Shares
from tests.conftest import ROOT


def test_spacy_debug_data_accepts_the_demo_project(tmp_path: Path) -> None:
    for _ in make_demo(tmp_path / "demo.annotator"):
        pass
    with Project.open(tmp_path / "demo.annotator") as project:
        export(project, tmp_path / "set", Wanted("spacy", shares=Shares(60, 20, 20)))
    config = ROOT / "resources" / "spacy" / "spancat.cfg"
    paths = [f"--paths.{part}={tmp_path / 'set' / part}.spacy" for part in ("train", "dev")]
    command = [sys.executable, "-m", "spacy", "debug", "data", str(config), *paths]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    for line in ("initialized with data", "Corpus is loadable", "No overlap between training and evaluation data"):
        assert line in ran.stdout, ran.stdout + ran.stderr
