"""The whole that a share is part of, and ranks ("the second largest city in …")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.languages import table
from sayso.model.span import Span
from sayso.reading.counting import units

_OPENING = re.compile(r"\s+of\s+|\s+(?=(?:the|its|their|his|our|all)\s)", re.I)
_ARTICLE = re.compile(r"(?:the|its|their|all|all of|this|that|these|those)\s+", re.I)
_WORD = re.compile(r"\s*[^\W_](?:[\w’'.-]|,(?=\d))*")
_IN_NAME = re.compile(r"\s+(?:the|its|their)\s+\w|\s+[A-Z]")
_KEPT = frozenset({"of", "with", "in", "the", "and"})
"""Words that may stand inside the whole: "the border with A", "the territory of B", "between A and B"."""
_AND_NOUN = re.compile(r"\s+(\w+)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_SIDES = frozenset({"north", "south", "east", "west"})
_DEEP = 12
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: 1 for "the poorest", 2 for "the second largest"; `of` says of what."""

    span: Span
    value: int
    of: Span


def whole_behind(text: str, at: int, end: int, verbs: frozenset[int] = _NONE) -> Span | None:
    """Return the noun phrase of which a share that ends at `at` is part, None where none follows.

    `verbs` are the positions at which a finite verb begins, where a tagger knows them.
    """
    opening = _OPENING.match(text, at, end)
    if opening is None:
        return None
    article = _ARTICLE.match(text, opening.end(), end)
    return _phrase(text, article.end() if article else opening.end(), end, verbs)


def _phrase(text: str, start: int, end: int, verbs: frozenset[int] = _NONE) -> Span | None:
    at, last, between = start, start, False
    for _ in range(_DEEP):
        word = _WORD.match(text, at, end)
        if word is None:
            break
        low = word.group().strip().rstrip(".").lower()
        begin = word.end() - len(word.group().lstrip())
        between = between or low == "between"
        first = last == start
        if (begin in verbs and not first) or _ends(text, low, word.end(), end, between=between, first=first):
            break
        at = word.end()
        if low not in _KEPT and low != "between":
            last = begin + len(word.group().strip().rstrip("."))
        if word.group().endswith(".") and not _INITIALS.fullmatch(word.group().strip()):
            break
    return Span(start, last) if last > start else None


def _ends(text: str, low: str, at: int, end: int, *, between: bool, first: bool) -> bool:
    """Tell whether a word ends the noun phrase that it would stand in."""
    if low == "between" or (low == "and" and between):
        return False
    if low in {"and", "in"}:
        pattern = _IN_NAME if low == "in" else _AND_NOUN
        behind = pattern.match(text, at, end)
        return behind is None or (low == "and" and behind.group(1).lower() not in units().unit_of)
    return low in units().stops - _KEPT - _SIDES or (low.endswith(("ed", "ing")) and not first)


@cache
def _rank_pattern(language: str = "english") -> tuple[re.Pattern[str], dict[str, int]]:
    rows = table(language, "numbers")["ranks"]
    ordinals, best = (
        rows["ordinals"],
        "|".join(s for s in rows["superlatives"] if s.endswith("st") and " " not in s),
    )
    return (
        re.compile(
            rf"(?:\b(?:the|its|their)|['’]s)\s+((?:({'|'.join(ordinals)})[ -])?(?:{best}))\b(?=\s+\w)", re.I
        ),
        dict(ordinals),
    )


def rank_of(text: str, start: int, end: int) -> list[Rank]:
    """Return the ranks that a stretch of text gives: an order needs the words "in" or "of" behind it."""
    pattern, ordinals = _rank_pattern()
    found = []
    for match in pattern.finditer(text, start, end):
        of = _phrase(text, match.start(1), end)
        if of is None or not re.search(r"\s(?:in|of)\s", of.of(text)):
            continue
        value = ordinals.get((match.group(2) or "").lower(), 1)
        found.append(Rank(Span(match.start(1), of.end), value, of))
    return found
