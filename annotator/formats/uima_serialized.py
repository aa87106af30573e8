"""UIMA CAS as Java serialises it: the form that INCEpTION keeps, and reads from the projects it imports.

The classes are those of ``org.apache.uima.cas.impl``, alike in UIMA 2 and 3: ``CASCompleteSerializer`` holds the type
system (``CASMgrSerializer``) and the heap (``CASSerializer``). On the heap a structure is the code of its type, then a
cell for each feature, inherited ones first: a number, the place of a string in the table of strings, or the address of
another structure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.formats.java_stream import JavaField, JavaObject, JavaValue, serialized
from annotator.formats.uima_types import ANNOTATION, DOCUMENT, ENDS, Type

type Features = Mapping[str, str | int]
type Row = tuple[int, str, Features]
"""A structure: its id, its type, and its features; those in `uima_types.ENDS` hold ids."""

_IMPL = "org.apache.uima.cas.impl"
_TOP, _SOFA, _BASE = "uima.cas.TOP", "uima.cas.Sofa", "uima.cas.AnnotationBase"
_LISTS = ("FS", "Float", "Integer", "String")
_HELD = ("uima.cas.TOP", "uima.cas.Float", "uima.cas.Integer", "uima.cas.String")


def _built_in() -> dict[str, str]:
    """Return UIMA's own types in the order of their codes, which begin with 1, and their parents."""
    cas = "uima.cas."
    found = dict.fromkeys((_TOP, *(f"{cas}{name}" for name in ("Integer", "Float", "String", "ArrayBase"))), _TOP)
    arrays = [f"{cas}{name}Array" for name in ("FS", "Float", "Integer", "String")]
    found |= dict.fromkeys(arrays, f"{cas}ArrayBase") | {f"{cas}ListBase": _TOP}
    for name in _LISTS:
        found[f"{cas}{name}List"] = f"{cas}ListBase"
        found |= dict.fromkeys((f"{cas}Empty{name}List", f"{cas}NonEmpty{name}List"), f"{cas}{name}List")
    numbers = ("Boolean", "Byte", "Short", "Long", "Double")
    found |= dict.fromkeys((f"{cas}{name}" for name in numbers), _TOP)
    found |= dict.fromkeys((f"{cas}{name}Array" for name in numbers), f"{cas}ArrayBase")
    return found | {_SOFA: _TOP, _BASE: _TOP, ANNOTATION: _BASE, DOCUMENT: ANNOTATION}


def _built_in_features() -> list[tuple[str, str, str, bool]]:
    """Return the features of UIMA's own types by code: of which type, name, what, and whether that may be shared."""
    number, string = "uima.cas.Integer", "uima.cas.String"
    found = []
    for name, held in zip(_LISTS, _HELD, strict=True):
        one = f"uima.cas.NonEmpty{name}List"
        found += [(one, "head", held, held == _TOP), (one, "tail", f"uima.cas.{name}List", True)]
    sofa = {"sofaNum": number, "sofaID": string, "mimeType": string, "sofaArray": _TOP}
    sofa |= dict.fromkeys(("sofaString", "sofaURI"), string)
    found += [(_SOFA, key, held, held == _TOP) for key, held in sofa.items()]
    found += [(_BASE, "sofa", _SOFA, False), (ANNOTATION, "begin", number, False), (ANNOTATION, "end", number, False)]
    return [*found, (DOCUMENT, "language", string, False)]


@dataclass(slots=True)
class _Strings:
    """The table of strings; the first place is for none."""

    held: dict[str, int] = field(default_factory=dict)

    def place(self, text: str) -> int:
        return self.held.setdefault(text, len(self.held) + 1)


