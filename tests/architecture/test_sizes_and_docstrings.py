"""What the house asks of each file: small, made of small functions, and saying what it is."""

import ast

from tests.architecture.sources import ROOT, functions, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def test_no_file_is_longer_than_400_lines() -> None:
    everything = [source for room in ("annotator", "tests", "benchmarks") for source in sources(ROOT / room)]
    sizes = {source.name: len(source.text.splitlines()) for source in everything}
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    sizes = {
        f"{source.name}:{function.lineno} {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for source in sources()
        for function in functions(source.tree)
    }
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_says_what_it_holds() -> None:
    assert [source.name for source in sources() if not ast.get_docstring(source.tree)] == []


def test_an_init_file_holds_its_docstring_and_nothing_else() -> None:
    packages = [source for source in sources() if source.name.endswith("/__init__.py")]
    assert [source.name for source in packages if len(source.tree.body) != 1] == []


def test_every_room_is_a_package_with_a_docstring() -> None:
    rooms = {source.name.rsplit("/", 1)[0] for source in sources()}
    assert sorted(room for room in rooms if not (ROOT / room / "__init__.py").is_file()) == []
