"""Numbers with what bounds them: "at least", "nearly", "10 to 15", "or more", per cent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.languages import table
from sayso.model.span import Span
from sayso.reading.counting import units
from sayso.reading.numbers import Number, find_numbers
from sayso.reading.occupied import Occupied

_LEFT = 34
"""Characters before a number in which the words that bound it stand."""
_RANGE = re.compile(r"\s*(?:-|–|—|~|\bto\b|\bthrough\b)\s*", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_OR = re.compile(r"\s+or\s+", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.I)
_CURRENCY_LEFT = re.compile(r"(?:US|A|C)?[$€£₽₴]\s?$")
_PLUS = re.compile(r"\+|-plus\b")


@dataclass(frozen=True, slots=True)
class Share:
    """What a word such as "most" or "entire" says of a whole."""

    value: float | None = None
    low: float | None = None


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its bounds; `span` covers the words that bound it, `core` the number alone.

    `form` is "share" for parts and percentages (0 … 1), "count" otherwise; `money` names a currency.
    """

    span: Span
    core: Span
    value: float | None
    low: float | None
    high: float | None
    form: Literal["count", "share"]
    vague: bool = False
    money: str | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    after: re.Pattern[str]
    percent: re.Pattern[str]
    points: re.Pattern[str]
    kinds: dict[str, list[str]]
    scales: dict[str, float]


@cache
def share_words(language: str = "english") -> dict[str, Share]:
    """Return the words that say a share without a number ("most of", "entire", "almost all")."""
    return {word: Share(**row) for word, row in table(language, "numbers")["shares"].items()}


@cache
def _patterns(language: str = "english") -> _Patterns:
    rows = table(language, "numbers")
    return _Patterns(
        before=re.compile(rf"(?:^|[^\w-])({_any(rows['before'])})\s+(?:the\s+)?(?:US|A|C)?[$€£₽₴]?$", re.I),
        after=re.compile(rf"\s+({_any(rows['after'])})\b", re.I),
        percent=re.compile(rf"\s?(?:{_any(rows['words']['percent'])})(?!\w)", re.I),
        points=re.compile(rf"\s?-?(?:{_any(rows['words']['percent_points'])})\b", re.I),
        kinds={**rows["before"], **rows["after"]},
        scales={**rows["scales"], **rows["figure_scales"]},
    )


def _any(words: Sequence[str] | dict[str, list[str]]) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


def bounded_numbers(text: str, start: int, end: int, blocked: Sequence[Span] = ()) -> tuple[Bounded, ...]:
    """Return the numbers of a stretch of text with their bounds, none that touches a `blocked` span."""
    taken = Occupied(blocked)
    numbers = [n for n in find_numbers(text, start, end) if not taken.touches(n.span)]
    found: list[Bounded] = []
    at = 0
    while at < len(numbers):
        pair = _range(text, start, numbers[at], numbers[at + 1]) if at + 1 < len(numbers) else None
        if pair is not None:
            found.append(pair)
            at += 2
            continue
        single = _single(text, start, end, numbers[at])
        if single is not None:
            found.append(single)
        at += 1
    return tuple(found)


def _range(text: str, start: int, one: Number, two: Number) -> Bounded | None:
    """Read "10 to 15", "between 10 and 15", "five or six", "10% to 15%", "2 to 3 million"."""
    patterns = _patterns()
    percent = patterns.percent.match(text, one.span.end)
    gap = text[percent.end() if percent else one.span.end : two.span.start]
    opening = _BETWEEN.search(text[max(start, one.span.start - _LEFT) : one.span.start])
    joined = (
        _RANGE.fullmatch(gap) or (opening and _AND.fullmatch(gap)) or (_OR.fullmatch(gap) and two.value <= 20)
    )
    low = _same_scale(text, one, two)
    if not joined or one.form != two.form or one.form == "vague" or low >= two.value:
        return None
    share = patterns.percent.match(text, two.span.end)
    if percent and not share:
        return None
    end = share.end() if share else two.span.end
    left = one.span.start - (len(opening.group()) if opening else 0)
    unit = 0.01 if share else 1.0
    form: Literal["count", "share"] = "share" if share or one.form == "part" else "count"
    core = Span(one.span.start, end)
    return Bounded(
        Span(left, end), core, None, low * unit, two.value * unit, form, money=_money(text, one.span.start)
    )


def _same_scale(text: str, one: Number, two: Number) -> float:
    """Return the first number on the second's scale: "2 to 3 million" begins at two million."""
    word = two.span.of(text).lower().split()[-1]
    scale = _patterns().scales.get(word, 1.0)
    return (
        one.value * scale if one.value < 1000 <= two.value and one.span.of(text)[-1].isdigit() else one.value
    )


def _single(text: str, start: int, end: int, number: Number) -> Bounded | None:
    patterns = _patterns()
    if patterns.points.match(text, number.span.end):
        return None
    percent = patterns.percent.match(text, number.span.end, end)
    core = Span(number.span.start, percent.end() if percent else number.span.end)
    value = number.value * 0.01 if percent else number.value
    before = patterns.before.search(text[max(start, core.start - _LEFT) : core.start])
    after = patterns.after.match(text, core.end, end)
    plus = _PLUS.match(text, core.end, end)
    left = core.start - len(before.group()) + before.group().find(before.group(1)) if before else core.start
    right = after.end() if after else plus.end() if plus else core.end
    words = [" ".join(m.group(1).lower().split()) for m in (before, after) if m]
    kinds = {kind for word in words for kind in patterns.kinds[word]} | ({"low"} if plus else set())
    low, high, exact = "low" in kinds, "high" in kinds, not kinds & {"low", "high"} or "value" in kinds
    vague = number.form == "vague"
    return Bounded(
        span=Span(left, right),
        core=core,
        value=value if exact and not vague else None,
        low=value if low or vague else None,
        high=value if high and not vague else None,
        form="share" if percent or number.form == "part" else "count",
        vague=vague,
        money=_money(text, number.span.start),
    )


def _money(text: str, at: int) -> str | None:
    sign = _CURRENCY_LEFT.search(text[max(0, at - 4) : at])
    return units().money.get(sign.group().strip()[-1]) if sign else None
