"""Figures: "1,037", "2.5", "1 500", "12,34,567" and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Thousands by comma (also the Indian way), by point-free spaces, or none; then decimals.
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d*\.?\d+")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_LONGEST = 24
"""Characters beyond which a run of figures is no number that anybody counts."""
_RUN = re.compile(r"\d+")
FIGURES = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?![\d\w])|\.?\d+(?:[.,]\d+)*"
"""A run of figures with its inner points, commas and spaces, for use inside a pattern."""


def read_figures(run: str, start: int) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, value) of the number that the run is, or of each run of digits if it is none."""
    if len(run) > _LONGEST:
        return
    value = _value(run)
    if value is not None:
        yield start, start + len(run), value
        return
    for match in _RUN.finditer(run):
        yield start + match.start(), start + match.end(), float(match.group())


def _value(run: str) -> float | None:
    if _GROUPED.fullmatch(run):
        return float(run.replace(",", ""))
    if _SPACED.fullmatch(run):
        return float(re.sub(r"\s", "", run))
    if _PLAIN.fullmatch(run):
        return float(run)
    return float(run.replace(",", ".")) if _COMMA_DECIMAL.fullmatch(run) else None
