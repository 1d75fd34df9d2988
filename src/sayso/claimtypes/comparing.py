"""Pure comparisons of figures, dates and names; each gives its verdict with the reason."""

from __future__ import annotations

import calendar
import math
import re

from sayso.model.proposition import Figure, Proposition
from sayso.model.weighed import RelationKind

Verdict = tuple[RelationKind, str]

OPEN = 0.1
"""A bare value stands for itself ± 10 % (GUIDE.md, field `quantity`)."""


def same_name(a: str | None, b: str | None) -> bool:
    """Tell whether two canonical names are the same but for case and articles; None is no name."""
    if a is None or b is None:
        return False
    return _bare(a) == _bare(b)


def _bare(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", name.casefold()) if w not in {"the", "a", "an", "of"}]


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the least and greatest value that the figure allows (infinite where open)."""
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = figure.value * (1 - OPEN) if low is None else low
        high = figure.value * (1 + OPEN) if high is None else high
    return (-math.inf if low is None else low, math.inf if high is None else high)


def compare_figures(a: Figure, b: Figure) -> Verdict:
    """Return whether two figures of one unit can both hold."""
    if a.unit != b.unit:
        return "related", f"counted in different units ({a.unit}, {b.unit})"
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if low_a > high_b or low_b > high_a:
        return "refutes", f"the ranges of {a.unit} do not overlap"
    return "supports", f"the ranges of {a.unit} overlap"


def days(when: str) -> tuple[str, str]:
    """Return first and last ISO day of a day, month, year or ``first/last`` interval."""
    first, _, last = when.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(date: str, *, last: bool) -> str:
    parts = date.split("-")
    if len(parts) == 1:
        return f"{date}-12-31" if last else f"{date}-01-01"
    if len(parts) == 2:
        end = calendar.monthrange(int(parts[0]), int(parts[1]))[1]
        return f"{date}-{end:02d}" if last else f"{date}-01"
    return date


def apart_in_time(a: Proposition, b: Proposition) -> bool:
    """Tell whether both have dates and no day is common to them."""
    if a.when is None or b.when is None:
        return False
    (first_a, last_a), (first_b, last_b) = days(a.when), days(b.when)
    return first_a > last_b or first_b > last_a


def compare_plain(a: Proposition, b: Proposition) -> Verdict:
    """Compare two answers that differ at most in date, polarity and figure."""
    if apart_in_time(a, b):
        return "related", "their dates differ"
    if a.polarity != b.polarity:
        return "refutes", "one says so, the other that it is not so"
    if a.quantity and b.quantity:
        return compare_figures(a.quantity, b.quantity)
    if a.quantity or b.quantity:
        return "related", "only one gives a figure"
    return "supports", "they say the same"
