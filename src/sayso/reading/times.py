"""Times: expressions with the days that they mean, counted from the article's anchor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from sayso.model.analysis import Sentence, Time, Token
from sayso.model.span import Span
from sayso.reading.anchor import Anchor
from sayso.reading.days import bounds, interval
from sayso.reading.expressions import Expression, find_expressions, words
from sayso.reading.resolving import Point, resolve

Role = Literal["at", "since", "until"]

_LEFT = 90
_JOINED = frozenset({"date", "month", "year", "iso", "numeric", "weekday", "day-word"})


def find_times(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], anchor: Anchor
) -> tuple[Time, ...]:
    """Return the time expressions of a text, in text order, with their values.

    A value is None, with the reason, where nothing fixes it: no year anywhere, "for years".  `since` gives
    the interval from then to the anchor, `until` the day of the deadline.
    """
    del tokens  # the words suffice; the parameter is the stage's agreed shape
    point = Point.of(anchor.day, anchor.note)
    found: list[Time] = []
    for sentence in sentences:
        found.extend(_in_stretch(text, sentence.span.start, sentence.span.end, point))
    return tuple(found)


def read_time(text: str, anchor: Anchor) -> tuple[Time, ...]:
    """Return the times of a text that is one sentence (for measuring)."""
    return tuple(_in_stretch(text, 0, len(text), Point.of(anchor.day, anchor.note)))


def _in_stretch(text: str, start: int, end: int, point: Point) -> list[Time]:
    found: list[Time] = []
    expressions = find_expressions(text, start, end)
    for n, expression in enumerate(expressions):
        time = _time(text, start, expression, point)
        opening = _opening(text, start, expressions[n - 1], expression) if n else None
        if opening is not None and found[-1].span.end == expressions[n - 1].span.end:
            first = _time(text, expressions[n - 1].span.start, expressions[n - 1], point)
            found[-1] = _joined(opening, first, time)
        else:
            found.append(time)
    return found


def _opening(text: str, start: int, one: Expression, two: Expression) -> int | None:
    """Return where a stretch begins that two dates make ("from May 2015 to June 3, 2018"), else None."""
    if one.sense not in _JOINED or two.sense not in _JOINED:
        return None
    opens, links, ands = _join_patterns()
    gap = text[one.span.end : two.span.start]
    opened = opens.search(text[max(start, one.span.start - 10) : one.span.start])
    if not links.fullmatch(gap) and not (opened and ands.fullmatch(gap)):
        return None
    return one.span.start - (len(opened.group()) if opened else 0)


def _joined(opening: int, first: Time, last: Time) -> Time:
    span = Span(opening, last.span.end)
    if first.value is None or last.value is None:
        return Time(span, None, "interval", "at", first.reason or last.reason)
    begin, end = bounds(first.value)[0], bounds(last.value)[1]
    if begin > end:
        return Time(span, None, "interval", "at", "the end comes before the beginning")
    return Time(span, interval(begin, end), "interval")


@cache
def _join_patterns(language: str = "english") -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = words(language)["joins"]
    opens, links, ands = ("|".join(map(re.escape, rows[name])) for name in ("openings", "links", "and"))
    return (
        re.compile(rf"\b(?:{opens})\s+$", re.I),
        re.compile(rf"\s*(?:{links})\s*", re.I),
        re.compile(rf"\s+(?:{ands})\s+", re.I),
    )


def _time(text: str, start: int, expression: Expression, point: Point) -> Time:
    left = text[max(start, expression.span.start - _LEFT) : expression.span.start]
    role = _role(left, expression)
    resolved = resolve(expression, point, future=_is_future(left, expression), role=role)
    value, precision = resolved.value, resolved.precision
    if value is not None and role == "since" and point.day is not None:
        first, last = bounds(value)[0], point.last
        if first <= last and last is not None:
            value, precision = interval(first, last), "interval"
    if value is not None and role == "until" and _is_end(expression):
        value, precision = bounds(value)[1].isoformat(), "day"
    return Time(expression.span, value, precision, role, resolved.reason)


def _is_end(expression: Expression) -> bool:
    """Tell whether a deadline names the last day of a stretch: "by the end of the month"."""
    return bool(words()["positions"].get(expression.get("position") or "") == "end")


@cache
def _role_pattern(role: str, language: str = "english") -> re.Pattern[str]:
    found = "|".join(re.escape(w) for w in sorted(words(language)["roles"][role], key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:^|\W)(?:{found})(?:\s+(?:the|about|around|at least|late|early))?\s+$", re.I)


def _role(left: str, expression: Expression) -> Role:
    if expression.sense in {"range", "year-range", "month-range", "lasting", "within"}:
        return "at"
    if _role_pattern("since").search(left):
        return "since"
    return "until" if _role_pattern("until").search(left) else "at"


@cache
def _tense_patterns(language: str = "english") -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = words(language)["tense"]
    future = "|".join(re.escape(w) for w in sorted(rows["future"], key=len, reverse=True))
    past = "|".join(re.escape(w) for w in sorted(rows["past"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{future})(?!\w)(?=[^.;:]*$)", re.I), re.compile(
        rf"\b(?:{past})\s+(?:on\s+)?$", re.I
    )


def _is_future(left: str, expression: Expression) -> bool:
    """Tell whether the words before an expression look ahead: "will meet on Sunday", not "said Sunday"."""
    if expression.get("direction") is not None:
        return False
    future, past = _tense_patterns()
    return bool(future.search(left)) and not past.search(left)
