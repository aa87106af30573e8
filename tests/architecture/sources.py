"""The program's own sources, parsed, for the tests of the house rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "annotator"

type Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: where it lies below the checkout, its text, its tree."""

    name: str
    text: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module: its dotted name (leading dots where relative) and its line."""

    module: str
    line: int

    @property
    def top(self) -> str:
        """Return the name of the distribution's top package; empty for a relative import."""
        return self.module.split(".")[0]


def read(path: Path) -> Source:
    """Return a file, parsed."""
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def sources(folder: Path = PACKAGE) -> list[Source]:
    """Return every Python file below a folder; an empty folder is an error, or the rules would hold of nothing."""
    found = [read(path) for path in sorted(folder.rglob("*.py"))]
    if not found:
        raise FileNotFoundError(f"no Python file below {folder}")
    return found


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(tree: ast.Module) -> list[Import]:
    """Return every import, wherever it stands."""
    return [found for node in ast.walk(tree) for found in _imported(node)]


def imports_at_start(tree: ast.Module) -> list[Import]:
    """Return the imports that run when the module is imported: not in functions, not for type checkers only."""
    return [found for node in _run_at_start(tree) for found in _imported(node)]


def _run_at_start(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    yield node
    if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        children: list[ast.AST] = [*node.orelse]
    else:
        children = [*ast.iter_child_nodes(node)]
    for child in children:
        yield from _run_at_start(child)


def _imported(node: ast.AST) -> list[Import]:
    if isinstance(node, ast.Import):
        return [Import(alias.name, node.lineno) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [Import("." * node.level + (node.module or ""), node.lineno)]
    return []
