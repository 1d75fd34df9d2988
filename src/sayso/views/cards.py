"""Points for pages: a question with its answers side by side, no more statements than are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.interface import PagedView
from sayso.ledger.leafing import Slice, Sought, Standing
from sayso.model.article import Article
from sayso.model.brief import BriefAnswer
from sayso.model.proposition import Figure
from sayso.model.statement import Statement
from sayso.views.judged import Laid
from sayso.views.quoted import Quoted, quoted_of

SPARE = 3
"""So many times the statements shown are looked at: of those with one and the same sentence one is shown."""

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


def board_page(ledger: PagedView, sought: Sought, limit: int, offset: int = 0) -> Slice[PointCard]:
    """Return some cards of the board, with the answers that one looks at first."""
    found = ledger.standings(sought, limit, offset)
    return Slice(cards_of(ledger, found.items, BOARD_LINES), found.total)


def question_card(ledger: PagedView, key: str, answers: int, offset: int, lines: int) -> PointCard:
    """Return one question with some of its answers, so many statements each; raises NotFound."""
    return cards_of(ledger, [ledger.standing(key, answers, offset, lines * SPARE)], lines)[0]


def answer_page(
    ledger: PagedView, key: str, number: int, limit: int, offset: int
) -> tuple[PointCard, Slice[Quoted]]:
    """Return a question with one answer, and some statements of it; raises NotFound."""
    keys = ledger.answer_ids(key, number)
    card = question_card(ledger, key, 1, max(0, number), 1)
    chosen = keys[offset : offset + limit]
    known = _spoken(ledger, chosen)
    return card, Slice(tuple(known[key] for key in chosen if key in known), len(keys))


def cards_of(ledger: PagedView, standings: Sequence[Standing], lines: int) -> tuple[PointCard, ...]:
    """Return cards of questions, with so many statements an answer at most."""
    wanted = [key for s in standings for answer in s.brief.answers for key in answer.first[: lines * SPARE]]
    said, laid = ledger.some_statements(wanted), Laid(ledger)
    right = {key: laid.put_right(statement) for key, statement in said.items()}
    chosen = {
        (s.brief.id, answer.number): _told_apart(_first(answer, right, lines), lines)
        for s in standings
        for answer in s.brief.answers
    }
    # Articles are asked for, and sentences cut, for what is shown alone.
    shown = {one.id for some in chosen.values() for one in some}
    articles = ledger.headed({said[key].article for key in shown})
    known = {key: quoted_of(said[key], articles[said[key].article], laid) for key in shown}
    return tuple(_card(standing, right, chosen, known, lines) for standing in standings)


def _first(answer: BriefAnswer, right: Mapping[str, Statement], lines: int) -> list[Statement]:
    return [right[key] for key in answer.first[: lines * SPARE] if key in right]


def _told_apart(said: Sequence[Statement], lines: int) -> tuple[Statement, ...]:
    """Return the first statements with sentences of their own, then the others."""
    seen: dict[tuple[str, str | None], Statement] = {}
    for one in said:
        seen.setdefault((one.evidence, one.claimer), one)
    apart = list(seen.values())
    return tuple([*apart, *(one for one in said if one not in apart)][: min(lines, max(1, len(apart)))])


def _card(
    standing: Standing,
    right: Mapping[str, Statement],
    chosen: Mapping[tuple[str, int], tuple[Statement, ...]],
    known: Mapping[str, Quoted],
    lines: int,
) -> PointCard:
    brief = standing.brief
    answers = []
    for a in brief.answers:
        quantities = (one.proposition.quantity for one in _first(a, right, lines))
        figure = next((quantity for quantity in quantities if quantity), None)
        own = tuple(known[one.id] for one in chosen[brief.id, a.number])
        answers.append(AnswerCard(a.number, a.answer, a.by, a.origins, a.statements, figure, own))
    return PointCard(
        id=brief.id,
        question=brief.question,
        type=brief.type,
        status=brief.status,
        reason=brief.reason,
        place=brief.place,
        unit=brief.unit,
        sides=standing.sides,
        origins=standing.origins,
        statements=standing.statements,
        latest=standing.latest,
        all_answers=brief.all_answers,
        answers=tuple(answers),
        relations=tuple(RelationCard(r.left, r.kind, r.right, r.reason) for r in brief.relations),
    )


def _spoken(ledger: PagedView, keys: Sequence[str]) -> dict[str, Quoted]:
    statements: dict[str, Statement] = ledger.some_statements(keys)
    articles: dict[str, Article] = ledger.headed({s.article for s in statements.values()})
    laid = Laid(ledger)
    return {key: quoted_of(s, articles[s.article], laid) for key, s in statements.items()}
