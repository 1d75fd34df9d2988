"""What a time expression is counted from, and the pieces that its value is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sayso.model.analysis import Precision
from sayso.reading.days import add_months, bounds, interval, shift
from sayso.reading.expressions import Expression, words

VAGUE = "a span without a number"
"""The reason for no value where the text gives a span but not how long ("for years")."""
LENGTH = "a length of time, not a date"


@dataclass(frozen=True, slots=True)
class Point:
    """The anchor: a day, or only the month or year in which it lies; `day` is the last possible one."""

    day: date | None
    value: str | None
    precision: Precision
    reason: str

    @classmethod
    def of(cls, value: str | None, note: str) -> Point:
        """Return the point that an anchor's ISO text gives."""
        if value is None:
            return cls(None, None, "day", note)
        precision: Precision = "day" if len(value) == 10 else "month" if len(value) == 7 else "year"
        return cls(bounds(value)[1], value, precision, note)

    @property
    def last(self) -> date:
        """Return the last possible day; only for a known point."""
        return self.day or date.max


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with its precision; None with the reason."""

    value: str | None
    precision: Precision
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The anchor's last possible day, and what the sentence makes of an expression.

    `future` says that the sentence looks ahead; `role` is that of `Time`.
    """

    point: Point
    today: date
    future: bool
    role: Literal["at", "since", "until"]


def on_day(day: date | None) -> Resolved:
    """Return a day's value, none where the calendar has no such day."""
    if day is None:
        return Resolved(None, "day", "no such day in the calendar")
    return Resolved(day.isoformat(), "day")


def between(first: date, last: date, precision: Precision = "interval") -> Resolved:
    """Return the value of a stretch of days."""
    return Resolved(interval(first, last), precision)


def number(expression: Expression, name: str) -> int:
    """Return a group of figures as a number."""
    return int(expression.parts[name])


def month_of(expression: Expression, name: str = "month") -> int:
    """Return the number of the month that a group names."""
    return int(words()["months"][expression.parts[name]])


def part(first: date, last: date, where: str, context: Context) -> tuple[date, date]:
    """Return the named part of a stretch, or what lies before or after the anchor in it.

    "early" is the first half and "late" the second, as in Recognizers-Text; "mid" the middle third, and
    "the beginning" and "the end" of a year its outer thirds.
    """
    if where == "earlier":
        yesterday = shift(context.today, -1)
        inside = first <= yesterday < last
        return (first, yesterday) if inside else (first, first if yesterday < first else last)
    if where == "later":
        return (context.today, last) if first <= context.today <= last else (first, last)
    length = (last - first).days + 1
    whole_year = length in {365, 366}
    if where == "middle":
        if whole_year:
            return add_months(first, 4), shift(add_months(first, 8), -1)
        return shift(first, length // 3), shift(first, 2 * length // 3)
    if whole_year and where in {"start", "end"}:
        return (first, shift(add_months(first, 4), -1)) if where == "start" else (add_months(first, 8), last)
    half = 3 if length == 7 else 15 if length <= 31 else (length + 1) // 2
    second = add_months(first, 6) if whole_year else shift(first, half)
    return (first, shift(second, -1)) if where in {"early", "first-half", "start"} else (second, last)


def back(today: date, many: int, unit: str) -> date:
    """Return the day so many units before (after, if negative) today."""
    days = {"minute": 0, "hour": 0, "day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit == "hour":
        hours = abs(many)
        return shift(today, (-1 if many > 0 else 1) * -(-hours // 24))
    if unit in days:
        return shift(today, -many * days[unit])
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return add_months(today, -many * months)


@cache
def _counts(language: str = "english") -> dict[str, int]:
    return dict(words(language)["numbers"])


def many_of(expression: Expression) -> int | None:
    """Return how many units an expression says, None for "several" or nothing."""
    written = expression.get("many")
    if written is None:
        return None
    return int(written) if written.isdigit() else _counts().get(written)
