"""Who may import what, where import-linter does not look: at the moment of importing, and inside the model."""

import ast
import subprocess
import sys

import pytest

from tests.architecture.sources import PACKAGE, imports, imports_at_start, sources

HEAVY = ("spacy", "PySide6", "sqlalchemy", "alembic", "typer", "rich", "numpy", "scipy")


def test_spacy_is_imported_inside_functions_only() -> None:
    early = [
        f"{source.name}:{found.line}"
        for source in sources()
        for found in imports_at_start(source.tree)
        if found.top in ("spacy", "thinc")
    ]
    assert early == []


def test_the_model_knows_the_standard_library_and_itself() -> None:
    foreign = [
        f"{source.name}:{found.line} {found.module}"
        for source in sources(PACKAGE / "model")
        for found in imports(source.tree)
        if found.top not in sys.stdlib_module_names and not found.module.startswith("annotator.model")
    ]
    assert foreign == []


def test_the_agreement_room_knows_numbers_and_the_model_and_nothing_else() -> None:
    foreign = [
        f"{source.name}:{found.line} {found.module}"
        for source in sources(PACKAGE / "agreement")
        for found in imports(source.tree)
        if found.top not in (*sys.stdlib_module_names, "numpy", "scipy")
        and not found.module.startswith(("annotator.agreement", "annotator.model"))
    ]
    assert foreign == []


def test_the_front_door_opens_before_anything_heavy_is_loaded() -> None:
    program = f"import sys, annotator.__main__; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_start_of_the_window_loads_nothing_that_only_some_windows_or_workers_need() -> None:
    late = ("spacy", "alembic", "typer", "rich", "numpy", "scipy", "lxml", "trafilatura", "annotator.formats")
    program = f"import sys, annotator.ui.commands; print([name for name in {late!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_worker_that_reads_files_loads_no_database_and_no_window() -> None:
    late = ("spacy", "PySide6", "sqlalchemy", "scipy", "annotator.store", "annotator.ui")
    program = f"import sys, annotator.workflow.preparing; print([name for name in {late!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_first_figures_of_agreement_wait_for_no_library_that_they_do_not_use() -> None:
    late = ("scipy", "spacy", "PySide6", "alembic", "typer", "annotator.formats")
    program = f"import sys, annotator.workflow.agreeing; print([name for name in {late!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "early"),
    [
        ("import spacy", True),
        ("class A:\n    import spacy", True),
        ("try:\n    from spacy.tokens import Doc\nexcept ImportError:\n    pass", True),
        ("def f():\n    import spacy", False),
        ("if TYPE_CHECKING:\n    import spacy", False),
        ("if TYPE_CHECKING:\n    pass\nelse:\n    import spacy", True),
    ],
)
def test_the_search_for_early_imports_sees_them(code: str, early: bool) -> None:
    assert bool(imports_at_start(ast.parse(code))) is early
