"""The situation brief: what was said in a period, by question, each answer with its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.ledger.interface import LedgerView
from sayso.model.errors import UsageError
from sayso.model.weighed import Answer, Question
from sayso.views.labels import labels_of
from sayso.views.line import Line, line_of
from sayso.weighing.board import rank

Told = Literal["within", "before", "after", "vague", "undated"]
"""Where a statement lies to the period; vague = its date is too rough to say ("2031-03")."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: one statement with its sentence; numbers count from 1 in the order of the brief."""

    number: int
    line: Line


@dataclass(frozen=True, slots=True)
class BriefAnswer:
    """One answer as the period left it: `notes` are those of the period, `earlier` counts statements before.

    `fresh` says that nobody gave it before the period.
    """

    answer: str
    by: tuple[str, ...]
    origins: int
    notes: tuple[Note, ...]
    earlier: int

    @property
    def fresh(self) -> bool:
        """Whether the answer is new in the period."""
        return bool(self.notes) and not self.earlier


@dataclass(frozen=True, slots=True)
class BriefPoint:
    """A question on which something was said in the period, with all its answers."""

    id: str
    question: str
    status: str
    reason: str
    answers: tuple[BriefAnswer, ...]

    @property
    def fresh(self) -> bool:
        """Whether nothing was said of it before the period."""
        return not any(answer.earlier for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Brief:
    """What was published from `since` to `until` (ISO days), most at stake first.

    `statements` and `articles` count those of the period; `named` are questions and statuses that are not
    told in full; `unasked` statements of the period belong to no question, `vague` and `undated` ones may be
    of the period or not; `later` ones came after it, and bear on the statuses and on the numbers of origins.
    """

    since: str
    until: str
    statements: int
    articles: int
    points: tuple[BriefPoint, ...]
    named: tuple[tuple[str, str], ...]
    unasked: int
    vague: int
    undated: int
    later: int = 0

    @property
    def notes(self) -> tuple[Note, ...]:
        """All footnotes in their order."""
        return tuple(note for point in self.points for answer in point.answers for note in answer.notes)

    @property
    def title(self) -> str:
        """The brief's title."""
        return f"Situation brief, {self.since}" + (f" to {self.until}" if self.until != self.since else "")


def brief_of(ledger: LedgerView, since: str, until: str, limit: int | None = None) -> Brief:
    """Return the brief of a period; the day of a statement is its article's, else the day it was said on.

    Raises:
        UsageError: a day is none, or the period ends before it begins.
    """
    first, last = _day(since), _day(until)
    if last < first:
        raise UsageError(f"the period ends ({until}) before it begins ({since})")
    labels = labels_of(ledger)
    told: dict[str, Told] = {}
    lines: dict[str, Line] = {}
    for statement in ledger.statements():
        label = labels[statement.article]
        told[statement.id] = where = _told(label.published or statement.said_on, first, last)
        if where == "within":
            lines[statement.id] = line_of(statement, labels)
    questions = [q for q in ledger.questions() if any(key in lines for key in _keys(q))]
    ranked = rank(questions, {key: line.article for key, line in lines.items()})
    shown = ranked if limit is None else ranked[:limit]
    asked = {key for question in questions for key in _keys(question)}
    counts = list(told.values())
    return Brief(
        since=first.isoformat(),
        until=last.isoformat(),
        statements=len(lines),
        articles=len({line.article for line in lines.values()}),
        points=tuple(_points(shown, lines, told)),
        named=tuple((question.question, question.status) for question in ranked[len(shown) :]),
        unasked=sum(1 for key in lines if key not in asked),
        vague=counts.count("vague"),
        undated=counts.count("undated"),
        later=counts.count("after"),
    )


def _points(
    questions: Iterable[Question], lines: Mapping[str, Line], told: Mapping[str, Told]
) -> Iterator[BriefPoint]:
    number = 0
    for question in questions:
        answers = []
        for answer in question.answers:
            made = _answer(answer, lines, told, number)
            number += len(made.notes)
            if made.notes or made.earlier:  # the others were given only later
                answers.append(made)
        # What is new comes first; answers that only stood before close the list.
        answers.sort(key=lambda answer: not answer.notes)
        yield BriefPoint(question.id, question.question, question.status, question.reason, tuple(answers))


def _answer(answer: Answer, lines: Mapping[str, Line], told: Mapping[str, Told], number: int) -> BriefAnswer:
    own = [lines[key] for key in answer.statements if key in lines]
    notes = tuple(Note(number + place, line) for place, line in enumerate(own, 1))
    earlier = sum(1 for key in answer.statements if told.get(key) in ("before", "vague", "undated"))
    return BriefAnswer(answer.answer, answer.by, answer.origins, notes, earlier)


def _keys(question: Question) -> Iterator[str]:
    return (key for answer in question.answers for key in answer.statements)


def _told(when: str | None, first: date, last: date) -> Told:
    if when is None:
        return "undated"
    start, _, end = when.partition("/")
    # "2031-03" sorts before all its days, and "2031-03-99" behind them.
    low, high = (
        (start + "-00-00"[len(start) - 4 :])[:10],
        ((end or start) + "-99-99"[len(end or start) - 4 :])[:10],
    )
    if high < first.isoformat():
        return "before"
    if low > last.isoformat():
        return "after"
    return "within" if first.isoformat() <= low and high <= last.isoformat() else "vague"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day: write it as 2031-03-09") from None
