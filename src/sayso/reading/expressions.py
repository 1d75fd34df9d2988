"""Time expressions as they stand, before anything says which year or week is meant.

The shapes are data (``times.toml``); this finds them, drops what only looks like one, and of two that
overlap keeps the longer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.languages import table
from sayso.model.span import Span
from sayso.reading.occupied import Occupied

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NAME = re.compile(r"\{([A-Z]\w*)\}")
_BLANKS = r"[~\u00a0\n]"
"""Written with a tilde for the blank while shapes are put together."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its `sense` (which shape) and the shape's groups in lower case, None left out."""

    span: Span
    sense: str
    parts: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """Return a group of the shape, None where the text does not have it."""
        return self.parts.get(name)


@dataclass(frozen=True, slots=True)
class _Shape:
    sense: str
    pattern: re.Pattern[str]
    and_needs_opening: bool
    cues: frozenset[str]


def weekday_number(name: str, language: str = "english") -> int:
    """Return 0 for Monday … 6 for Sunday of a full or short name in lower case."""
    rows = words(language)
    return int({**rows["weekdays"], **rows["short_weekdays"]}[name])


def words(language: str = "english") -> dict[str, Any]:
    """Return the language's tables of time words."""
    return table(language, "times")


@cache
def _shapes(language: str = "english") -> tuple[_Shape, ...]:
    rows = words(language)
    groups = _groups(rows)
    found = []
    for row in rows["shape"]:
        text = _NAME.sub(lambda m: groups[m.group(1)], row["text"])
        text = text.replace(" ?", _BLANKS + "{0,3}").replace(" ", _BLANKS + "{1,3}").replace("~", " ")
        found.append(
            _Shape(
                row["sense"],
                re.compile(rf"(?<![\w-])(?:{text})(?!\w)", re.IGNORECASE),
                "needs" in row,
                frozenset(row["cues"]),
            )
        )
    return tuple(found)


def _groups(rows: Mapping[str, Any]) -> dict[str, str]:
    month, weekday = _any(rows["months"]), _any(rows["weekdays"])
    short = _any([*rows["weekdays"], *rows["short_weekdays"]])
    return {
        "M": rf"(?P<month>{month})",
        "M2": rf"(?P<month2>{month})",
        "W": rf"(?P<weekday>{weekday})",
        "WS": rf"(?P<weekday>{short})",
        "D": rf"(?P<day>{_DAY})(?:st|nd|rd|th)?",
        "D2": rf"(?P<day2>{_DAY})(?:st|nd|rd|th)?",
        "Y": rf"(?P<year>{_YEAR})",
        "Y1": rf"(?P<year1>{_YEAR})",
        "S": rf"(?P<season>{_any(rows['seasons'])})",
        "N": _any(rows["numbers"]),
        "POS": rf"(?P<position>{_any(rows['positions'])})",
        "DIR": rf"(?P<direction>{_any(rows['directions'])})",
        "DIRY": r"(?P<direction_year>last|this|next|the previous|the following)",
        "UNIT": rf"(?P<unit>{_any(rows['units'])})",
        "Q": rf"(?P<nth>{_any(rows['quarters'])})",
        "AGAIN": _any(rows["repeating"]["words"]),
        "NOW": _any(rows["present"]["words"]),
        "DAYWORD": rf"(?P<word>{_any(rows['days'])})",
    }


def _any(alternatives: Mapping[str, Any] | Sequence[str]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", " ") for w in sorted(alternatives, key=lambda w: (-len(w), w))
    )


@cache
def _cues(language: str = "english") -> re.Pattern[str]:
    rows = words(language)
    kinds = {name: rows[f"{name}s"] for name in ("unit", "weekday", "season", "month")}
    named = "|".join(f"(?P<{name}>{_any(found)})" for name, found in kinds.items())
    found = _any([*rows["days"], *rows["present"]["words"]]).replace(_BLANKS, r"[ \u00a0\n]")
    return re.compile(rf"(?<!\w)(?:(?P<day_word>{found})|{named})|(?P<figure>\d)", re.IGNORECASE)


