"""From a time expression to days: which function reads which sense, and when none can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from sayso.model.analysis import Precision
from sayso.reading import absolute, relative
from sayso.reading.expressions import Expression, words
from sayso.reading.moments import Context, Point, Resolved

__all__ = ["Point", "Resolved", "resolve"]

_RESOLVERS: dict[str, Callable[[Expression, Context], Resolved]] = {
    **absolute.RESOLVERS,
    **relative.RESOLVERS,
}
_PRECISION: dict[str, Precision] = {
    "date": "day",
    "month": "month",
    "day-word": "day",
    "weekday": "day",
    "season": "season",
    "year": "year",
}
_COARSE = frozenset({"month", "year", "decade", "century", "quarter"})


def resolve(
    expression: Expression,
    point: Point,
    *,
    future: bool = False,
    role: Literal["at", "since", "until"] = "at",
) -> Resolved:
    """Return what an expression means, counted from a point.

    `future` says that the sentence looks ahead, `role` what the words before make of it.
    """
    resolver = _RESOLVERS[expression.sense]
    full = expression.get("year") is not None or expression.sense in {"decade", "iso"}
    if point.day is None and not full:
        return Resolved(None, _PRECISION.get(expression.sense, "interval"), _unknown(expression, point))
    coarse = expression.get("unit") in _COARSE
    if (
        point.precision != "day"
        and expression.sense in relative.RESOLVERS
        and point.day is not None
        and not coarse
    ):
        wide: Precision = point.precision
        return Resolved(point.value, wide, f"the article's {point.precision} is known, its day is not")
    return resolver(expression, Context(point, point.day or date.max, future, role))


def _unknown(expression: Expression, point: Point) -> str:
    month = expression.get("month") or expression.get("month2")
    if month is not None:
        return f"{_month_name(month)} of an unknown year"
    return f"nothing to count from: {point.reason}"


def _month_name(month: str) -> str:
    number = words()["months"][month]
    return str(next(n for n, v in words()["months"].items() if v == number)).capitalize()
