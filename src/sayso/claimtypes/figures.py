"""Comparing figures: their bounds, their wholes, and what denying one leaves open."""

from __future__ import annotations

import math
import re

from sayso.claimtypes.account import Account, Verdict, refutes, related, supports
from sayso.languages import table
from sayso.model.proposition import Figure

OPEN = 0.1
"""A bare value stands for itself ± 10 % (GUIDE.md, field `quantity`)."""

Bounds = tuple[float, float]


def bounds(figure: Figure) -> Bounds:
    """Return the least and greatest value that the figure allows (infinite where open)."""
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = figure.value * (1 - OPEN) if low is None else low
        high = figure.value * (1 + OPEN) if high is None else high
    return (-math.inf if low is None else low, math.inf if high is None else high)


def within(inner: Bounds, outer: Bounds) -> bool:
    """Tell whether one range lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def apart(a: Bounds, b: Bounds) -> bool:
    """Tell whether no value is in both ranges."""
    return a[0] > b[1] or b[0] > a[1]


def other_whole(a: Figure, b: Figure) -> bool:
    """Tell whether two shares are of different things: of the territory, of the population.

    Wholes are compared by their nouns alone: "heights around Tell" and "seven heights of Tell" are one.
    A whole that is not said may be any.
    """
    left, right = counted(a.of), counted(b.of)
    return bool(left and right and not left & right)


def counted(of: str | None) -> frozenset[str]:
    """Return the common nouns that name a whole."""
    words = re.findall(r"[^\W\d_]+", of or "")
    return frozenset(w for w in words if w.islower() and w not in table("english", "weighing")["small"])


def comparable(a: Account, b: Account) -> tuple[Bounds, Bounds] | None:
    """Return the ranges of two figures on one scale, None where they have none in common."""
    one, other = a.said.quantity, b.said.quantity
    if one is None or other is None:
        return None
    if one.unit == other.unit:
        return bounds(one), bounds(other)
    return (a.share, b.share) if a.share and b.share else None


def compare_figures(a: Account, b: Account) -> Verdict:
    """Return how the figures of two accounts bear on each other; one of them may be a denial."""
    one, other = a.said.quantity, b.said.quantity
    if one is None or other is None:
        raise ValueError("both accounts need a figure")
    ranges = comparable(a, b)
    if ranges is None:
        return related("different-scope", f"counted in different units ({one.unit}, {other.unit})")
    if one.unit == "share" == other.unit and other_whole(one, other):
        return related("different-scope", f"shares of different things ({one.of}, {other.of})")
    if a.positive and b.positive:
        return _both_hold(*ranges, one.unit if one.unit == other.unit else "shares")
    if a.positive != b.positive:
        claimed, denied = ranges if a.positive else ranges[::-1]
        return _denied(claimed, denied)
    return (
        supports("same", "both deny the figure")
        if within(*ranges) or within(*ranges[::-1])
        else (related("different-scope", "different figures are denied"))
    )


def _both_hold(one: Bounds, other: Bounds, unit: str) -> Verdict:
    if apart(one, other):
        return refutes("ranges-apart", f"the ranges of {unit} do not overlap")
    if one != other and (_says_more(one, other) or _says_more(other, one)):
        return supports("entails", f"one figure of {unit} is within the other, and much closer")
    return supports("same", f"the ranges of {unit} overlap")


def _says_more(inner: Bounds, outer: Bounds) -> bool:
    """Tell whether one range lies in another and is less than half as wide, or tells a higher floor."""
    if not within(inner, outer):
        return False
    return math.inf == inner[1] or 2 * (inner[1] - inner[0]) < outer[1] - outer[0]


def _denied(claimed: Bounds, denied: Bounds) -> Verdict:
    if apart(claimed, denied):
        return supports("entails", "another figure than the one that is denied")
    if within(claimed, denied) or claimed[1] - claimed[0] <= 2 * (denied[1] - denied[0]):
        return refutes("polarity", "one gives the figure that the other denies")
    return related("different-scope", "the figure denied is another one")
