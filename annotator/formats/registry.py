"""The table of formats. To add one: write its file beside this one, then its line here. Nothing else needs to know.

A reader takes ``(path, how: Reading)`` and yields `Article` and `Refusal` in the order of the file. A writer takes
``(labelled documents, path, how: Writing)`` and writes one file or folder; what its format cannot carry, as ``cannot``
says, has been taken out before (see `carrying`), and what was written is read back by the reader (see `comparing`).
Their modules are imported only when used, and may import optional libraries inside functions:
a missing one is told with the command that adds it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from annotator.model.document import Article
from annotator.model.scheme import Scheme
from annotator.model.told import Sentence, Told

type Direction = Literal["in", "out", "both"]
HEAD = 1 << 16
"""How many bytes of a file a detector sees."""
REPORT, LOSSES = "report.json", "losses.jsonl"
"""What lies beside each data set that is written."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a file that did not come in: where it stands and why."""

    where: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person says of a file that it may not say itself.

    ``offset_unit``: codepoint, utf16 or utf8. ``columns``: which column of a table is the text, the title ...
    """

    encoding: str = ""
    language: str = ""
    offset_unit: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Writing:
    """What a writer knows besides the layers: the scheme they were made under, and what the set is called.

    ``licence`` is an SPDX identifier or a name, ``version`` counts the entries of the journal, ``date`` is that of the
    newest of them: what is said of a set depends on the project only, never on the day it is written.
    """

    scheme: Scheme
    title: str = ""
    licence: str = ""
    version: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A line of the table.

    ``cannot`` has the names of the features that are not carried when written; a ``folder`` format writes a folder
    where others write a file; ``reads_back`` says that its writer does that itself, faster. The reader of a format
    that only goes out is for reading back. ``detector`` looks at the head of a file where its suffix does not say which
    of several formats it is in; ``rows`` gives the rows of a table, for a look at its columns; ``extra`` names the
    optional libraries of pyproject.toml that it needs; ``companions`` are files that go beside a data set, by name:
    functions of `Writing` and of the files written, by name, that give their bytes.
    """

    name: str
    title: str
    direction: Direction
    suffixes: tuple[str, ...]
    offset_unit: str
    cannot: tuple[str, ...] = ()
    reader: str = ""
    writer: str = ""
    detector: str = ""
    rows: str = ""
    extra: str = ""
    companions: Mapping[str, str] = field(default_factory=dict)
    folder: bool = False
    reads_back: bool = False

    @property
    def readable(self) -> bool:
        """Tell whether files of this format can be imported."""
        return self.direction != "out"


class FormatError(Told):
    """A file or format that cannot be used as asked."""


def _article(
    name: str,
    title: str,
    suffixes: tuple[str, ...],
    module: str,
    *,
    detector: str = "",
    table: bool = False,
    extra: str = "documents",
) -> Format:
    """Return the line of a format that holds articles without spans, and reads them in its module."""
    place = f"annotator.formats.{module}"
    rows = f"{place}:rows" if table else ""
    return Format(
        name, title, "in", suffixes, "none", reader=f"{place}:read", detector=detector, rows=rows, extra=extra
    )


_LAYER_ONLY = ("article details", "status", "time spent")
_NOT_IN_CAS = ("article details", "time spent")
_NO_SPANS_BEHIND = ("links to entities and evidence", "evidence", "rulings", "entities")
_TOKENS = (
    "notes",
    "attributes",
    "links",
    "evidence",
    "rulings",
    "entities",
    "spans of several fragments",
    "spans off token borders",
    *_LAYER_ONLY,
)
_SPANS_ONLY = ("links", "evidence", "rulings", "entities")
_ONE_A_TOKEN = (*_TOKENS, "overlapping spans", "annotators", "exact white space")


def _both(name: str, title: str, suffixes: tuple[str, ...], cannot: tuple[str, ...], **more: Any) -> Format:
    """Return the line of a format that goes both ways and lies in two files: NAME and NAME_writer, or one."""
    module = f"annotator.formats.{name}"
    held: dict[str, Any] = {"reader": f"{module}:read", "writer": f"{module}:write", **more}
    return Format(name, title, "both", suffixes, "codepoint", cannot, **held)


def _out(name: str, title: str, suffix: str, cannot: tuple[str, ...], write: str, **more: Any) -> Format:
    """Return the line of a format that only goes out."""
    return Format(name, title, "out", (suffix,), "codepoint", cannot, writer=f"annotator.formats.{write}", **more)


def _tokens(name: str, title: str, suffix: str, cannot: tuple[str, ...], write: str) -> Format:
    """Return the line of a format of one token a line; they are all read alike."""
    writer = f"annotator.formats.conll_writer:{write}"
    return Format(name, title, "both", (suffix,), "token", cannot, "annotator.formats.conll:read", writer)


