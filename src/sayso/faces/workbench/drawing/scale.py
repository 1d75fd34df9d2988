"""Figures on one scale, so that ranges can be compared at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.proposition import Figure

WIDTH = 240.0
"""Units of the picture's width; the browser stretches them."""

_PAD = 6.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a figure stands on its scale: a bar from `left` to `right`, a dot where one value is named.

    `open_left` and `open_right` say that the bar has no end there ("at least", "at most").
    """

    left: float
    right: float
    dot: float | None
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The marks of answers by their number, and what stands at both ends of the scale."""

    marks: Mapping[int, Mark]
    first: str
    last: str


def scale_of(figures: Mapping[int, Figure]) -> Scale | None:
    """Return the figures on one scale from 0; None where there are none, or of different units."""
    named = {n: f for n, f in figures.items() if (f.value, f.low, f.high) != (None, None, None)}
    if not named or len({f.unit for f in named.values()}) > 1:
        return None
    share = next(iter(named.values())).unit == "share"
    most = 1.0 if share else max(v for f in named.values() for v in (f.value, f.low, f.high) if v is not None)
    # Where a bound is open the bar runs on past the largest figure named.
    top = most if share else (most or 1.0) * (1.25 if any(_is_open(f) for f in named.values()) else 1.08)
    marks = {n: _mark(f, top) for n, f in named.items()}
    return Scale(marks, "0", "100 %" if share else f"{most:,.6g}")


def _is_open(figure: Figure) -> bool:
    return figure.low is not None and figure.high is None and figure.value is None


def _mark(figure: Figure, top: float) -> Mark:
    def at(value: float) -> float:
        return round(_PAD + (WIDTH - 2 * _PAD) * min(1.0, max(0.0, value / top)), 1)

    dot = None if figure.value is None else at(figure.value)
    low = figure.low if figure.low is not None else (figure.value if figure.value is not None else 0.0)
    high = figure.high if figure.high is not None else (figure.value if figure.value is not None else top)
    open_left = figure.low is None and figure.value is None
    return Mark(at(low), at(high), dot, open_left, _is_open(figure))
