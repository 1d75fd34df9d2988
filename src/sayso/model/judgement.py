"""What a person decided; it overlays the machine's record and is never edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Act = Literal[
    "accept", "reject", "merge", "split", "cut-link", "add-link", "assess", "note", "correct", "undo"
]  # fmt: skip
RecordKind = Literal["statement", "question", "claim", "article", "lineage", "judgement", "place"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a statement stood that a judgement names, so that it is found again under another id.

    `record` is what the judgement names (the statement itself, or a claim that the statement was in).
    """

    record: str
    statement: str
    article: str
    type: str
    start: int | None = None
    end: int | None = None
    claimer: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about one record: who took it, when, why; undoing it is another judgement.

    `others` are the further records of the act: what is merged with `record`, the statements split off it,
    the other end of a link.  `field` and `value` are what is corrected and to what (no value: to nothing);
    `value` is also the words of an assessment, and `day` the day that it is of (ISO).  `on` is when the
    judgement was made (ISO, to the second, UTC).
    """

    id: str
    kind: RecordKind
    record: str
    act: Act
    by: str
    on: str
    reason: str
    value: str | None = None
    field: str | None = None
    day: str | None = None
    others: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    def identified(self) -> Judgement:
        """Return the same judgement under the id that its content gives it."""
        from dataclasses import replace

        from sayso.model.codec import to_record
        from sayso.model.ids import digest

        return replace(self, id=digest("ju", to_record(replace(self, id=""))))
