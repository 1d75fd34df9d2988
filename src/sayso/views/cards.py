"""Points for pages: a question with its answers side by side, no more statements than are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.interface import PagedView
from sayso.ledger.leafing import Slice, Sought, Standing
from sayso.model.article import Article
from sayso.model.proposition import Figure
from sayso.model.statement import Statement
from sayso.model.weighed import Answer, Question
from sayso.views.quoted import Quoted, quoted_of

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
    lines: tuple[Quoted, ...]


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
    ledger: PagedView, sought: Sought, limit: int, offset: int = 0, answers: int = 4
) -> Slice[PointCard]:
    """Return some cards of the board with so many answers at most, those that decide the status."""
    found = ledger.standings(sought, limit, offset)
    return Slice(cards_of(ledger, found.items, answers, BOARD_LINES), found.total)


def question_card(ledger: PagedView, key: str, lines: int) -> PointCard:
    """Return one question with all its answers, so many statements each; raises NotFound."""
    question = ledger.question(key)
    keys = {statement for answer in question.answers for statement in answer.statements}
    sides = {side for answer in question.answers for side in answer.by}
    origins = sum(answer.origins for answer in question.answers)
    standing = Standing(question, len(sides), origins, len(keys), "")
    return cards_of(ledger, [standing], len(question.answers), lines)[0]


def answer_page(
    ledger: PagedView, key: str, number: int, limit: int, offset: int
) -> tuple[Question, Slice[Quoted]]:
    """Return some statements of one answer of a question; () where the question has no such answer."""
    question = ledger.question(key)
    keys = question.answers[number].statements if 0 <= number < len(question.answers) else ()
    chosen = keys[offset : offset + limit]
    known = _spoken(ledger, chosen)
    return question, Slice(tuple(known[key] for key in chosen if key in known), len(keys))


def cards_of(
    ledger: PagedView, standings: Sequence[Standing], answers: int, lines: int
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
    """Return the numbers of the answers to show: a word for each side, then what decides the status.

    The pair that the status stands on is always among them.
    """
    pair = next(((r.left, r.right) for r in question.relations if r.kind == "refutes"), ())
    deciding = {n for r in question.relations if r.kind == "refutes" for n in (r.left, r.right)}
    numbers = range(len(question.answers))
    ranked = sorted(numbers, key=lambda n: (-len(question.answers[n].statements), n not in deciding, n))
    named = [n for n in numbers if _named(question, question.answers[n])]
    chosen = list(dict.fromkeys([*pair, *named[:1], *ranked[:1]]))
    heard = {side for n in chosen for side in question.answers[n].by}
    for number in ranked:
        if not heard.issuperset(question.answers[number].by):
            chosen.append(number)
            heard.update(question.answers[number].by)
    return sorted(list(dict.fromkeys([*chosen, *ranked]))[:most])


def _named(question: Question, answer: Answer) -> bool:
    return any(key in question.reason for key in answer.statements)


def _first(question: Question, answer: Answer, lines: int) -> Sequence[str]:
    # What the reason of the status names is seen at once.
    ranked = sorted(answer.statements, key=lambda key: key not in question.reason)
    # Some more than are shown: of those with one and the same sentence one is.
    return ranked[: lines * 3]


def _told_apart(said: Sequence[Quoted], lines: int) -> tuple[Quoted, ...]:
    """Return the first statements with sentences of their own, then the others."""
    seen: dict[tuple[str, str | None], Quoted] = {}
    for one in said:
        seen.setdefault((one.line.evidence, one.line.claimer), one)
    apart = list(seen.values())
    return tuple([*apart, *(one for one in said if one not in apart)][: min(lines, max(1, len(apart)))])


def _card(standing: Standing, numbers: Sequence[int], known: Mapping[str, Quoted], lines: int) -> PointCard:
    question = standing.question
    cards = []
    for number in numbers:
        answer = question.answers[number]
        own = _told_apart([known[k] for k in _first(question, answer, lines) if k in known], lines)
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


def _spoken(ledger: PagedView, keys: Sequence[str]) -> dict[str, Quoted]:
    statements: dict[str, Statement] = ledger.some_statements(keys)
    articles: dict[str, Article] = ledger.headed({s.article for s in statements.values()})
    return {key: quoted_of(s, articles[s.article]) for key, s in statements.items()}
