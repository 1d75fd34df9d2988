"""A statement as one line: who says what, where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.proposition import Figure
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Line:
    """A statement beside the name and voice of its article, the way every view shows one."""

    id: str
    claimer: str | None
    claimer_for: str | None
    via: tuple[str, ...]
    says: str
    type: str
    actor: str | None
    place: str | None
    quantity: Figure | None
    when: str | None
    said_on: str | None
    epistemic: str
    modality: str
    verification: str | None
    verified_by: str | None
    evidence: str
    article: str
    outlet: str

    @property
    def who(self) -> str:
        """Name the claimer and, where it differs, the side spoken for; the gap where nobody is known."""
        name = self.claimer or "claimer unresolved"
        if self.claimer_for and self.claimer_for != self.claimer:
            name = f"{name} (for {self.claimer_for})"
        return f"{name}, via {', '.join(self.via)}" if self.via else name


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What a line needs to know of an article."""

    name: str
    outlet: str


SAYS = {
    "true-certain": "claims",
    "true-uncertain": "says it may be that",
    "unknown": "does not know whether",
    "false-uncertain": "disputes that",
    "false-certain": "denies that",
}
"""The epistemic status in a word, for lists."""


def line_of(statement: Statement, labels: Mapping[str, ArticleLabel]) -> Line:
    """Return a statement as a line."""
    prop = statement.proposition
    label = labels[statement.article]
    narrated = statement.attribution == "narrator" and statement.epistemic == "true-certain"
    return Line(
        id=statement.id,
        claimer=statement.claimer,
        claimer_for=statement.claimer_for,
        via=statement.via,
        says="reports" if narrated else SAYS[statement.epistemic],
        type=prop.type,
        actor=prop.actor,
        place=prop.place or prop.place_to or prop.place_from,
        quantity=prop.quantity,
        when=prop.when,
        said_on=statement.said_on,
        epistemic=statement.epistemic,
        modality=statement.modality,
        verification=statement.verification,
        verified_by=statement.verified_by,
        evidence=statement.evidence,
        article=label.name,
        outlet=label.outlet,
    )
