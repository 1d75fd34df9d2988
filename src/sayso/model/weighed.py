"""What many statements come to: claims, questions and their answers, lineages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.proposition import Proposition, PropositionType

RelationKind = Literal["refutes", "supports", "related"]
Reason = Literal[
    "polarity", "other-holder", "ranges-apart", "time-apart", "entails", "same", "part-of", "later-update",
    "different-scope", "cumulative",
]  # fmt: skip
"""Why two answers bear on each other as they do.

polarity: one says so, the other not; other-holder: one place or deed, one time, two who hold or did it;
ranges-apart: figures that cannot both hold; time-apart: of different times; entails: one follows from the
other; same: they say the same; part-of: one is of a part of what the other is of; later-update: a later
account of the same matter; different-scope: not of the same thing (another base, a plan, a demand, only one
figure); cumulative: a count that may have grown.
"""
Status = Literal["uncontested", "contested", "conceded", "corroborated"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition and the ids of all the statements that put it forward or deny it.

    `reasons` are why each statement was merged into it, one for one with `asserted`, then `denied`.
    """

    id: str
    proposition: Proposition
    asserted: tuple[str, ...]
    denied: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """How two answers (positions in `Question.answers`) bear on each other, and why.

    `reason` is one of `Reason` (a ledger weighed by an earlier version may hold other words), `note` the
    same in words.
    """

    left: int
    kind: RelationKind
    right: int
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: its wording, its statements, the sides giving it, its origins' number."""

    answer: str
    statements: tuple[str, ...]
    by: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that answer one question; the key is what all its statements share.

    `reason` tells in words why it stands as it does, `rule` which rule says so, and `fired` the ids of the
    statements that fired it.
    """

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
    rule: str = ""
    fired: tuple[str, ...] = ()

    def stake(self, articles: int) -> str:
        """Return a key that sorts questions as a board shows them: points at issue first.

        A point at issue has sides that contend for it, answers that exclude each other, or figures that
        differ; then count sides, statements, the `articles` that they stand in, and answers.
        """
        sides = {side for answer in self.answers for side in answer.by}
        statements = {key for answer in self.answers for key in answer.statements}
        sizes = (len(sides), len(statements), articles, len(self.answers))
        counted = " ".join(f"{_MOST - min(size, _MOST):06}" for size in sizes)
        # What else is said of somebody is many matters, of which one may be at issue.
        many = int(self.type == "other")
        return f"{self._tier()} {many} {counted} {self.question} {self.id}"

    def _tier(self) -> int:
        if len(self.answers) < 2:
            return 2
        if self.status in ("contested", "conceded"):
            return 0
        differs = self.unit is not None or any(r.kind == "refutes" for r in self.relations)
        return 1 if differs else 2


_MOST = 999_999
"""The largest number that `Question.stake` tells from larger ones."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Why two articles or statements are one origin: shared text, agency credit, one quote, one event.

    One record a link, so that each can be looked at, cut and put back by itself.
    """

    id: str
    kind: Literal[
        "shared-text",
        "retold-text",
        "agency-credit",
        "shared-quote",
        "speech-event",
        "same-article",
        "judgement",
    ]
    members: tuple[str, ...]
    evidence: str
