"""One claimer putting one proposition forward at one spot of one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.ids import digest
from sayso.model.proposition import Proposition
from sayso.model.span import Span

AttributionStyle = Literal["direct", "indirect", "mixed", "narrator"]
Epistemic = Literal["true-certain", "true-uncertain", "unknown", "false-uncertain", "false-certain"]
Modality = Literal["actual", "intended", "predicted", "demanded", "conditional"]
Verification = Literal["unverified", "disputed", "confirmed"]


@dataclass(frozen=True, slots=True)
class SlotSpan:
    """The exact words behind one field ("claimer", "cue", "actor", "place", "quantity" …)."""

    slot: str
    span: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A field left open, and why ("claimer": "'the official' fits two people")."""

    slot: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with all its fields as GUIDE.md defines them.

    `article` is the article's id; `span` its evidence in that article's clean text and `evidence` the
    words themselves (equal to the slice; a stub article keeps the words only, with `span` None).
    `reader` names who read it: a reader and its version, or "import" for hand-made records.
    """

    id: str
    article: str
    evidence: str
    span: Span | None
    attribution: AttributionStyle
    epistemic: Epistemic
    modality: Modality
    proposition: Proposition
    claimer: str | None = None
    claimer_for: str | None = None
    via: tuple[str, ...] = ()
    said_on: str | None = None
    verification: Verification | None = None
    verified_by: str | None = None
    slots: tuple[SlotSpan, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reader: str = ""

    def identified(self) -> Statement:
        """Return the same statement under the id that its content gives it."""
        from dataclasses import replace

        from sayso.model.codec import to_record

        record = to_record(replace(self, id="", reader=""))
        return replace(self, id=digest("st", record))
