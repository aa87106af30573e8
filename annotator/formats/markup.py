"""From a tree of HTML, or of what looks like it, to text: an empty line between paragraphs, a tab between cells.

Parsing never fetches, never resolves an entity of its own making, and refuses trees that only an attacker grows.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from annotator.model.told import Told

_SPACES = re.compile(r"[ \t\n\r\f]+")


class MarkupError(Told):
    """Markup that cannot be read."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What elements are to the text, by local name: ``spaces`` are those that stand for a character."""

    paragraphs: frozenset[str]
    lines: frozenset[str]
    cells: frozenset[str]
    unseen: frozenset[str]
    spaces: Mapping[str, str] = field(default_factory=dict)


def named(names: str) -> frozenset[str]:
    """Return the names of elements, which are written with spaces between them."""
    return frozenset(names.split())


HTML = Kinds(
    paragraphs=named(
        "address article aside blockquote body center details dialog div dl fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 head header hr html list main nav ol p pre quote section summary table ul"
    ),
    lines=named("br caption dd dt item lb legend li option row tr"),
    cells=named("td th cell"),
    unseen=named(
        "audio button canvas embed graphic iframe input link map math meta noscript object script select "
        "style svg template textarea title video"
    ),
)
"""The elements of web pages, and those of trafilatura's trees, which have no name in common with another sense."""


class Flow:
    """Text as it runs: white space is one space, and breaks are as strong as the strongest asked for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[str] = []
        self._break = 0
        self._space = ""
        self._at_cell = False

    def words(self, text: str | None, *, literal: bool = False) -> None:
        """Add text; where it is not to be taken as it is, its white space counts as one space."""
        if not text:
            return
        run = text if literal else _SPACES.sub(" ", text)
        bare = run if literal else run.strip(" ")
        if run[0] == " " and not literal:
            self._space = self._space or " "
        if not bare:
            return
        if self._break and self._pieces:
            self._pieces.append("\n" * self._break)
        elif self._pieces:
            self._pieces.append(self._space)
        self._break, self._space, self._at_cell = 0, "", False
        self._pieces.append(bare)
        if run[-1] == " " and not literal:
            self._space = " "

    def end(self, lines: int) -> None:
        """End the line (1) or the paragraph (2), or nothing (0); a cell does not begin with an end."""
        if lines and not self._at_cell:
            self._break = max(self._break, lines)
            self._space = ""

    def open_cell(self) -> None:
        """Begin a cell of a table."""
        self._at_cell = True

    def close_cell(self) -> None:
        """End a cell of a table: a tab follows, however many paragraphs are in it."""
        self._at_cell = False
        self._break, self._space = 0, "\t"

    @property
    def text(self) -> str:
        """Return all of it."""
        return "".join(self._pieces)


def parse_html(markup: str) -> etree._Element | None:
    """Return the body of a page, or of a piece of one; None where there is none. Raises MarkupError."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise MarkupError("It is nested too deeply to be read.")
    return None if tree is None else tree.find("body")


def parse_xml(data: bytes) -> etree._Element:
    """Return the tree of XML. Raises MarkupError for what is none, and for what only an attacker makes."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError("Its XML cannot be read: {reason}", reason=error) from error


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace, in lower case; empty for what is no element."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def text_of(tree: etree._Element | None, kinds: Kinds = HTML) -> str:
    """Return the text that a person sees of a tree."""
    flow = Flow()
    if tree is None:
        return flow.text
    literal = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = name_of(element)
        if event == "start":
            if name in kinds.unseen:
                walk.skip_subtree()
                continue
            flow.end(_strength(name, kinds))
            if name in kinds.cells:
                flow.open_cell()
            literal += name == "pre"
            flow.words(kinds.spaces.get(name) or _own_text(element), literal=literal > 0 or name in kinds.spaces)
            continue
        if name in kinds.cells:
            flow.close_cell()
        elif name not in kinds.unseen:
            literal -= name == "pre"
            flow.end(_strength(name, kinds))
        if element is not tree:
            flow.words(element.tail, literal=literal > 0)
    return flow.text


def _own_text(element: etree._Element) -> str | None:
    """Return the text at the start of an element, or the character that an entity stands for."""
    return html.unescape(element.text or "") if element.tag is etree.Entity else element.text


def _strength(name: str, kinds: Kinds) -> int:
    """Return how many line ends stand before and after an element."""
    return 2 if name in kinds.paragraphs else int(name in kinds.lines)
