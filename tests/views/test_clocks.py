"""When a statement counts, by each of the two clocks."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ledger.interface import Moment
from sayso.model.errors import UsageError
from sayso.views.clocks import Clocks, clocks, end_of, sifted, start_of, told_on, verdict


def moment(**fields: Any) -> Moment:
    base: dict[str, Any] = {
        "statement": "s", "article": "a", "type": "takeover", "modality": "actual", "when": None,
        "said_on": None, "published": None, "read_on": "2031-04-01T10:00:00+00:00",
    }  # fmt: skip
    return Moment(**(base | fields))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"when": "2031-03-07"}, "taken"),
        ({"when": "2031-03-08"}, "later"),
        ({"when": "2031-03-01/2031-03-07"}, "taken"),
        ({"when": "2031-03-01/2031-03-08"}, "beyond"),
        ({"when": "2031-03-01/2031-03-08", "type": "control"}, "taken"),
        ({"when": "2031-03"}, "beyond"),
        ({"when": "2031-03", "type": "control"}, "beyond"),
        ({"when": "2031-02"}, "taken"),
        ({"when": "2030"}, "taken"),
        ({"when": "2032"}, "later"),
        ({"when": None, "said_on": "2031-03-07", "published": "2031-03-09"}, "taken"),
        ({"when": None, "said_on": "2031-03-08"}, "later"),
        ({"published": "2031-03-07"}, "taken"),
        ({"published": "2031-03-08"}, "later"),
        ({"when": "2031-09-11", "modality": "intended", "said_on": "2031-03-06"}, "taken"),
        ({"when": "2031-03-01", "modality": "predicted", "said_on": "2031-03-08"}, "later"),
        ({"when": "2031-03-01", "modality": "demanded"}, "undated"),
        ({}, "undated"),
    ],
)
def test_as_of_a_day(fields: dict[str, Any], found: str) -> None:
    assert verdict(moment(**fields), clocks(as_of="2031-03-07")) == found


@pytest.mark.parametrize(
    ("fields", "known_on", "found"),
    [
        ({"published": "2031-03-07"}, "2031-03-07", "taken"),
        ({"published": "2031-03-07"}, "2031-03-07T23:59", "unknown"),
        ({"published": "2031-03-07"}, "2031-03-06", "unknown"),
        ({"published": "2031-03"}, "2031-03-30", "unknown"),
        ({"published": "2031-03"}, "2031-03", "taken"),
        ({}, "2031-04-01T10:00", "taken"),
        ({}, "2031-04-01T09:59", "unknown"),
        ({}, "2031-04-01T12:00+02:00", "taken"),
        ({"when": "2031-09-01", "published": "2031-03-01"}, "2031-03-02", "taken"),
    ],
)
def test_known_on_a_day_or_moment(fields: dict[str, Any], known_on: str, found: str) -> None:
    assert verdict(moment(**fields), clocks(known_on=known_on)) == found


def test_nothing_is_dropped_in_silence() -> None:
    made = [
        moment(statement="dated", when="2031-03-01", published="2031-03-02"),
        moment(statement="late", when="2031-03-09", published="2031-03-02"),
        moment(statement="long", when="2031-03-01/2031-03-09", published="2031-03-02"),
        moment(statement="told later", when="2031-03-01", published="2031-05-02"),
        moment(statement="undated"),
    ]
    kept, found = sifted(made, clocks("2031-03-07", "2031-04-02"))
    assert set(kept) == {"dated", "undated"}
    assert (found.taken, found.undated, found.by_reading) == (2, 1, 1)
    assert (found.later, found.beyond, found.unknown, found.left_out) == (1, 1, 1, 3)
    assert found.taken + found.left_out == len(made)


def test_without_clocks_all_count() -> None:
    kept, found = sifted([moment()], Clocks())
    assert (set(kept), found.taken, found.undated, found.left_out) == ({"s"}, 1, 0, 0)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("2031-03-07", "2031-03-07T00:00:00", "2031-03-07T23:59:59"),
        ("2031-02", "2031-02-01T00:00:00", "2031-02-28T23:59:59"),
        ("2032", "2032-01-01T00:00:00", "2032-12-31T23:59:59"),
        ("2031-03-07T06:30", "2031-03-07T06:30:00", "2031-03-07T06:30:00"),
        ("2031-03-07T01:00:00+02:00", "2031-03-06T23:00:00", "2031-03-06T23:00:00"),
    ],
)
def test_what_people_ask(asked: str, first: str, last: str) -> None:
    assert (start_of(asked), end_of(asked)) == (first, last)


@pytest.mark.parametrize("wrong", ["", "yesterday", "2031-13-01", "2031-02-30", "7 March", "2031-3-7"])
def test_what_is_no_day(wrong: str) -> None:
    for asking in (start_of, end_of, clocks):
        with pytest.raises(UsageError, match="is no d"):
            asking(wrong)


def test_a_moment_of_reading_is_one_of_utc() -> None:
    assert told_on(moment(read_on="2031-04-01T01:00:00+02:00")) == "2031-03-31T23:00:00"
