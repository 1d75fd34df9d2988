"""The situation brief: what was said in a period, by question, each answer with its sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.ledger.interface import LedgerView
from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.model.weighed import Answer, Question
from sayso.views.changes import KINDS, Change
from sayso.views.diff import diff_of
from sayso.views.judged import Laid
from sayso.views.labels import labels_of
from sayso.views.line import Line
from sayso.weighing.board import rank

NEW_CLAIMS = 12
"""So many new claims are told among the changes; all of them stand under their questions."""

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
class BriefChange:
    """What changed in the period, in words, with the statement that shows it; `kind` is one of the diff's."""

    kind: str
    text: str
    note: Note


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
    `changes` are those of the morning diff of the period, without `more_claims` new claims; `rejected`
    statements of the period were rejected by people.
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
    changes: tuple[BriefChange, ...] = ()
    more_claims: int = 0
    rejected: int = 0

    @property
    def notes(self) -> tuple[Note, ...]:
        """All footnotes in their order, each once."""
        told = [note for point in self.points for answer in point.answers for note in answer.notes]
        return tuple(dict.fromkeys([*(change.note for change in self.changes), *told]))

    @property
    def title(self) -> str:
        """The brief's title."""
        return f"Situation brief, {self.since}" + (f" to {self.until}" if self.until != self.since else "")


def brief_of(
    ledger: LedgerView, since: str, until: str, limit: int | None = None, profile: Profile | None = None
) -> Brief:
    """Return the brief of a period; the day of a statement is its article's, else the day it was said on.

    Raises:
        UsageError: a day is none, or the period ends before it begins.
    """
    first, last = _day(since), _day(until)
    if last < first:
        raise UsageError(f"the period ends ({until}) before it begins ({since})")
    told, lines, rejected = _sifted(ledger, first, last)
    questions = [q for q in ledger.questions() if any(key in lines for key in _keys(q))]
    ranked = rank(questions, {key: line.article for key, line in lines.items()})
    shown = ranked if limit is None else ranked[:limit]
    asked = {key for question in questions for key in _keys(question)}
    changes, more = _changes(ledger, profile or Profile(), first, last, lines)
    notes = _Notes(lines)
    told_changes = tuple(BriefChange(c.kind, c.text, notes.of(c.line.id)) for c in changes)
    counts = list(told.values())
    return Brief(
        since=first.isoformat(),
        until=last.isoformat(),
        statements=len(lines),
        articles=len({line.article for line in lines.values()}),
        points=tuple(_points(shown, notes, told)),
        named=tuple((question.question, question.status) for question in ranked[len(shown) :]),
        unasked=sum(1 for key in lines if key not in asked),
        vague=counts.count("vague"),
        undated=counts.count("undated"),
        later=counts.count("after"),
        changes=told_changes,
        more_claims=more,
        rejected=rejected,
    )


def _sifted(ledger: LedgerView, first: date, last: date) -> tuple[dict[str, Told], dict[str, Line], int]:
    """Return where each statement lies to the period, the lines of the period, and how many were rejected."""
    labels, laid = labels_of(ledger), Laid(ledger)
    told: dict[str, Told] = {}
    lines: dict[str, Line] = {}
    rejected = 0
    for statement in ledger.statements():
        where = _told(labels[statement.article].published or statement.said_on, first, last)
        if not laid.takes(statement):
            rejected += where == "within"
            continue
        told[statement.id] = where
        if where == "within":
            lines[statement.id] = laid.line(statement, labels)
    return told, lines, rejected


def _changes(
    ledger: LedgerView, profile: Profile, first: date, last: date, lines: Collection[str]
) -> tuple[list[Change], int]:
    """Return the changes that a statement of the period shows, and how many new claims are left out."""
    found = diff_of(ledger, profile, first.isoformat(), last.isoformat()).changes
    shown = [change for change in found if change.line.id in lines and change.kind != "quiet"]
    fresh = [change for change in shown if change.kind == "new claim"]
    kept = [change for change in shown if change.kind != "new claim"] + fresh[:NEW_CLAIMS]
    return sorted(kept, key=lambda change: KINDS.index(change.kind)), len(fresh) - len(fresh[:NEW_CLAIMS])


class _Notes:
    """Numbers footnotes in the order in which they are first asked for."""

    def __init__(self, lines: Mapping[str, Line]) -> None:
        self.lines = lines
        self._made: dict[str, Note] = {}

    def of(self, key: str) -> Note:
        return self._made.setdefault(key, Note(len(self._made) + 1, self.lines[key]))


def _points(questions: Iterable[Question], notes: _Notes, told: Mapping[str, Told]) -> Iterator[BriefPoint]:
    for question in questions:
        # What is new comes first; answers that only stood before close the list, and the others, which
        # were given only later, are not told.
        fresh = [a for a in question.answers if any(key in notes.lines for key in a.statements)]
        before = [a for a in question.answers if a not in fresh]
        answers = [_answer(answer, notes, told) for answer in (*fresh, *before)]
        answers = [answer for answer in answers if answer.notes or answer.earlier]
        yield BriefPoint(question.id, question.question, question.status, question.reason, tuple(answers))


def _answer(answer: Answer, notes: _Notes, told: Mapping[str, Told]) -> BriefAnswer:
    own = tuple(notes.of(key) for key in answer.statements if key in notes.lines)
    earlier = sum(1 for key in answer.statements if told.get(key) in ("before", "vague", "undated"))
    return BriefAnswer(answer.answer, answer.by, answer.origins, own, earlier)


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
