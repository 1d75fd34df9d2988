from __future__ import annotations

import pytest

from sayso.articles.header.dates import day_of, find_dates, hours_ago


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 25, 2021", ["2021-07-25"]),
        ("19.10.2020 09:37", ["2020-10-19"]),
        ("5 of March of 2031", ["2031-03-05"]),
        ("Monday 3 March 2031, 18:00", ["2031-03-03"]),
        ("Sept. 21st, 2021", ["2021-09-21"]),
        ("2031-03-04T22:05:00+00:00", ["2031-03-04"]),
        ("2021/07/09", ["2021-07-09"]),
        ("25/03/2021 and 3-25-2021", ["2021-03-25", "2021-03-25"]),
        ("9 Jul 20219 Jul 2021", ["2021-07-09", "2021-07-09"]),
        ("July 9, 2021Updated July 12, 2021", ["2021-07-09", "2021-07-12"]),
        ("July 9, 20216:12 PM UTC", ["2021-07-09"]),
        ("March 2031", ["2031-03"]),
        ("Tuesday, July 9, 2021", ["2021-07-09"]),
        ("31 February 2020 and Feb 29, 2021", []),
        ("they may 5 times march 3 miles", []),
        ("version 1.2.2020.4 of it", []),
        ("12345 May 2", [None]),
        ("05/03/2021", [None]),
        ("Thursday, August 5", [None]),
    ],
)
def test_find_dates(text: str, expected: list[str | None]) -> None:
    assert [printed.iso() for printed in find_dates(text)] == expected


def test_parts_of_a_date_without_a_year() -> None:
    (printed,) = find_dates("Thursday, August 5")
    assert (printed.year, printed.month, printed.day, printed.weekday) == (None, 8, 5, 3)
    assert printed.in_year(2021) == "2021-08-05"
    assert printed.in_year(2022) is None


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Posted Thu 17 Oct 2024 at 9:14pm, updated Fri 18 Oct 2024 at 6:03am", ["published", "updated"]),
        ("By Staff | The Courier | Published: 18 October 2021 - 16:42", ["published"]),
        ("Updated 6:41 PM GMT, December 3, 2024", ["updated"]),
        ("Last Updated: Aug. 3rd, 2014", ["updated"]),
        ("The treaty of July 9, 2021", [""]),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    assert [printed.label for printed in find_dates(text)] == labels


def test_ambiguous_dates_hold_nothing() -> None:
    (printed,) = find_dates("05/03/2021")
    assert printed.ambiguous
    assert (printed.month, printed.day) == (None, None)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("5 hours ago", 5), ("Updated 1 day ago", 24), ("an hour ago", 1), ("3 min ago", 0), ("long ago", None)],
)
def test_hours_ago(text: str, hours: float | None) -> None:
    assert hours_ago(text) == hours


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-07-09T10:00:00Z", "2021-07-09"),
        (" 2021 ", "2021"),
        ("2021-07", "2021-07"),
        ("20210709", "2021-07-09"),
        ("20210709T1015Z", "2021-07-09"),
        ("9 July 2021", "2021-07-09"),
        ("Fri, 09 Jul 2021 10:00:00 GMT", "2021-07-09"),
        ("soon", None),
        ("05/03/2021", None),
        ("2021-13-40", None),
    ],
)
def test_day_of(value: str, day: str | None) -> None:
    assert day_of(value) == day
