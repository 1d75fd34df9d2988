"""A statement as a page shows it: its line, its sentence with the telling words marked, its standing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.interface import PagedView
from sayso.model.article import Article
from sayso.model.statement import Statement
from sayso.views.judged import Laid
from sayso.views.labels import label_of
from sayso.views.line import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the sentence; `mark` says which words these are ("cue", "claimer", "place" …), or nothing."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement with its article's id and title, the spans of its slots as pieces, and its open ends."""

    line: Line
    article_id: str
    title: str | None
    side: str | None
    attribution: str
    polarity: str
    target: str | None
    pieces: tuple[Piece, ...]
    gaps: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day of saying, else of publication; may be empty."""
        return self.line.said_on or self.line.published or ""


MARKS = ("cue", "claimer", "quantity", "place", "time", "actor")
"""Slots whose words are marked in a sentence; where two overlap the first of these is."""


def quoted_of(statement: Statement, article: Article, laid: Laid) -> Quoted:
    """Return a statement of an article (its text is not needed), as people corrected it."""
    right = laid.put_right(statement)
    return Quoted(
        line=laid.line(statement, {statement.article: label_of(article)}),
        article_id=statement.article,
        title=article.title,
        side=side_of(right),
        attribution=right.attribution,
        polarity=right.proposition.polarity,
        target=right.proposition.target,
        pieces=_pieces(statement),
        gaps=tuple(f"{gap.slot}: {gap.reason}" for gap in statement.gaps),
    )


def all_quoted(ledger: PagedView, statements: Iterable[Statement]) -> tuple[Quoted, ...]:
    """Return statements in their order."""
    found = list(statements)
    articles = ledger.headed({statement.article for statement in found})
    laid = Laid(ledger)
    return tuple(quoted_of(statement, articles[statement.article], laid) for statement in found)


def side_of(statement: Statement) -> str | None:
    """Return whose voice it is: the side spoken for, else the claimer; None where nobody is known."""
    return statement.claimer_for or statement.claimer


def _pieces(statement: Statement) -> tuple[Piece, ...]:
    """Return the evidence cut by offsets, never by looking for words in it."""
    evidence, span = statement.evidence, statement.span
    if span is None or len(evidence) != span.end - span.start:
        return (Piece(evidence),)
    marks = [""] * len(evidence)
    for name in reversed(MARKS):
        for slot in statement.slots:
            if slot.slot == name:
                first, last = max(slot.span.start, span.start), min(slot.span.end, span.end)
                # A slot may stand outside the evidence (a claimer named in the sentence before).
                if first < last:
                    marks[first - span.start : last - span.start] = [name] * (last - first)
    pieces: list[Piece] = []
    start = 0
    for end in range(1, len(evidence) + 1):
        if end == len(evidence) or marks[end] != marks[start]:
            pieces.append(Piece(evidence[start:end], marks[start]))
            start = end
    return tuple(pieces)
