"""A statement as one line: who says what, where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.proposition import Figure
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Line:
    """A statement beside the name, voice and date of its article, the way every view shows one."""

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
    published: str | None
    judged: tuple[str, ...] = ()
    """What people's judgements say of it, in words."""

    @property
    def who(self) -> str:
        """Name the claimer and, where it differs, the side spoken for; the gap where nobody is known."""
        name = self.claimer or "somebody (claimer unresolved)"
        if self.claimer_for and self.claimer_for != self.claimer:
            name = f"{name} (for {self.claimer_for})"
        return f"{name}, via {', '.join(self.via)}," if self.via else name

    @property
    def day(self) -> str:
        """The day by which lists are put in order: spoken of, else said, else published; may be empty."""
        return self.when or self.said_on or self.published or ""


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What a line needs to know of an article."""

    name: str
    outlet: str
    published: str | None


SAYS = {
    "true-certain": "claims",
    "true-uncertain": "says it may be so",
    "unknown": "does not know whether it is so",
    "false-uncertain": "doubts",
    "false-certain": "denies",
}
"""The claimer's commitment in words, for what is or was."""

SAYS_OF = {
    "intended": "says it is planned",
    "predicted": "expects",
    "demanded": "demands",
    "conditional": "says, on a condition",
}
"""The same for what is not (yet): GUIDE.md's modality."""

REPORTS = {
    "actual": "reports",
    "intended": "reports as planned",
    "predicted": "expects",
    "demanded": "reports as demanded",
    "conditional": "reports, on a condition",
}
"""The same for what an outlet writes in its own voice."""


def says_of(statement: Statement) -> str:
    """Return in words what the claimer does with the proposition: claims, denies, demands …"""
    if statement.epistemic != "true-certain":
        return SAYS[statement.epistemic]
    if statement.attribution == "narrator":
        return REPORTS[statement.modality]
    return SAYS_OF.get(statement.modality, SAYS["true-certain"])


def line_of(statement: Statement, labels: Mapping[str, ArticleLabel]) -> Line:
    """Return a statement as a line."""
    prop = statement.proposition
    label = labels[statement.article]
    return Line(
        id=statement.id,
        claimer=statement.claimer,
        claimer_for=statement.claimer_for,
        via=statement.via,
        says=says_of(statement),
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
        published=label.published,
    )
