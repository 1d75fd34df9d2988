"""One statement with its sentence in context."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.views.judged import Laid
from sayso.views.labels import label_of
from sayso.views.line import Line


@dataclass(frozen=True, slots=True)
class Slot:
    """A field and the exact words behind it."""

    slot: str
    words: str


@dataclass(frozen=True, slots=True)
class Feeds:
    """A question that the statement answers, and which answer it is."""

    id: str
    question: str
    status: str
    answer: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement, the paragraph around its evidence, its article, and what it feeds.

    `before`, `evidence` and `after` join to the paragraph as printed; a stub's paragraph is its evidence.
    """

    line: Line
    attribution: str
    target: str | None
    place_from: str | None
    place_to: str | None
    polarity: str
    before: str
    evidence: str
    after: str
    start: int | None
    end: int | None
    slots: tuple[Slot, ...]
    gaps: tuple[Slot, ...]
    title: str | None
    published: str | None
    published_from: str | None
    reader: str
    questions: tuple[Feeds, ...]


def show_of(ledger: LedgerView, key: str, questions: tuple[Feeds, ...] | None = None) -> Shown:
    """Return the statement with this id (or the start of it); raises NotFound.

    `questions` are those that it answers, where somebody has them at hand.
    """
    statement = ledger.statement(key)
    article = ledger.article(statement.article)
    prop = statement.proposition
    before, after = _around(article, statement)
    return Shown(
        line=Laid(ledger).line(statement, {article.id: label_of(article)}),
        attribution=statement.attribution,
        target=prop.target,
        place_from=prop.place_from,
        place_to=prop.place_to,
        polarity=prop.polarity,
        before=before,
        evidence=statement.evidence,
        after=after,
        start=statement.span.start if statement.span else None,
        end=statement.span.end if statement.span else None,
        slots=tuple(Slot(s.slot, s.span.of(article.text)) for s in statement.slots),
        gaps=tuple(Slot(g.slot, g.reason) for g in statement.gaps),
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        reader=statement.reader,
        questions=_questions(ledger, statement.id) if questions is None else questions,
    )


def _around(article: Article, statement: Statement) -> tuple[str, str]:
    span = statement.span
    if span is None:
        return "", ""
    around = [block.span for block in article.blocks if block.span.overlaps(span)]
    paragraph = Span(
        min((b.start for b in around), default=span.start), max((b.end for b in around), default=span.end)
    )
    return article.text[paragraph.start : span.start], article.text[span.end : paragraph.end]


def _questions(ledger: LedgerView, statement_id: str) -> tuple[Feeds, ...]:
    return tuple(
        Feeds(question.id, question.question, question.status, answer.answer)
        for question in ledger.questions({statement_id})
        for answer in question.answers
        if statement_id in answer.statements
    )
