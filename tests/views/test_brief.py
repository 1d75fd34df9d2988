"""The situation brief as a record."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ledger.interface import LedgerView
from sayso.model.errors import UsageError
from sayso.views.brief import _told, brief_of
from views.hills import PROFILE


def test_only_what_was_published_in_the_period_is_told(hills: LedgerView) -> None:
    brief = brief_of(hills, "2031-03-05", "2031-03-06")
    assert (brief.statements, brief.articles, brief.later) == (2, 1, 0)
    assert {note.line.article for note in brief.notes} == {"mill.txt"}
    assert [note.number for note in brief.notes] == [1, 2]


def test_what_is_new_and_what_stood_before(hills: LedgerView) -> None:
    points = {point.question: point for point in brief_of(hills, "2031-03-05", "2031-03-05").points}
    answers = {answer.answer: answer for answer in points["Who holds Alder Bridge?"].answers}
    assert answers["Blues holds Alder Bridge"].fresh
    assert not points["Who holds Alder Bridge?"].fresh
    (before,) = [answer for answer in answers.values() if answer.answer.startswith("Reds")]
    assert (before.notes, before.earlier, before.fresh) == ((), 1, False)


def test_what_came_later_is_counted_and_not_told(hills: LedgerView) -> None:
    brief = brief_of(hills, "2031-03-04", "2031-03-04")
    assert brief.later == 2
    assert all("Blues holds" not in answer.answer for point in brief.points for answer in point.answers)
    assert all(point.fresh for point in brief.points)


def test_questions_over_the_limit_are_named(hills: LedgerView) -> None:
    whole, short = (brief_of(hills, "2031-03-01", "2031-03-31", limit) for limit in (None, 1))
    assert len(short.points) == 1
    assert [name for name, _ in short.named] == [point.question for point in whole.points[1:]]


def test_nothing_is_lost_between_the_parts(hills: LedgerView) -> None:
    brief = brief_of(hills, "2031-03-01", "2031-03-31")
    assert {note.line.id for note in brief.notes} == {
        key for q in hills.questions() for answer in q.answers for key in answer.statements
    }
    assert brief.unasked == brief.statements - len({note.line.id for note in brief.notes})


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [("2031-3-1", "2031-03-02", "is no day"), ("2031-03-02", "2031-03-01", "before it begins")],
)
def test_a_period_that_is_none(hills: LedgerView, since: str, until: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        brief_of(hills, since, until)


def test_rough_dates_are_counted_apart() -> None:
    days = date(2031, 3, 5), date(2031, 3, 9)
    whens = (
        "2031-03-05", "2031-03-04", "2031-03-10", "2031-03", "2031", "2030", "2031-04",
        "2031-03-06/2031-03-09", "2031-03-01/2031-03-06",
    )  # fmt: skip
    told = {when: _told(when, *days) for when in whens}
    assert list(told.values()) == [
        "within", "before", "after", "vague", "vague", "before", "after", "within", "vague",
    ]  # fmt: skip
    assert _told(None, *days) == "undated"


def test_what_changed_is_told_first_with_its_sentence(hills: LedgerView) -> None:
    brief = brief_of(hills, "2031-03-05", "2031-03-05", profile=PROFILE)
    kinds = {(change.kind, change.note.line.article) for change in brief.changes}
    assert ("new claim", "mill.txt") in kinds
    assert {article for _, article in kinds} == {"mill.txt"}
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))
    assert {change.note for change in brief.changes} <= set(brief.notes)
