"""Points for pages: a question with its answers side by side, no more statements than are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView
from sayso.ledger.leafing import Slice, Sought, Standing
from sayso.model.article import Article
from sayso.model.proposition import Figure
from sayso.model.statement import Statement
from sayso.model.weighed import Answer, Question
from sayso.views.said import Said, said_of

BOARD_LINES = 2
"""How many statements of one answer a card shows; a question's own page shows more."""


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """One answer; `lines` are the first of its `statements` statements, `figure` what it puts a number to."""

    number: int
    answer: str
    by: tuple[str, ...]
    origins: int
    statements: int
    figure: Figure | None
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class RelationCard:
    """How two answers (numbers of cards) bear on each other, and why."""

    left: int
    kind: str
    right: int
    reason: str


@dataclass(frozen=True, slots=True)
class PointCard:
    """One question; `answers` may be the first of `all_answers`."""

    id: str
    question: str
    type: str
    status: str
    reason: str
    place: str | None
    unit: str | None
    sides: int
    origins: int
    statements: int
    latest: str
    all_answers: int
    answers: tuple[AnswerCard, ...]
    relations: tuple[RelationCard, ...]


def board_page(
    ledger: LedgerView, sought: Sought, limit: int, offset: int = 0, answers: int = 6
) -> Slice[PointCard]:
    """Return some cards of the board with so many answers at most, those that decide the status."""
    found = ledger.standings(sought, limit, offset)
    return Slice(cards_of(ledger, found.items, answers, BOARD_LINES), found.total)


def question_card(ledger: LedgerView, key: str, lines: int) -> PointCard:
    """Return one question with all its answers, so many statements each; raises NotFound."""
    question = ledger.question(key)
    keys = {statement for answer in question.answers for statement in answer.statements}
    sides = {side for answer in question.answers for side in answer.by}
    origins = sum(answer.origins for answer in question.answers)
    standing = Standing(question, len(sides), origins, len(keys), "")
    return cards_of(ledger, [standing], len(question.answers), lines)[0]


def answer_page(
    ledger: LedgerView, key: str, number: int, limit: int, offset: int
) -> tuple[Question, Slice[Said]]:
    """Return some statements of one answer of a question; () where the question has no such answer."""
    question = ledger.question(key)
    keys = question.answers[number].statements if 0 <= number < len(question.answers) else ()
    chosen = keys[offset : offset + limit]
    known = _spoken(ledger, chosen)
    return question, Slice(tuple(known[key] for key in chosen if key in known), len(keys))


def cards_of(
    ledger: LedgerView, standings: Sequence[Standing], answers: int, lines: int
) -> tuple[PointCard, ...]:
    """Return cards of questions, with so many answers and so many statements an answer at most."""
    shown = [(s, shown_answers(s.question, answers)) for s in standings]
    wanted = [
        key
        for standing, numbers in shown
        for number in numbers
        for key in _first(standing.question, standing.question.answers[number], lines)
    ]
    known = _spoken(ledger, wanted)
    return tuple(_card(standing, numbers, known, lines) for standing, numbers in shown)


def shown_answers(question: Question, most: int) -> list[int]:
    """Return the numbers of the answers to show: those that decide the status, then the first others."""
    deciding = {n for r in question.relations if r.kind == "refutes" for n in (r.left, r.right)}
    deciding |= {
        n for n, a in enumerate(question.answers) if any(key in question.reason for key in a.statements)
    }
    ranked = sorted(range(len(question.answers)), key=lambda n: (n not in deciding, n))
    return sorted(ranked[:most])


def _first(question: Question, answer: Answer, lines: int) -> Sequence[str]:
    # What the reason of the status names is seen at once.
    return sorted(answer.statements, key=lambda key: key not in question.reason)[:lines]


def _card(standing: Standing, numbers: Sequence[int], known: Mapping[str, Said], lines: int) -> PointCard:
    question = standing.question
    cards = []
    for number in numbers:
        answer = question.answers[number]
        own = tuple(known[key] for key in _first(question, answer, lines) if key in known)
        figures = [said.line.quantity for said in own if said.line.quantity]
        figure = figures[0] if figures else None
        cards.append(
            AnswerCard(number, answer.answer, answer.by, answer.origins, len(answer.statements), figure, own)
        )
    return PointCard(
        id=question.id,
        question=question.question,
        type=question.type,
        status=question.status,
        reason=question.reason,
        place=question.place,
        unit=question.unit,
        sides=standing.sides,
        origins=standing.origins,
        statements=standing.statements,
        latest=standing.latest or max((s.day for s in known.values()), default=""),
        all_answers=len(question.answers),
        answers=tuple(cards),
        relations=tuple(
            RelationCard(r.left, r.kind, r.right, r.reason)
            for r in question.relations
            if r.left in numbers and r.right in numbers
        ),
    )


def _spoken(ledger: LedgerView, keys: Sequence[str]) -> dict[str, Said]:
    statements: dict[str, Statement] = ledger.some_statements(keys)
    articles: dict[str, Article] = ledger.headed({s.article for s in statements.values()})
    return {key: said_of(s, articles[s.article]) for key, s in statements.items()}
