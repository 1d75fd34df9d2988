"""Days, months, years and intervals as ISO text; a thin layer over `datetime.date`."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none ("February 30")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """Return the day so many days later, kept inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """Return the same day of a month so many months later, or that month's last."""
    index = max(12, min(9999 * 12 + 11, day.year * 12 + day.month - 1 + months))
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, last_of(year, month + 1)))


def last_of(year: int, month: int) -> int:
    """Return the last day's number of a month."""
    return calendar.monthrange(year, month)[1]


def month_value(year: int, month: int) -> str:
    """Return ``YYYY-MM``."""
    return f"{year:04d}-{month:02d}"


def interval(first: date, last: date) -> str:
    """Return ``first/last``, or one day where they are the same."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def bounds(value: str) -> tuple[date, date]:
    """Return the first and last day of an ISO day, month, year or interval."""
    first, _, last = value.partition("/")
    return _first(first), _last(last or first)


def _first(value: str) -> date:
    parts = [int(p) for p in value.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last(value: str) -> date:
    parts = [int(p) for p in value.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else last_of(parts[0], month))


def weekday_near(day: date, weekday: int, way: int) -> date:
    """Return the day of that weekday on or before (`way` −1) or strictly after (`way` 1) a day."""
    if way < 0:
        return shift(day, -((day.weekday() - weekday) % 7))
    return shift(day, (weekday - day.weekday() - 1) % 7 + 1)
