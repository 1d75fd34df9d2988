"""Quantities: figures with their bounds, their unit and what they are part of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model.analysis import Quantity, Sentence, Token
from sayso.model.span import Span
from sayso.reading.bounds import Bounded, bounded_numbers, share_words
from sayso.reading.counting import NOTHING, Counted, counted, counted_before, units
from sayso.reading.elliptic import standing_alone
from sayso.reading.expressions import find_expressions
from sayso.reading.nocount import masked
from sayso.reading.occupied import Occupied
from sayso.reading.wholes import rank_of, whole_behind

__all__ = ["find_quantities", "read_quantities", "share_words"]

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_LEFT = re.compile(r"\b(?:in|since|during|until|till|early|late|mid|year)\s+$", re.I)
_PART_LEFT = re.compile(r"\b(?:first|second|third|other|latter|the|this|that|next|last|in|by)\s+$", re.I)
_OF_A = re.compile(r"(?:\s+of)?\s+an?\s", re.I)
_A = re.compile(r"(?:\s+of)?\s+an?\b", re.I)
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_OUT_OF = re.compile(r"\s+out\s+of\s+$", re.I)
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_THESE = re.compile(r"\s+(?:which|whom|them|those|these)\b", re.I)
_OF_THESE = re.compile(r"\s+of\s+(?:which|whom|them|us|those|these|it|his|her|its|their|our|my|your)\b", re.I)
_NO_ONE = re.compile(r"\s+(?:of|another|day)\b", re.I)
_NEAR = 90
"""Characters that may lie between a figure and the one before whose unit it shares."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence: where it lies and where its finite verbs begin."""

    text: str
    start: int
    end: int
    verbs: frozenset[int]
    earlier: tuple[Quantity, ...] = ()
    """The quantities of the sentence before."""

    def before(self, at: int, length: int) -> str:
        return self.text[max(self.start, at - length) : at]

    def whole(self, at: int) -> str | None:
        span = whole_behind(self.text, at, self.end, self.verbs)
        return span.of(self.text) if span is not None else None


def find_quantities(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]
) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in text order; a span covers the figure and the words that bound it.

    Years, dates, times of day, ages, ordinals, spans of time and numbers that are part of a name are no
    quantities, and a figure whose unit the sentence does not say is left out.  Of the tokens only the
    finite verbs are used: they end the noun phrase that a share is part of.
    """
    verbs = frozenset(t.span.start for t in tokens if t.tag in {"VBZ", "VBD", "VBP", "MD"})
    found: list[Quantity] = []
    earlier: tuple[Quantity, ...] = ()
    for sentence in sentences:
        here = _in_stretch(_Stretch(text, sentence.span.start, sentence.span.end, verbs, earlier))
        found.extend(here)
        earlier = tuple(here) or earlier[-1:]
    return tuple(found)


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text that is one sentence (for measuring)."""
    return tuple(_in_stretch(_Stretch(text, 0, len(text), frozenset())))


def _in_stretch(at: _Stretch) -> list[Quantity]:
    text, start, end = at.text, at.start, at.end
    blocked = [*masked(text, start, end), *(e.span for e in find_expressions(text, start, end))]
    found: list[Quantity] = []
    for number in bounded_numbers(text, start, end, blocked):
        quantity = _share(at, number) if number.form == "share" else _count(at, number, found)
        if quantity is not None:
            found.append(quantity)
    found.extend(_wordy_shares(at, found))
    for rank in rank_of(text, start, end):
        found.append(Quantity(rank.span, float(rank.value), None, None, "rank", rank.of.of(text)))
    return sorted(found, key=lambda q: q.span)


def _share(at: _Stretch, number: Bounded) -> Quantity | None:
    """Read "about two thirds of the border"; "a third attack" and "the second half" are no shares."""
    words = number.core.of(at.text).lower()
    whole = at.whole(number.core.end)
    percent = words[-1] in "%t" and not words.endswith("st")
    measured = None if percent else _measured(at, number)
    if measured is not None or _OF_A.match(at.text, number.core.end, at.end):
        return measured
    unclear = (
        "half" in words or not words.endswith("s") or _PART_LEFT.search(at.before(number.core.start, 12))
    )
    pointed = _OF_THESE.match(at.text, number.core.end, at.end)
    if whole is None and not pointed and not percent and number.span == number.core and unclear:
        return None
    value, low, high = (None if v is None else round(v, 4) for v in (number.value, number.low, number.high))
    return Quantity(number.span, value, low, high, "share", whole)


