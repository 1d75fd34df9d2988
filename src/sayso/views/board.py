"""The board: contested points first, the answers side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, PagedView, Wanted
from sayso.ledger.leafing import Sought
from sayso.model.errors import NotFound
from sayso.model.weighed import Question
from sayso.views.judged import Laid
from sayso.views.labels import labels_of
from sayso.views.line import Line
from sayso.weighing.board import rank


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer with its statements as lines, in `articles` articles and from `origins` origins."""

    answer: str
    by: tuple[str, ...]
    origins: int
    articles: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RelationView:
    """How two answers bear on each other, in words; `first` and `second` count the answers from 0."""

    first: int
    left: str
    kind: str
    second: int
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """One question on the board."""

    id: str
    question: str
    type: str
    status: str
    reason: str
    place: str | None
    answers: tuple[AnswerView, ...]
    relations: tuple[RelationView, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions are wanted; None asks for any. `places` are names as the ledger spells them."""

    status: str | None = None
    type: str | None = None
    places: frozenset[str] | None = None

    def takes(self, question: Question) -> bool:
        """Tell whether the question is wanted."""
        return (
            self.status in (None, question.status)
            and self.type in (None, question.type)
            and (self.places is None or question.place in self.places)
        )


def board_of(ledger: LedgerView, limit: int | None = None, asked: Asked | None = None) -> tuple[Point, ...]:
    """Return the questions of the ledger, those with most at stake first."""
    asked = asked or Asked()
    fitting = [question for question in ledger.questions() if asked.takes(question)]
    ranked = rank(fitting, _homes(ledger) if fitting else {})
    return points_of(ledger, ranked[:limit])


def board_page(ledger: PagedView, limit: int, asked: Asked) -> tuple[tuple[Point, ...], int]:
    """Return the first questions of the board, and how many fit; costs as much as it shows."""
    found = ledger.standings(Sought(asked.status, asked.type, asked.places), limit)
    records = (ledger.outcome(standing.brief.id) for standing in found.items)
    return points_of(ledger, [one for one in records if isinstance(one, Question)]), found.total


def points_of(ledger: LedgerView, questions: Sequence[Question]) -> tuple[Point, ...]:
    """Return questions with their statements as lines, in the order given."""
    wanted = frozenset(key for q in questions for answer in q.answers for key in answer.statements)
    said = list(ledger.statements(Wanted(ids=wanted)))
    labels, laid = labels_of(ledger, {statement.article for statement in said}), Laid(ledger)
    lines = {statement.id: laid.line(statement, labels) for statement in said}
    return tuple(point_of(question, lines) for question in questions)


def question_of(ledger: LedgerView, key: str) -> Point:
    """Return the question with this id; raises NotFound."""
    question = ledger.outcome(key)
    if not isinstance(question, Question):
        raise NotFound(f"there is no question {key!r} in this ledger")
    return points_of(ledger, [question])[0]


def point_of(question: Question, lines: Mapping[str, Line]) -> Point:
    """Return a question with its statements, taken from `lines` by their ids."""
    answers = []
    for answer in question.answers:
        own = tuple(lines[key] for key in answer.statements)
        articles = len({line.article for line in own})
        answers.append(AnswerView(answer.answer, answer.by, answer.origins, articles, own))
    relations = tuple(
        RelationView(
            r.left, answers[r.left].answer, r.kind, r.right, answers[r.right].answer, f"{r.reason}: {r.note}"
        )
        for r in question.relations
    )
    return Point(
        id=question.id,
        question=question.question,
        type=question.type,
        status=question.status,
        reason=question.reason,
        place=question.place,
        answers=tuple(answers),
        relations=relations,
    )


def _homes(ledger: LedgerView) -> dict[str, str]:
    """Return the article of each statement, by id."""
    return {moment.statement: moment.article for moment in ledger.moments()}