@lru_cache(maxsize=2048)
def find_expressions(text: str, start: int = 0, end: int | None = None) -> tuple[Expression, ...]:
    """Return the time expressions of a stretch of text, in text order, none overlapping."""
    stop = len(text) if end is None else end
    cues = {match.lastgroup for match in _cues().finditer(text, start, stop)}
    cues |= {"unit"} if "day_word" in cues else set()
    hits: list[tuple[int, int, Expression]] = []
    for order, shape in enumerate(_shapes()):
        if not shape.cues <= cues:
            continue
        for match in shape.pattern.finditer(text, start, stop):
            if match.end() > match.start() and _holds(text, shape, match, start):
                last = match.end() - _full_stop(match)
                parts = {
                    k: " ".join(v.lower().split()) for k, v in match.groupdict().items() if v is not None
                }
                if "unit" in parts:
                    parts["unit"] = words()["units"].get(parts["unit"], parts["unit"])
                first = match.start() + _outside(match.group())
                hits.append((first, order, Expression(Span(first, last), shape.sense, parts)))
    taken, occupied = [], Occupied()
    for _, _, hit in sorted(hits, key=lambda h: (-len(h[2].span), h[1], h[0])):
        if not occupied.touches(hit.span):
            occupied.take(hit.span)
            taken.append(hit)
    return tuple(sorted(taken, key=lambda e: e.span))


@cache
def _openings(language: str = "english") -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(words(language)['outside']['openings'])})\s+(?:the\s+(?=\w+\s*$))?", re.I)


def _outside(matched: str) -> int:
    """Return how many characters at the beginning of a match are no words of the time itself."""
    found = _openings().match(matched)
    return found.end() if found else 0


def _full_stop(match: re.Match[str]) -> int:
    """Return 1 where the match took the sentence's full stop for that of a short month ("Sept.")."""
    written = match.groupdict().get("month2") or match.groupdict().get("month") or ""
    return int(
        match.group().endswith(".") and (len(written) > 4 or written.lower() in {"may", "june", "july"})
    )


def _holds(text: str, shape: _Shape, match: re.Match[str], start: int) -> bool:
    """Tell whether a match is a time and not a like-sounding word or figure."""
    groups = match.groupdict()
    joined = shape.and_needs_opening and re.search(r"\sand\s", match.group())
    if joined and not re.match(r"between|the night", match.group(), re.I):
        return False
    if shape.sense == "month":
        return _is_month(text, match, start)
    if shape.sense in {"year", "year-range"} and groups.get("position") is None:
        return _is_year(text, match, start, whole=shape.sense == "year-range")
    if groups.get("repeating"):
        return match.group().islower()
    if shape.sense == "length" and groups["unit"].lower() == "quarter":
        return not re.match(r"an?\b|one\b|\w+ an?\b", match.group(), re.I)  # "about a quarter" is a share
    if shape.sense == "hour":
        return bool(re.search(r"[a-z]", match.group(), re.I)) or ":" in match.group()
    if shape.sense == "weekday" or groups.get("weekday"):
        return match.group()[match.start("weekday") - match.start()].isupper()
    return True


def _is_month(text: str, match: re.Match[str], start: int) -> bool:
    """Ask "may" and "march" for a capital and a word, year or position that makes them months."""
    written = match.group("month")
    if not written[0].isupper():
        return False
    if written.lower() not in words()["month_doubts"]["months"]:
        return True
    if match.group("year") or match.group("position") or match.group("direction_year"):
        return True
    before = _word_before(text, match.start(), start)
    return before in words()["month_doubts"]["words_before"] or match.group("direction") is not None


def _is_year(text: str, match: re.Match[str], start: int, *, whole: bool) -> bool:
    """Ask a bare four-digit number for a word before it, or brackets around it, that make it a year."""
    if match.group().lower().startswith(("the year", "between", "from")):
        return True
    behind = text[match.end() : match.end() + 2]
    if re.match(r"[.,]\d|%|\s?[°$€]", behind) or text[match.start() - 1 : match.start()] in {
        "$",
        "€",
        "£",
        ",",
    }:
        return False
    if whole:
        low, high = int(match.group("year")), int(match.group("year2"))
        return high > (low if high > 100 else low % 100)
    if text[match.start() - 1 : match.start()] == "(" and behind[:1] == ")":
        return True
    return _word_before(text, match.start(), start) in words()["years_after"]["words"]


def _word_before(text: str, at: int, start: int) -> str:
    found = re.search(r"([^\W\d_]+)[\s-]*$", text[max(start, at - 24) : at])
    return found.group(1).lower() if found else ""
