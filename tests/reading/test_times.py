"""Times: expressions, the days they mean, what they are to the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.analysis import Sentence
from sayso.model.span import Span
from sayso.reading.anchor import Anchor
from sayso.reading.days import bounds
from sayso.reading.times import find_times, read_time

FRIDAY = Anchor("2021-07-09", "a Friday")


@pytest.mark.parametrize(
    ("text", "words", "value", "precision"),
    [
        # days by name
        ("It fell today", "today", "2021-07-09", "day"),
        ("It fell yesterday", "yesterday", "2021-07-08", "day"),
        ("It fell overnight", "overnight", "2021-07-08/2021-07-09", "interval"),
        ("It fell hours before the speech", "hours before", "2021-07-08/2021-07-09", "interval"),
        ("It fell on Friday", "Friday", "2021-07-09", "day"),
        ("It fell on Thursday night", "Thursday night", "2021-07-08", "day"),
        ("It fell last Friday", "last Friday", "2021-07-02", "day"),
        ("They meet next Friday", "next Friday", "2021-07-16", "day"),
        ("Talks will resume on Sunday", "Sunday", "2021-07-11", "day"),
        ("He said Wednesday it would end", "Wednesday", "2021-07-07", "day"),
        # dates
        ("It fell on July 8", "July 8", "2021-07-08", "day"),
        ("It fell on 8 July", "8 July", "2021-07-08", "day"),
        ("It fell on Thursday, July 8", "Thursday, July 8", "2021-07-08", "day"),
        ("Seen Thu 8 Jul 2021", "Thu 8 Jul 2021", "2021-07-08", "day"),
        ("It fell on July 8, 2019", "July 8, 2019", "2019-07-08", "day"),
        ("It fell on 2021-07-08", "2021-07-08", "2021-07-08", "day"),
        ("It fell on 19.10.2020", "19.10.2020", "2020-10-19", "day"),
        ("It fell on 7/18/2021", "7/18/2021", "2021-07-18", "day"),
        ("It ends on August 31", "August 31", "2021-08-31", "day"),
        ("It fell on December 28", "December 28", "2020-12-28", "day"),
        # months, years, seasons
        ("It began in May", "May", "2021-05", "month"),
        ("It began in March.", "March", "2021-03", "month"),
        ("It began in May 2019", "May 2019", "2019-05", "month"),
        ("planned for August", "August", "2021-08", "month"),
        ("It began in early May", "early May", "2021-05-01/2021-05-15", "interval"),
        ("in the first half of June", "the first half of June", "2021-06-01/2021-06-15", "interval"),
        ("Earlier in July, it fell", "Earlier in July", "2021-07-01/2021-07-08", "interval"),
        ("It began in 2015", "2015", "2015", "year"),
        ("in late 2001", "late 2001", "2001-07-01/2001-12-31", "interval"),
        ("the end of 2020", "the end of 2020", "2020-09-01/2020-12-31", "interval"),
        ("in the 1990s", "the 1990s", "1990-01-01/1999-12-31", "interval"),
        ("last summer", "last summer", "2020-06-01/2020-08-31", "season"),
        # counted
        ("Last month it fell", "Last month", "2021-06", "month"),
        ("It comes next month", "next month", "2021-08", "month"),
        ("It fell last week", "last week", "2021-06-28/2021-07-04", "week"),
        ("Earlier this week it fell", "Earlier this week", "2021-07-05/2021-07-08", "interval"),
        ("It fell two weeks ago", "two weeks ago", "2021-06-25", "day"),
        ("in the last 24 hours", "the last 24 hours", "2021-07-08/2021-07-09", "interval"),
        ("for the past two decades", "the past two decades", "2001-07-09/2021-07-09", "interval"),
        ("encircled for 13 days", "13 days", "2021-06-26/2021-07-09", "interval"),
        # hours, quarters, now
        ("at 12:00 UTC Monday", "12:00 UTC Monday", "2021-07-05", "day"),
        ("at 8 p.m. yesterday", "8 p.m. yesterday", "2021-07-08", "day"),
        ("in the first quarter of 2020", "the first quarter of 2020", "2020-01-01/2020-03-31", "interval"),
        ("in the fourth quarter", "the fourth quarter", "2020-10-01/2020-12-31", "interval"),
        ("They now hold it", "now", "2021-07-09", "day"),
        # stretches
        ("between 5 and 8 July", "between 5 and 8 July", "2021-07-05/2021-07-08", "interval"),
        ("on the night of 3 to 4 May", "the night of 3 to 4 May", "2021-05-03/2021-05-04", "interval"),
        ("July 5-8", "July 5-8", "2021-07-05/2021-07-08", "interval"),
        ("the war of 2014–2016", "2014–2016", "2014-01-01/2016-12-31", "interval"),
        (
            "from May 2015 to June 3, 2018",
            "from May 2015 to June 3, 2018",
            "2015-05-01/2018-06-03",
            "interval",
        ),
    ],
)
def test_values(text: str, words: str, value: str, precision: str) -> None:
    (time,) = read_time(text, FRIDAY)
    assert (time.span.of(text), time.value, time.precision) == (words, value, precision)
    assert time.reason is None


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("fighting since Wednesday", "since", "2021-07-07/2021-07-09"),
        ("fighting since May", "since", "2021-05-01/2021-07-09"),
        ("fighting since the beginning of the week", "since", "2021-07-05/2021-07-09"),
        ("fighting since Sept. 21", "since", "2020-09-21/2021-07-09"),
        ("over by August 31", "until", "2021-08-31"),
        ("over before August 31", "until", "2021-08-31"),
        ("over by the end of the month", "until", "2021-07-31"),
        ("over until Tuesday", "until", "2021-07-13"),
        ("over on August 31", "at", "2021-08-31"),
    ],
)
def test_roles(text: str, role: str, value: str) -> None:
    (time,) = read_time(text, FRIDAY)
    assert (time.role, time.value) == (role, value)


@pytest.mark.parametrize(
    "text",
    [
        "They may march for the first time",
        "about 2014 people left",
        "room 2015 is free",
        "a T-72 on Route 66",
        "a second attack",
        "and so it goes",
        "Ramadan",
        "about a quarter of the town",
        "the Weekly of the army",
        "a score of 3.45",
        "",
    ],
)
def test_no_time(text: str) -> None:
    assert read_time(text, FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "anchor", "reason"),
    [
        ("on July 9", Anchor(None, "no date anywhere"), "July of an unknown year"),
        ("on Friday", Anchor(None, "no date anywhere"), "no date anywhere"),
        ("for years", FRIDAY, "without a number"),
        ("in recent months", FRIDAY, "without a number"),
        ("on 9/7/2020", FRIDAY, "either way round"),
        ("the next day", FRIDAY, "another day"),
        ("on February 30", FRIDAY, "calendar"),
        ("a 33-year war", FRIDAY, "length of time"),
        ("nearly five months of talks", FRIDAY, "length of time"),
        ("two years later", FRIDAY, "length of time"),
        ("at 18:00", FRIDAY, "not named"),
        ("every Monday", FRIDAY, "again and again"),
        ("weekly raids", FRIDAY, "again and again"),
    ],
)
def test_no_value_has_a_reason(text: str, anchor: Anchor, reason: str) -> None:
    (time,) = read_time(text, anchor)
    assert time.value is None
    assert time.reason is not None
    assert reason in time.reason


def test_a_month_as_anchor() -> None:
    july = Anchor("2021-07", "only the month")
    rows = [
        ("today", "2021-07", "month"),
        ("last month", "2021-06", "month"),
        ("on July 9", "2021-07-09", "day"),
    ]
    for text, value, precision in rows:
        (time,) = read_time(text, july)
        assert (time.value, time.precision) == (value, precision)


def test_full_dates_need_no_anchor() -> None:
    text = "It fell on July 9, 2021, in 2020 and in the 1990s."
    values = [t.value for t in read_time(text, Anchor(None, "nothing"))]
    assert values == ["2021-07-09", "2020", "1990-01-01/1999-12-31"]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Nothing here. It fell on Friday."
    (time,) = find_times(text, [Sentence(Span(0, 13), 0, 0, 0), Sentence(Span(14, 32), 0, 0, 0)], [], FRIDAY)
    assert time.span.of(text) == "Friday"


@given(st.text(alphabet="0123456789 .,-/JulyMarchFridaysincelastweekago", max_size=60))
def test_never_raises_and_values_are_days(text: str) -> None:
    for time in read_time(text, FRIDAY):
        assert time.span.of(text)
        assert (time.value is None) == (time.reason is not None and time.value is None)
        if time.value is not None:
            first, last = bounds(time.value)
            assert first <= last
