"""Dates, months, years and seasons: expressions that name a spot in the calendar."""

from __future__ import annotations

from datetime import date

from sayso.reading.days import add_months, last_of, make_day, month_value, shift
from sayso.reading.expressions import Expression, weekday_number, words
from sayso.reading.moments import Context, Resolved, between, month_of, number, on_day, part

_AHEAD_DAYS = 150
"""How far ahead a bare day may lie before the one of last year is meant."""
_MONTHS_AHEAD = 3
"""How far ahead a bare month may lie before the one of last year is meant."""


def _iso(expression: Expression, _context: Context) -> Resolved:
    return on_day(
        make_day(number(expression, "year"), number(expression, "month_n"), number(expression, "day"))
    )


def _numeric(expression: Expression, context: Context) -> Resolved:
    """Read 19.10.2020 and 9/7/2021; where both orders are days, the one close to the anchor is meant."""
    first, second, year = (number(expression, n) for n in ("first", "second", "year"))
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    orders = [make_day(year, second, first), make_day(year, first, second)]
    days = list(dict.fromkeys(d for d in orders if d is not None))
    if expression.get("mark") == "." and orders[0] is not None:
        return on_day(orders[0])
    if len(days) == 2 and context.point.day is not None:
        close = [d for d in days if abs((d - context.today).days) <= 60]
        days = close if len(close) == 1 else days
    if len(days) > 1:
        return Resolved(None, "day", "day and month may stand either way round")
    return on_day(days[0] if days else None)


def _date(expression: Expression, context: Context) -> Resolved:
    month, day = month_of(expression), number(expression, "day")
    year = expression.get("year")
    if year is not None:
        return on_day(make_day(int(year), month, day))
    return on_day(_nearest(month, day, expression.get("weekday"), context))


def _nearest(month: int, day: int, weekday: str | None, context: Context) -> date | None:
    """Return the day in the year nearest to the anchor, past ones first; a weekday must fit if one can."""
    years = [context.today.year + n for n in (0, -1, 1)]
    days = [d for y in years if (d := make_day(y, month, day)) is not None]
    if weekday is not None:
        days = [d for d in days if d.weekday() == weekday_number(weekday)] or days
    limit = 0 if context.role == "since" else _AHEAD_DAYS
    fit = [d for d in days if (d - context.today).days <= limit] or days
    return min(fit, key=lambda d: abs((d - context.today).days), default=None)


def _range(expression: Expression, context: Context) -> Resolved:
    last_month = month_of(expression, "month2" if expression.get("month2") else "month")
    first_month = month_of(expression, "month" if expression.get("month") else "month2")
    year = expression.get("year")
    last_day, first_day = number(expression, "day2"), number(expression, "day")
    last = (
        make_day(int(year), last_month, last_day) if year else _nearest(last_month, last_day, None, context)
    )
    first = make_day(last.year - (first_month > last_month), first_month, first_day) if last else None
    if first is None or last is None or first > last:
        return Resolved(None, "interval", "no such days in the calendar")
    return between(first, last)


def _month(expression: Expression, context: Context) -> Resolved:
    month, position = month_of(expression), expression.get("position")
    year = _year_of_month(expression, month, context)
    if position is None:
        return Resolved(month_value(year, month), "month")
    where = words()["positions"][position]
    first, last = date(year, month, 1), date(year, month, last_of(year, month))
    return between(*part(first, last, where, context))


def _year_of_month(expression: Expression, month: int, context: Context) -> int:
    year, direction = expression.get("year"), expression.get("direction_year")
    if year is not None:
        return int(year)
    if direction is not None:
        return context.today.year + (
            -1 if direction.endswith(("last", "previous")) else 0 if direction == "this" else 1
        )
    way = words()["directions"].get(expression.get("direction") or "", None)
    ahead = (month - context.today.month) % 12
    if way == 1:
        return context.today.year + (month <= context.today.month)
    if way == -1:
        return context.today.year - (month >= context.today.month)
    if way == 0:
        return context.today.year
    looks_ahead = context.future or context.role == "until"
    if context.role != "since" and ahead and (looks_ahead or ahead <= _MONTHS_AHEAD):
        return context.today.year + (month < context.today.month)
    return context.today.year - (month > context.today.month)


def _month_range(expression: Expression, _context: Context) -> Resolved:
    year, first_month, last_month = (
        number(expression, "year"),
        month_of(expression),
        month_of(expression, "month2"),
    )
    start = int(expression.get("year1") or year - (first_month > last_month))
    return between(date(start, first_month, 1), date(year, last_month, last_of(year, last_month)))


def _season(expression: Expression, context: Context) -> Resolved:
    first_month, last_month = words()["seasons"][expression.parts["season"]]
    year = expression.get("year")
    start_year = int(year) if year else context.today.year
    first = date(start_year, first_month, 1)
    if year is None:
        way = words()["directions"].get(expression.get("direction") or "this", 0)
        if way < 0 and first > shift(context.today, -80):
            first = add_months(first, -12)
        if way > 0 and first <= context.today:
            first = add_months(first, 12)
    ends = first.year + (last_month < first_month)
    last = date(ends, last_month, last_of(ends, last_month))
    position = expression.get("position")
    if position is not None:
        return between(*part(first, last, words()["positions"][position], context))
    return between(first, last, "season")


def _decade(expression: Expression, context: Context) -> Resolved:
    short = expression.get("short_decade")
    year = 1900 + int(short) if short else number(expression, "decade")
    first, last = date(year, 1, 1), date(year + 9, 12, 31)
    position = expression.get("position")
    return between(
        *(part(first, last, words()["positions"][position], context) if position else (first, last))
    )


def _year_range(expression: Expression, _context: Context) -> Resolved:
    first, last = number(expression, "year"), number(expression, "year2")
    last += first // 100 * 100 if last < 100 else 0
    return between(date(first, 1, 1), date(last, 12, 31))


def _year(expression: Expression, context: Context) -> Resolved:
    year, position = number(expression, "year"), expression.get("position")
    if position is None:
        return Resolved(f"{year:04d}", "year")
    return between(*part(date(year, 1, 1), date(year, 12, 31), words()["positions"][position], context))


RESOLVERS = {
    "iso": _iso,
    "numeric": _numeric,
    "date": _date,
    "range": _range,
    "month": _month,
    "month-range": _month_range,
    "season": _season,
    "decade": _decade,
    "year-range": _year_range,
    "year": _year,
}
"""For each sense of this file, what makes days of it."""
