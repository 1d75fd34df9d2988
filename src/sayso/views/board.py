"""The board: contested points first, the answers side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.interface import LedgerView
from sayso.model.weighed import Question
from sayso.views.labels import labels_of
from sayso.views.line import Line, line_of
from sayso.weighing.board import rank


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer with its statements as lines."""

    answer: str
    by: tuple[str, ...]
    origins: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RelationView:
    """How two answers bear on each other, in words."""

    left: str
    kind: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """One question on the board."""

    id: str
    question: str
    status: str
    reason: str
    place: str | None
    answers: tuple[AnswerView, ...]
    relations: tuple[RelationView, ...]


def board_of(ledger: LedgerView, limit: int | None = None, status: str | None = None) -> tuple[Point, ...]:
    """Return the questions of the ledger, those with most at stake first."""
    asked = [q for q in ledger.questions() if status is None or q.status == status]
    ranked = rank(asked)[:limit]
    wanted = {key for q in ranked for a in q.answers for key in a.statements}
    labels = labels_of(ledger)
    lines = {s.id: line_of(s, labels) for s in ledger.statements() if s.id in wanted}
    return tuple(_point(question, lines) for question in ranked)


def _point(question: Question, lines: dict[str, Line]) -> Point:
    answers = tuple(
        AnswerView(a.answer, a.by, a.origins, tuple(lines[key] for key in a.statements))
        for a in question.answers
    )
    relations = tuple(
        RelationView(answers[r.left].answer, r.kind, answers[r.right].answer, r.reason)
        for r in question.relations
    )
    return Point(
        question.id,
        question.question,
        question.status,
        question.reason,
        question.place,
        answers,
        relations,
    )
