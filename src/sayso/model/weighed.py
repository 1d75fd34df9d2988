"""What many statements come to: claims, questions and their answers, lineages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.proposition import Proposition, PropositionType

RelationKind = Literal["refutes", "supports", "related"]
Status = Literal["uncontested", "contested", "conceded", "corroborated"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition and the ids of all the statements that put it forward or deny it."""

    id: str
    proposition: Proposition
    asserted: tuple[str, ...]
    denied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two answers (positions in `Question.answers`) bear on each other, and why."""

    left: int
    kind: RelationKind
    right: int
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: its wording, its statements, the sides giving it, its origins' number."""

    answer: str
    statements: tuple[str, ...]
    by: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that answer one question; the key is what all its statements share."""

    id: str
    question: str
    type: PropositionType
    actor: str | None
    place: str | None
    unit: str | None
    answers: tuple[Answer, ...]
    relations: tuple[Relation, ...]
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Why articles or statements are one origin: shared text, agency credit, quote, event, judgement."""

    id: str
    kind: Literal["shared-text", "agency-credit", "shared-quote", "speech-event", "same-article", "judgement"]
    members: tuple[str, ...]
    evidence: str
