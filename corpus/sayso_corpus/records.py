"""The frozen records of the corpus: a document, and what was labelled in its text.

All positions are character offsets into the document's text, `start` inclusive and `end` exclusive. Names of
fields and their values are those of the annotation guide (`corpus/GUIDE.md`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TYPES = (
    "control", "takeover", "retreat", "attack", "casualties", "flight", "deployment", "talks", "stance",
    "measure", "other",
)  # fmt: skip
KINDS = ("direct", "indirect", "mixed", "narrator")
EPISTEMIC = ("true-certain", "true-uncertain", "unknown", "false-uncertain", "false-certain")
MODALITIES = ("actual", "intended", "predicted", "demanded", "conditional")
POLARITIES = ("positive", "negative")
VERIFICATIONS = ("unverified", "disputed", "confirmed")
ENTITY_KINDS = ("person", "party", "organisation", "outlet", "state", "unit", "place", "weapon")
REGIONS = ("title", "standfirst", "dateline", "date", "byline", "credit", "boilerplate", "caption")
SUBJECTS = ("conflict", "none")
NAMED = ("actor", "target", "place", "place_from", "place_to")
"""Fields of a statement that name somebody or some place."""
ROLES = (*NAMED, "quantity", "when", "said_on", "content", "hedge", "negation", "modality", "disclaimer")
"""What words of a statement can be marked as; source and cue stand with the attribution."""
OUTSIDE = frozenset({"disclaimer", "said_on"})
"""Roles whose words may stand outside the statement's evidence."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something spoken of, under its full name, with every mention labelled."""

    id: str
    kind: str
    name: str
    side: str | None
    """Id of the entity that it belongs to or speaks for (a ministry: its government), if any."""
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the page that is no running text."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report of speech or thought: whose, by which words, and what is reported."""

    id: str
    kind: str
    claimer: str | None
    """Id of the entity; None where nobody is named or implied."""
    via: tuple[str, ...]
    """Ids of the relays, nearest the claimer first."""
    said_on: str | None
    within: str | None
    """Id of the attribution in whose content this one stands."""
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its bounds, as the annotation guide has it."""

    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claimer putting one proposition forward at one spot."""

    id: str
    attribution: str | None
    """Id of the attribution; None for the outlet's own voice."""
    type: str
    evidence: Span
    claimer_for: str | None = None
    said_on: str | None = None
    epistemic: str = "true-certain"
    modality: str = "actual"
    polarity: str = "positive"
    verification: str | None = None
    verified_by: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each named field its values: ids of entities, or names that are no entity of the document."""
    quantity: Quantity | None = None
    when: str | None = None
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Role → the exact words that say it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One labelled text. The text itself is kept apart; its hash says which one it is."""

    id: str
    conflict: str
    subject: str
    manner: str
    outlet: str | None
    published: str | None
    sha256: str
    sentences: tuple[Span, ...]
    regions: tuple[Region, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    note: str = ""

    def entity(self, key: str) -> Entity | None:
        """Return the entity with that id, None where there is none."""
        return next((entity for entity in self.entities if entity.id == key), None)

    def name(self, key: str) -> str:
        """Return the full name behind an id, or the words themselves where they are no id."""
        entity = self.entity(key)
        return entity.name if entity else key