FORMATS = (
    _article("txt", "Plain text", (".txt",), "txt", extra=""),
    _article("html", "Web page", (".html", ".htm", ".xhtml"), "html"),
    _article("mhtml", "Web page in one file", (".mhtml", ".mht"), "mhtml"),
    _article("pdf", "PDF", (".pdf",), "pdf"),
    _article("pdf2", "PDF, second opinion", (), "pdf_second"),
    _article("docx", "Word document", (".docx", ".docm"), "docx"),
    _article("odt", "OpenDocument text", (".odt",), "odt"),
    _article("rtf", "Rich text", (".rtf",), "rtf"),
    _article("epub", "Electronic book", (".epub",), "epub"),
    _article("feed", "News feed", (".rss", ".atom", ".xml"), "feeds", detector="annotator.formats.detecting:is_feed"),
    Format(
        "webanno_tsv",
        "WebAnno TSV 3",
        "in",
        (".tsv",),
        "utf16",
        reader="annotator.formats.webanno_tsv:read",
        detector="annotator.formats.detecting:is_webanno_tsv",
    ),
    _both(
        "span_csv",
        "Table of spans, CSV",
        (".csv",),
        _SPANS_ONLY,
        reader="annotator.formats.span_table:read",
        writer="annotator.formats.span_table:write_csv",
        detector="annotator.formats.detecting:is_span_table",
    ),
    _out(
        "span_xlsx",
        "Table of spans, XLSX",
        ".xlsx",
        (*_SPANS_ONLY, "characters that XML does not have"),
        "span_table:write_xlsx",
        reader="annotator.formats.span_table:read_xlsx",
        extra="documents",
    ),
    _out(
        "huggingface",
        "Hugging Face data set: Parquet, card, Croissant",
        ".parquet",
        ("rulings",),
        "huggingface:write",
        reader="annotator.formats.huggingface:read",
        companions={"croissant.json": "annotator.formats.huggingface:croissant"},
        extra="parquet",
    ),
    _out(
        "web_annotation",
        "W3C Web Annotation",
        ".jsonld",
        ("links", "evidence", "rulings", "entities", *_LAYER_ONLY),
        "web_annotation:write",
        reads_back=True,
    ),
    _out(
        "claim_review",
        "ClaimReview, one for each checked claim",
        ".jsonld",
        ("claims that nobody checked", "rulings", "entities", "status", "time spent"),
        "claim_review:write",
        reads_back=True,
    ),
    _out("dossier", "Dossier to print, HTML", ".html", ("rulings",), "dossier:write", reads_back=True),
    _article("csv", "Table", (".csv", ".tsv", ".tab"), "csv_table", table=True, extra=""),
    _article("xlsx", "Spreadsheet", (".xlsx", ".xlsm"), "xlsx", table=True),
    _article("parquet", "Parquet", (".parquet",), "parquet", table=True, extra="parquet"),
    _article("warc", "Web archive", (".warc", ".warc.gz"), "warc"),
    _both(
        "uima_xmi",
        "INCEpTION project, UIMA CAS XMI",
        (".zip", ".xmi"),
        (*_NO_SPANS_BEHIND, "spans of several fragments", "characters that XML does not have", *_NOT_IN_CAS),
        reader="annotator.formats.uima_archive:read",
        writer="annotator.formats.uima_writer:write_xmi",
        extra="uima",
    ),
    _both(
        "uima_json",
        "INCEpTION project, UIMA CAS JSON",
        (".zip", ".json"),
        (*_NO_SPANS_BEHIND, "spans of several fragments", *_NOT_IN_CAS),
        reader="annotator.formats.uima_archive:read",
        writer="annotator.formats.uima_writer:write_json",
        detector="annotator.formats.detecting:is_uima_json",
        extra="uima",
    ),
    _both(
        "label_studio",
        "Label Studio JSON",
        (".json",),
        (*_NO_SPANS_BEHIND, "attributes of links", "spans of several fragments"),
        writer="annotator.formats.label_studio_writer:write",
        detector="annotator.formats.detecting:is_label_studio",
        companions={"label_config.xml": "annotator.formats.label_studio_writer:configuration"},
    ),
    _both(
        "prodigy",
        "Prodigy JSON Lines",
        (".jsonl", ".json"),
        (*_NO_SPANS_BEHIND, "spans of several fragments"),
        detector="annotator.formats.detecting:is_prodigy",
    ),
    _both(
        "doccano",
        "doccano JSON Lines",
        (".jsonl", ".json"),
        ("notes", "attributes", *_NO_SPANS_BEHIND, "attributes of links", "spans of several fragments"),
        detector="annotator.formats.detecting:is_doccano",
        companions={"label_types.json": "annotator.formats.doccano:label_types"},
    ),
    Format(
        "spacy_json",
        "spaCy's older JSON",
        "in",
        (".json", ".jsonl"),
        "codepoint",
        reader="annotator.formats.spacy_json:read",
        detector="annotator.formats.detecting:is_spacy_json",
    ),
    Format(
        "jsonl",
        "JSON Lines",
        "both",
        (".jsonl", ".ndjson", ".json"),
        "codepoint",
        reader="annotator.formats.jsonl:read",
        writer="annotator.formats.jsonl_writer:write",
        reads_back=True,
    ),
    _both(
        "brat",
        "brat standoff",
        (".ann",),
        (*_NO_SPANS_BEHIND, "spans over line ends", *_LAYER_ONLY),
        writer="annotator.formats.brat_writer:write",
        folder=True,
    ),
    _both(
        "spacy",
        "spaCy DocBin",
        (".spacy",),
        (
            "rulings",
            "decisions on entities",
            "entities that overlap or lie off token borders",
            "spans off token borders",
        ),
        reader="annotator.formats.spacy_docbin:read",
        writer="annotator.formats.spacy_docbin:write",
    ),
    _tokens("conll2003", "CoNLL-2003, longest span", ".conll", _ONE_A_TOKEN, "write_conll2003"),
    _tokens("bio", "BIO, longest span", ".bio", _ONE_A_TOKEN, "write_bio"),
    _tokens("bioes", "BIOES, longest span", ".bioes", _ONE_A_TOKEN, "write_bioes"),
    _tokens("bilou", "BILOU, longest span", ".bilou", _ONE_A_TOKEN, "write_bilou"),
    _tokens(
        "conllup",
        "CoNLL-U Plus, a column for each label",
        ".conllup",
        (*_TOKENS, "overlapping spans of one label", "annotators"),
        "write_by_label",
    ),
    _tokens(
        "conllup_nested",
        "CoNLL-U Plus, a column for each depth",
        ".conllup",
        (*_TOKENS, "annotators"),
        "write_nested",
    ),
    Format(
        "iob",
        "IOB, BILUO",
        "in",
        (".iob", ".iob2", ".biluo", ".conllu"),
        "token",
        reader="annotator.formats.conll:read",
    ),
)


