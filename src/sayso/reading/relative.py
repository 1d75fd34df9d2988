"""Today, Friday, last month, two weeks ago: expressions that count from the anchor."""

from __future__ import annotations

from datetime import date

from sayso.model.analysis import Precision
from sayso.reading.days import add_months, last_of, month_value, shift, weekday_near
from sayso.reading.expressions import Expression, words
from sayso.reading.moments import LENGTH, VAGUE, Context, Resolved, back, between, many_of, on_day, part


def _day_word(expression: Expression, context: Context) -> Resolved:
    first, last = words()["days"][expression.parts["word"]]
    if first == last:
        return on_day(shift(context.today, first))
    return between(shift(context.today, first), shift(context.today, last))


def _weekday(expression: Expression, context: Context) -> Resolved:
    weekday = words()["weekdays"][expression.parts["weekday"]]
    direction = expression.get("direction") or ""
    way = words()["directions"].get(direction)
    if way is None and (context.future or context.role == "until"):
        return on_day(weekday_near(context.today, weekday, 1))
    if way and direction.split()[-1] not in {"last", "next"}:
        return on_day(weekday_near(context.today if way > 0 else shift(context.today, -1), weekday, way))
    if way is not None:
        monday = shift(context.today, 7 * way - context.today.weekday())
        return on_day(shift(monday, weekday))
    return on_day(weekday_near(context.today, weekday, -1))


def _unit(expression: Expression, context: Context) -> Resolved:
    """Read "last week", "earlier this week", "the beginning of the year", "the past day"."""
    unit, direction = expression.parts["unit"], expression.get("direction") or "this"
    way = words()["directions"][direction]
    if unit in {"minute", "hour"}:
        return on_day(context.today)
    if unit == "day":
        return between(shift(context.today, min(way, 0)), shift(context.today, max(way, 0)))
    rolling = way == -1 and direction.endswith("past") and unit in {"week", "month", "year", "decade"}
    if rolling:
        return between(back(context.today, 1, unit), context.today)
    first, last, precision = _stretch(unit, way, context.today)
    position = expression.get("position")
    if position is not None:
        return between(*part(first, last, words()["positions"][position], context))
    if precision == "month":
        return Resolved(month_value(first.year, first.month), "month")
    return Resolved(f"{first.year:04d}", "year") if precision == "year" else between(first, last, precision)


def _stretch(unit: str, way: int, today: date) -> tuple[date, date, Precision]:
    if unit in {"week", "weekend", "fortnight"}:
        monday = shift(today, 7 * way - today.weekday())
        if unit == "weekend" and way == -1 and today.weekday() == 6:
            monday = shift(today, -13)
        first = shift(monday, 5) if unit == "weekend" else monday
        return first, shift(monday, 6), "week" if unit == "week" else "interval"
    if unit == "month":
        first = add_months(today.replace(day=1), way)
        return first, date(first.year, first.month, last_of(first.year, first.month)), "month"
    if unit == "quarter":
        first = add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * way)
        last = add_months(first, 2)
        return first, date(last.year, last.month, last_of(last.year, last.month)), "interval"
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    year = min(9999 - size, max(1, today.year // size * size + way * size))
    return date(year, 1, 1), date(year + size - 1, 12, 31), "year" if size == 1 else "interval"


def _ago(expression: Expression, context: Context) -> Resolved:
    many, unit = many_of(expression), expression.parts["unit"]
    if many is None:
        return Resolved(None, "interval", VAGUE)
    then = back(context.today, many, unit)
    if unit in {"year", "decade", "century"}:
        return Resolved(f"{then.year:04d}", "year")
    if unit in {"month", "quarter"}:
        return Resolved(month_value(then.year, then.month), "month")
    return between(then, context.today) if unit in {"hour", "minute"} else on_day(then)


def _span(expression: Expression, context: Context) -> Resolved:
    """Read "the last 24 hours", "the next two weeks"; "recent months" has no number."""
    many, unit = many_of(expression), expression.parts["unit"]
    if many is None:
        return Resolved(None, "interval", VAGUE)
    if words()["directions"].get(expression.get("direction") or "recent", -1) > 0:
        return between(context.today, back(context.today, -many, unit))
    return between(back(context.today, many, unit), context.today)


def _lasting(expression: Expression, context: Context) -> Resolved:
    """Read "for 13 days" as the days up to the anchor."""
    many = many_of(expression)
    if many is None or expression.parts["unit"] == "minute" or context.future:
        return Resolved(None, "interval", VAGUE if many is None else LENGTH)
    return between(back(context.today, many, expression.parts["unit"]), context.today)


def _within(expression: Expression, context: Context) -> Resolved:
    many = many_of(expression)
    if many is None or not context.future:
        return Resolved(None, "interval", VAGUE if many is None else LENGTH)
    return between(context.today, back(context.today, -many, expression.parts["unit"]))


def _ahead(expression: Expression, context: Context) -> Resolved:
    """Read "in three weeks" where the sentence looks ahead; else it says how long something took."""
    many = many_of(expression)
    if many is None or not context.future:
        return Resolved(None, "interval", LENGTH)
    return on_day(back(context.today, -many, expression.parts["unit"]))


def _other_day(_expression: Expression, _context: Context) -> Resolved:
    return Resolved(None, "day", "counts from another day of the text")


def _length(_expression: Expression, _context: Context) -> Resolved:
    return Resolved(None, "interval", LENGTH)


def _hour(expression: Expression, context: Context) -> Resolved:
    """Read an hour as the day that stands beside it; without one its day is not said."""
    if expression.get("weekday") is not None:
        return _weekday(expression, context)
    if expression.get("word") is not None:
        return _day_word(expression, context)
    return Resolved(None, "day", "an hour of a day that is not named")


def _now(_expression: Expression, context: Context) -> Resolved:
    return on_day(context.today)


def _repeated(_expression: Expression, _context: Context) -> Resolved:
    return Resolved(None, "interval", "again and again, on no one day")


def _quarter(expression: Expression, context: Context) -> Resolved:
    """Read a quarter of a year; without a year the last one that had begun, or the next if it looks ahead."""
    year, direction = expression.get("year"), expression.get("direction_year")
    month = 3 * words()["quarters"][expression.parts["nth"]] - 2
    if year is not None:
        first = date(int(year), month, 1)
    elif direction is not None:
        way = -1 if direction.endswith(("last", "previous")) else 0 if direction == "this" else 1
        first = date(context.today.year + way, month, 1)
    else:
        first = date(context.today.year, month, 1)
        first = add_months(first, -12) if first > context.today and not context.future else first
    last = add_months(first, 2)
    return between(first, date(last.year, last.month, last_of(last.year, last.month)))


RESOLVERS = {
    "length": _length,
    "hour": _hour,
    "now": _now,
    "repeated": _repeated,
    "quarter": _quarter,
    "day-word": _day_word,
    "weekday": _weekday,
    "unit": _unit,
    "ago": _ago,
    "span": _span,
    "lasting": _lasting,
    "within": _within,
    "ahead": _ahead,
    "other-day": _other_day,
}
"""For each sense of this file, what makes days of it."""