def _measured(at: _Stretch, number: Bounded) -> Quantity | None:
    """Read "half a mile", "1/4 mile": a fraction of a measure is a measure."""
    article = _A.match(at.text, number.core.end, at.end)
    behind = counted(at.text, article.end() if article else number.core.end, at.end)
    if behind is None or behind.unit not in units().measures:
        return None
    bounds = (number.value, number.low, number.high)
    return Quantity(number.span, *bounds, behind.unit, _part_of(at, behind))


def _count(at: _Stretch, number: Bounded, before: Sequence[Quantity]) -> Quantity | None:
    behind = counted(at.text, max(number.core.end, number.span.end), at.end)
    if number.money is not None:
        behind = Counted(number.money, None)
    if _is_year(at, number, behind) or _is_pronoun(at, number, behind):
        return None
    behind = behind or _inherited(at, number, before) or counted_before(at.text, at.start, number.span.start)
    behind = behind or standing_alone(at.text, at.start, at.end, number, (*at.earlier, *before), at.verbs)
    if behind is None or behind.unit == NOTHING:
        return None
    scale = 1000.0 if behind.unit == "people" and _THOUSANDS.fullmatch(number.core.of(at.text)) else 1.0
    bounds = (None if v is None else v * scale for v in (number.value, number.low, number.high))
    value, low, high = bounds
    return Quantity(number.span, value, low, high, behind.unit, _part_of(at, behind))


def _part_of(at: _Stretch, behind: Counted) -> str | None:
    if behind.words is None:
        return None
    if behind.unit in units().measures:
        return at.whole(behind.words.end)
    words = behind.words.of(at.text)
    return None if words.lower() == behind.unit else words


def _is_year(at: _Stretch, number: Bounded, behind: Counted | None) -> bool:
    if not _YEAR.fullmatch(number.core.of(at.text)) or number.span != number.core:
        return False
    return behind is None or bool(_YEAR_LEFT.search(at.before(number.core.start, 10)))


def _is_pronoun(at: _Stretch, number: Bounded, behind: Counted | None) -> bool:
    """Tell whether "one" stands for a noun ("one of the posts", "one another") and counts nothing."""
    if number.core.of(at.text).lower() != "one" or number.span != number.core:
        return False
    return behind is None or bool(_NO_ONE.match(at.text, number.core.end, at.end))


def _inherited(at: _Stretch, number: Bounded, before: Sequence[Quantity]) -> Counted | None:
    """Take the unit of the figure before: "174 districts out of about 400", "12 killed and 30 on Monday"."""
    if not before or before[-1].unit in {"share", "rank"}:
        return None
    gap = at.text[before[-1].span.end : number.span.start]
    written = number.core.of(at.text)
    follows = _NEXT.match(at.text, number.span.end, at.end)
    if follows is not None and follows.group(1).lower() not in units().stops:
        return None
    if len(gap) > _NEAR or not (_OUT_OF.search(gap) or number.span != number.core or written[-1].isdigit()):
        return None
    return Counted(before[-1].unit, None)


@cache
def _share_pattern() -> re.Pattern[str]:
    found = [w for w, s in share_words().items() if w.endswith(" of") and s.low == 0.5]
    words = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(found, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![\w-])(?P<words>{words})(?=\s)", re.I)


def _wordy_shares(at: _Stretch, found: Sequence[Quantity]) -> list[Quantity]:
    """Read "most of the border", "the majority of legal trade", "90 rockets, most of which"."""
    out, taken = [], Occupied(q.span for q in found)
    for match in _share_pattern().finditer(at.text, at.start, at.end):
        share = share_words()[" ".join(match.group().lower().split())]
        span = Span(match.start(), match.end() - len(match.group().split()[-1]) - 1)
        whole = at.whole(span.end)
        if _THESE.match(at.text, match.end(), at.end):
            last = next((q for q in reversed(found) if q.span.end <= span.start and q.unit != "share"), None)
            whole = (last.of or last.unit) if last is not None else None
        pointed = _OF_THESE.match(at.text, span.end, at.end)
        if (whole is not None or pointed) and not taken.touches(span):
            out.append(Quantity(span, share.value, share.low, None, "share", whole))
    return out
