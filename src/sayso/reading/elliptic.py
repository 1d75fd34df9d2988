"""Figures that stand alone: "nineteen, fourteen of them soldiers", "more than 5,000", "hundreds".

What such a figure counts was said before, or goes without saying: people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.languages import table
from sayso.model.analysis import Quantity
from sayso.reading.bounds import Bounded
from sayso.reading.counting import Counted, units

_THEM = re.compile(r"\s+of\s+(?:them|us|these|those|whom|which)\b", re.I)
_MARK = re.compile(r"\s*(?:$|[.,;:?!)\]”\"»’–—](?!\d))")
_NEXT = re.compile(r"\s+([^\W\d_]+)\b")
_BEFORE = re.compile(r"(\S+)\s+$")
_LARGE = 100
"""A plain figure that stands alone, below this and with nothing counted before it, may be anything."""
_HOURS = 24
_REACH = 220
"""Characters that may lie between a figure and the one that says what both count."""


def standing_alone(
    text: str, start: int, end: int, number: Bounded, before: Sequence[Quantity], verbs: frozenset[int]
) -> Counted | None:
    """Return what a figure with no noun behind it counts; None where it may count nothing.

    `before` are the quantities before it, those of the sentence before among them; `verbs` where finite
    verbs begin.
    """
    after = max(number.core.end, number.span.end)
    them = bool(_THEM.match(text, after, end))
    if not (them or _ends(text, after, end, verbs)) or _is_name(text, start, number):
        return None
    counted = next((q for q in reversed(before) if q.unit not in _uncounted()), None)
    if counted is not None and number.span.start - counted.span.end <= _REACH:
        return Counted(counted.unit, None)
    bounded = number.vague or number.span != number.core or number.value is None
    return Counted("people", None) if them or bounded or (number.value or 0) >= _LARGE else None


def _ends(text: str, at: int, end: int, verbs: frozenset[int]) -> bool:
    """Tell whether the noun phrase ends with the figure: behind it a mark, a verb, or another phrase."""
    if _MARK.match(text, at, end):
        return True
    following = _NEXT.match(text, at, end)
    if following is None:
        return False
    return following.start(1) in verbs or following.group(1).lower() in _alone("behind")


def _is_name(text: str, start: int, number: Bounded) -> bool:
    """Tell whether the figure belongs to the word before it ("Brigade 47", "page 12", "at 18")."""
    word = _BEFORE.search(text[start : number.span.start])
    if word is None or number.vague:
        return False
    said = word.group(1)
    # A capital at the beginning of the sentence is no sign of a name.
    named = said[:1].isupper() and word.start() > 0
    hour = (number.value or _LARGE) <= _HOURS and said.lower() in _alone("before_hours")
    return named or hour or said.lower().strip('(“"') in _alone("not_before") or said[-1:] in "-–/:"


@cache
def _alone(which: str, language: str = "english") -> frozenset[str]:
    return frozenset(table(language, "units")["alone"][which])


@cache
def _uncounted() -> frozenset[str]:
    """Return units that no figure inherits: parts, ranks, measures, money."""
    return frozenset({"share", "rank"}) | units().measures | frozenset(units().money.values())