class _Types:
    """Types and features by their codes."""

    def __init__(self, own: Mapping[str, Type]) -> None:
        self.parents = _built_in() | {name: type_.parent for name, type_ in own.items()}
        self.codes = {name: n for n, name in enumerate(self.parents, 1)}
        self.features = _built_in_features()
        self.features += [(n, key, held, False) for n, type_ in own.items() for key, held in type_.features.items()]
        self._cells: dict[str, tuple[str, ...]] = {}

    def cells(self, name: str) -> tuple[str, ...]:
        """Return the features of a type in the order of their cells."""
        if name not in self._cells:
            before = () if name == _TOP else self.cells(self.parents[name])
            self._cells[name] = (*before, *(key for of, key, _, _ in self.features if of == name))
        return self._cells[name]

    def manager(self) -> JavaObject:
        """Return the type system, and the two indexes that every CAS has: of sofas, and of annotations."""
        codes, names = self.codes, list(self.parents)
        numbers = {(of, key): n for n, (of, key, _, _) in enumerate(self.features, 1)}
        standard, reverse, by_type = 0, 1, 0
        annotations = [codes[ANNOTATION], numbers[ANNOTATION, "begin"], standard]
        annotations += [numbers[ANNOTATION, "end"], reverse, by_type, standard]
        declared = [cell for of, _, held, many in self.features for cell in (codes[of], codes[held], int(many))]
        return _object(
            "CASMgrSerializer",
            5549299679614131956,
            ("source", "I", 0),
            ("topTypeCode", "I", 0),
            ("comparatorIndex", "[I", (0, 1)),
            ("comparators", "[I", (codes[_SOFA], *annotations)),
            ("featDecls", "[I", (0, 0, 0, *declared)),
            ("featureNames", "[Ljava/lang/String;", (None, *(key for _, key, _, _ in self.features))),
            ("featureOffsets", "[I", None),
            ("indexNames", "[Ljava/lang/String;", ("SofaIndex", "AnnotationIndex")),
            ("indexingStrategy", "[I", (2, 0)),
            ("nameToIndexMap", "[I", (0, 1)),
            ("stringSubtypeValuePos", "[I", ()),
            ("stringSubtypeValues", "[Ljava/lang/String;", ()),
            ("stringSubtypes", "[I", ()),
            ("typeInheritance", "[I", (0, 0, *(codes[self.parents[name]] for name in names[1:]))),
            ("typeNames", "[Ljava/lang/String;", (None, *names)),
            ("typeOrder", "[I", tuple(codes.values())),
        )


def cas(text: str, rows: Sequence[Row], own: Mapping[str, Type]) -> bytes:
    """Return a CAS of one view: its text, and its structures, all of them indexed."""
    types, strings = _Types(own), _Strings()
    sofa: Row = (0, _SOFA, {"sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": text})
    addresses: dict[int, int] = {}
    after = 1
    for id_, type_, _ in (sofa, *rows):
        addresses[id_] = after
        after += 1 + len(types.cells(type_))
    heap = [0]
    for _, type_, features in (sofa, *rows):
        heap.append(types.codes[type_])
        heap += _cells(types.cells(type_), features, addresses, strings)
    indexed = [addresses[id_] for id_, _, _ in rows]
    data = _object(
        "CASSerializer",
        -7972011651957420295,
        ("byteHeapArray", "[B", (0,)),
        ("fsIndex", "[I", (1, 1, addresses[0], len(indexed), *indexed)),
        ("heapArray", "[I", heap),
        ("heapMetaData", "[I", (max(len(heap), 1024), len(heap), max(len(heap), 1024), 0, 0, 1024, 0)),
        ("longHeapArray", "[J", (0,)),
        ("shortHeapArray", "[S", (0,)),
        ("stringTable", "[Ljava/lang/String;", (None, *strings.held)),
    )
    whole = _object(
        "CASCompleteSerializer",
        6841574968081866308,
        ("casMgrSer", f"L{_IMPL.replace('.', '/')}/CASMgrSerializer;", types.manager()),
        ("casSer", f"L{_IMPL.replace('.', '/')}/CASSerializer;", data),
    )
    return serialized(whole)


def _cells(keys: Iterable[str], features: Features, addresses: Mapping[int, int], strings: _Strings) -> list[int]:
    """Return the cells of a structure; every one but the sofa itself lies in the one sofa."""
    cells = []
    for key in keys:
        held = features.get(key, 0)
        if key == "sofa":
            cells.append(addresses[0])
        elif isinstance(held, str):
            cells.append(strings.place(held))
        else:
            cells.append(addresses[held] if key in ENDS else held)
    return cells


def _object(name: str, serial_version: int, *fields: tuple[str, str, JavaValue]) -> JavaObject:
    return JavaObject(f"{_IMPL}.{name}", serial_version, tuple(JavaField(*one) for one in fields))
