"""Figures with their bounds in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model.proposition import Figure


def figure_words(figure: Figure | None) -> str:
    """Return a figure in words: ``1,500 people``, ``at least 33.33 % of the border``; "" for none."""
    if figure is None:
        return ""
    if figure.value is None and figure.low is None and figure.high is None:
        return f"an unknown {'share' if figure.unit == 'share' else f'number of {figure.unit}'}"
    unit = "" if figure.unit == "share" else f" {figure.unit}"
    of = figure.of or ""
    if of and unit.strip() in of.split():
        unit = ""
    return _bounds(figure) + unit + (f" of {of}" if of else "")


def _bounds(figure: Figure) -> str:
    show = _percent if figure.unit == "share" else _number
    if figure.low is not None and figure.high is not None:
        span = f"{show(figure.low)} to {show(figure.high)}"
        return span if figure.value is None else f"{show(figure.value)} ({span})"
    if figure.value is not None:
        return show(figure.value)
    if figure.low is not None:
        return f"at least {show(figure.low)}"
    return "" if figure.high is None else f"at most {show(figure.high)}"


def _percent(share: float) -> str:
    return f"{share * 100:.4g} %"


def _number(value: float) -> str:
    return f"{value:,.6g}" if abs(value) < 100_000 else f"{value:,.0f}"
