"""Spans of files whose words do not stand where their file puts them: kept until a person settles each.

Nothing is clipped and nothing is guessed: such a span is in no layer before it is placed by hand.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from annotator.model.ids import DocumentId, ProjectId, UnresolvedId, derived_uuid
from annotator.model.layer import Attributes, Fragment
from annotator.model.text import normal_form
from annotator.model.told import Sentence

type UnresolvedStatus = Literal["open", "placed", "left_out"]

MOST = 20
"""So many places are offered for one span."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A span as its file has it, under the file's own label, and why it does not fit the text.

    ``annotator`` names whose layer it was to join, ``where`` its place in the file; ``words`` are empty where the file
    has none.
    """

    id: UnresolvedId
    project_id: ProjectId
    document_id: DocumentId
    annotator: str
    label: str
    fragments: tuple[Fragment, ...]
    words: str
    where: str
    why: Sentence
    note: str = ""
    attributes: Attributes = field(default_factory=dict)
    status: UnresolvedStatus = "open"


def unresolved_id(document: DocumentId, annotator: str, *parts: object) -> UnresolvedId:
    """Return the id that the same span of the same file always has, so that it is not listed twice."""
    return UnresolvedId(derived_uuid("unresolved", document, annotator, *parts))


def candidates(text: str, words: str) -> tuple[Fragment, ...]:
    """Return where words stand in a text: as they are, or else with other apostrophes, quotes and white space."""
    wanted = normal_form(words.strip())
    if not wanted:
        return ()
    exact = [found.span() for found in re.finditer(re.escape(words), text)]
    if not exact:
        loose = re.sub(r"(?:\\ |\\\n|\\\t)+", r"\\s+", re.escape(wanted))
        exact = [found.span() for found in re.finditer(loose, normal_form(text))]
    return tuple(exact[:MOST])