def format_named(name: str) -> Format:
    """Return a format by name. Raises FormatError that lists those there are."""
    found = next((f for f in FORMATS if f.name == name), None)
    if found is None:
        known = ", ".join(f.name for f in FORMATS)
        raise FormatError("There is no format “{name}”. There are: {known}.", name=name, known=known)
    return found


def known_suffix(path: Path) -> bool:
    """Tell whether any reader takes files with this suffix."""
    return any(f.readable and path.name.lower().endswith(f.suffixes) for f in FORMATS)


def is_beside(path: Path) -> bool:
    """Tell whether a file bears the name of what an export puts beside a data set: report, losses, companions."""
    names = (REPORT, LOSSES, *(name for f in FORMATS for name in f.companions))
    return path.name in names or path.name.endswith(tuple(f".{name}" for name in names))


def format_of(path: Path) -> Format | None:
    """Return the format that reads this file: by its suffix, and by its first bytes where several have that suffix."""
    fitting = [f for f in FORMATS if f.readable and path.name.lower().endswith(f.suffixes)]
    if not any(f.detector for f in fitting):
        return next(iter(fitting), None)
    with path.open("rb") as file:
        head = file.read(HEAD)
    return next((f for f in fitting if not f.detector or loaded(f.detector)(head)), None)


def read_articles(path: Path, how: Reading, *, format_name: str = "") -> Iterator[Article | Refusal]:
    """Yield what a file holds, good and bad, in its order. Raises FormatError when no reader fits."""
    found = format_named(format_name) if format_name else format_of(path)
    if found is None or not found.readable:
        raise FormatError("“{name}” is not in a format that can be read here.", name=path.name)
    try:
        yield from loaded(found.reader)(path, how)
    except ModuleNotFoundError as error:
        raise missing(found, error) from error


def missing(wanted: Format, error: ModuleNotFoundError) -> FormatError:
    """Return what is told when the optional library of a format is not installed."""
    return FormatError(
        "{title} needs “{library}”, which is not installed: pip install 'annotator[{extra}]'",
        title=wanted.title,
        library=error.name or "",
        extra=wanted.extra or "all",
    )


def loaded(address: str) -> Callable[..., Any]:
    """Import a function by its ``module:name``."""
    module, name = address.split(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
