"""Articles (what a reader finds) and documents (imported, their text frozen)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.model.crossing import ByValues
from annotator.model.ids import DocumentId
from annotator.model.told import Sentence

FLAG_SENTENCES = {
    "mojibake": "letters broken by a wrong encoding",
    "repeated_title": "the title is repeated",
    "motto": "a motto or a line of the page before the title",
    "source_line": "a line that names the source",
    "photo_credit": "a photo credit",
    "control_signs": "control characters, which are no text",
}


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a text that a person should see and nobody may alter.

    ``kind``: mojibake, repeated_title, motto, source_line, photo_credit, control_signs.
    """

    kind: str
    start: int
    end: int

    @property
    def sentence(self) -> Sentence:
        """Return what a person is told of it."""
        return Sentence(FLAG_SENTENCES.get(self.kind, self.kind))


@dataclass(frozen=True, slots=True)
class Document(ByValues):
    """An imported article without its text, which the store keeps apart and never changes.

    ``sha256`` is of the frozen text, ``original_sha256`` of the bytes it came from, ``length`` in code points,
    ``published`` an ISO 8601 date or part of one, ``extra`` what a format knew besides,
    ``changes`` what import changed.
    """

    id: DocumentId
    sha256: str
    length: int
    language: str = "fr"
    title: str = ""
    source: str = ""
    published: str = ""
    url: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    encoding: str = ""
    original_sha256: str = ""
    changes: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class RawSpan(ByValues):
    """A span as a file states it, unchecked, in raw code points; ``words`` is None where the format has none.

    ``where`` names its place in the file where that is not the article's own.
    """

    fragments: tuple[tuple[int, int], ...]
    label: str
    words: str | None = None
    id: str = ""
    note: str = ""
    attributes: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    status: str = ""
    where: str = ""

    @property
    def place(self) -> str:
        """Return its offsets in words: ``3-11``, several fragments as ``3-11 + 20-24``."""
        return " + ".join(f"{start}-{end}" for start, end in self.fragments)


@dataclass(frozen=True, slots=True)
class RawLink:
    """A link as a file states it, unchecked."""

    type: str
    source: str
    target: str
    id: str = ""
    attributes: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article(ByValues):
    """What a reader finds in a file: a raw text, what is known of it, and the labels that came along, all unchecked.

    ``where`` names the place for messages (``news.jsonl, line 3``). ``annotator`` is empty where the file names none.
    ``apart`` says why the spans are not the annotator's own: rejected, ignored, prediction; their layer is kept apart.
    ``seconds`` is the time spent on the layer, ``changes`` are those of an earlier import. Title and date are guessed
    from the text where the file has none, unless it is ``complete``: our own, which knows that there is none.
    ``original`` are the bytes that the text was found in, where they can be read another way some day: a web page.
    """

    text: str
    where: str
    language: str = ""
    title: str = ""
    source: str = ""
    published: str = ""
    url: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    encoding: str = ""
    original_sha256: str = ""
    notices: tuple[Sentence, ...] = ()
    annotator: str = ""
    apart: str = ""
    status: str = ""
    seconds: int = 0
    changes: tuple[str, ...] = ()
    complete: bool = False
    spans: tuple[RawSpan, ...] = ()
    entities: tuple[RawSpan, ...] = ()
    links: tuple[RawLink, ...] = ()
    evidence: tuple[Mapping[str, object], ...] = ()
    rulings: tuple[Mapping[str, object], ...] = ()
    tokens: tuple[tuple[int, int], ...] = ()
    original: bytes = b""
