"""Figures in words."""

from __future__ import annotations

import pytest

from sayso.faces.cli.figures import figure_words
from sayso.model.proposition import Figure


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (None, ""),
        (Figure("people", value=1500), "1,500 people"),
        (Figure("people", value=1_234_567), "1,234,567 people"),
        (Figure("share", value=0.85, of="the territory"), "85 % of the territory"),
        (Figure("share", low=1 / 3), "at least 33.33 %"),
        (Figure("soldiers", low=24), "at least 24 soldiers"),
        (Figure("soldiers", high=40), "at most 40 soldiers"),
        (Figure("soldiers", low=10, high=15), "10 to 15 soldiers"),
        (Figure("soldiers", value=12, low=10, high=15), "12 (10 to 15) soldiers"),
        (Figure("districts", value=38, of="the country's districts"), "38 of the country's districts"),
        (Figure("km", value=2.5), "2.5 km"),
        (Figure("people"), "an unknown number of people"),
    ],
)
def test_figures(figure: Figure | None, words: str) -> None:
    assert figure_words(figure) == words
