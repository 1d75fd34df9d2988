"""The words of numbers, and a text cut into the pieces that numbers are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.languages import table
from sayso.reading.numerals import FIGURES, read_figures

_PIECE = re.compile(rf"(?<![^\W\d_])(?:{FIGURES})|[^\W\d_]+\d*|\S")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a figure or a mark, in lower case; `value` where it is a figure."""

    start: int
    end: int
    low: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of ``numbers.toml`` that numbers are read with, plurals added."""

    small: Mapping[str, float]
    scales: Mapping[str, float]
    figure_scales: Mapping[str, float]
    money_scales: Mapping[str, float]
    vague: Mapping[str, float]
    vague_factors: Mapping[str, float]
    signs: Mapping[str, float]
    sets: Mapping[str, float]
    parts: Mapping[str, float]
    words: Mapping[str, list[str]]


@cache
def number_words(language: str = "english") -> NumberWords:
    """Return the tables of a language."""
    rows = table(language, "numbers")
    plain = ("small", "scales", "figure_scales", "money_scales", "vague", "vague_factors", "signs", "words")
    plurals = {f"{word}s": value for word, value in rows["parts"].items() if not word.endswith("s")}
    sets = {f"{word}s": value for word, value in rows["sets"].items()}
    return NumberWords(
        **{n: rows[n] for n in plain}, sets={**rows["sets"], **sets}, parts={**rows["parts"], **plurals}
    )


@cache
def hint(language: str = "english") -> re.Pattern[str]:
    """Return a pattern that any text with a number in it matches; most sentences do not."""
    words = number_words(language)
    tables = (
        words.small,
        words.scales,
        words.vague,
        words.vague_factors,
        words.sets,
        words.parts,
        words.signs,
    )
    known = sorted({re.escape(w) for found in tables for w in found}, key=lambda w: (-len(w), w))
    return re.compile(rf"\d|{'|'.join(known)}", re.IGNORECASE)


def pieces(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """Return the words, figures and marks of a stretch of text."""
    found: list[Piece] = []
    for match in _PIECE.finditer(text, start, len(text) if end is None else end):
        run = match.group()
        if run[0].isdigit() or (run[0] == "." and len(run) > 1):
            found.extend(Piece(a, b, text[a:b], value) for a, b, value in read_figures(run, match.start()))
        else:
            found.append(Piece(match.start(), match.end(), run.lower()))
    return found
