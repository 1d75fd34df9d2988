"""Figures that count nothing: names of models, ages, clock times, sections of laws, years."""

from __future__ import annotations

import re
from functools import cache

from sayso.languages import table
from sayso.model.span import Span

_MODEL = r"\b[A-Za-z]{1,6}[-‑]\d+[A-Za-z]*\b|\b[A-Z][A-Za-z]{0,4}\d+[A-Za-z]*\b"
_CLOCK = (
    r"\b\d{1,2}[:h]\d{2}(?::\d{2})?\b|\b\d{1,2}(?:\.\d{2})?\s?(?:a\.m|p\.m|am|pm|o['’]clock|GMT|UTC|hrs)\b\.?"
)
_PARTS = r"(?!(?:1/[2-9]|2/[35]|3/[458]|4/5|[57]/8)(?![\d/]))"
_SLASH = rf"(?<![\d/]){_PARTS}\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d/])(?!\s+of\b)"
_AGE = r"\b[\w-]{1,12}-year-olds?\b|\b[Aa]ged?\s+(?:about\s+)?\d{1,3}\b|(?<=[a-z]),\s\d{1,3}(?=,\s)"
_DECADE = r"(?:\bthe\s+|\b)(?:early\s+|mid-?\s?|late\s+)?(?:1[5-9]|20)\d0s\b"
_GLUED = (
    r"\b[\w-]{1,24}[-‑](?:year|day|week|month|hour|minute|star|man|member|strong)(?:[-‑]\w+)*\b(?<!strong)"
)
_SCORE = r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b(?=\s+(?:win|victory|defeat|draw|vote|majority))"
_ISO = r"\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b"
_WEB = r"\bhttps?://\S+|\bwww\.\S+|@\w+|#\d+"
_PHONE = r"\+\d[\d\s().-]{6,}\d"


@cache
def _pattern(language: str = "english") -> re.Pattern[str]:
    names = sorted(table(language, "units")["named_by_number"]["words"], key=lambda w: (-len(w), w))
    named = rf"\b(?:{'|'.join(map(re.escape, names))})\s+\d+(?:\.\d+)*\b"
    return re.compile(
        "|".join([_WEB, _PHONE, _ISO, _AGE, _SCORE, _CLOCK, _SLASH, _DECADE, named, _GLUED, _MODEL])
    )


def masked(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches whose figures count nothing, in text order."""
    return [Span(m.start(), m.end()) for m in _pattern().finditer(text, start, end)]
