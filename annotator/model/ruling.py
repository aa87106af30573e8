"""Rulings: what an adjudicator decided where annotators differ or agree, and which gold spans stand because of it."""

from dataclasses import dataclass
from typing import Literal

from annotator.model.ids import AnnotatorId, LayerId, RulingId, SpanId

type Reason = Literal["agreed", "majority", "guideline", "extent", "evidence", "context", "oversight", "other"]

REASONS: tuple[Reason, ...] = (
    "agreed", "majority", "guideline", "extent", "evidence", "context", "oversight", "other",
)  # fmt: skip
"""Why: all agree; most do; a guideline says so; the smallest clause counts; the evidence test; the context; somebody
overlooked it; something else, which the note says."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """An annotator's span as it was when it was ruled on; ``content`` tells whether it is still the same."""

    annotator_id: AnnotatorId
    span_id: SpanId
    label: str
    words: str
    content: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision in a gold layer.

    ``decided_on`` are the annotators' spans that lay before the adjudicator, ``spans`` the gold spans that came of it
    (none when all were rejected; whether one was taken as it was or edited is seen by comparing). ``precedent`` names
    the paragraph of the guidelines that the case explains, ``gap`` says that the guidelines have no answer yet.
    """

    id: RulingId
    layer_id: LayerId
    adjudicator: str
    decided_on: tuple[Opinion, ...]
    spans: tuple[SpanId, ...] = ()
    reason: Reason = "other"
    note: str = ""
    precedent: str = ""
    gap: bool = False

    @property
    def labels(self) -> frozenset[str]:
        """Return the ids of the labels that the annotators had given."""
        return frozenset(opinion.label for opinion in self.decided_on)
