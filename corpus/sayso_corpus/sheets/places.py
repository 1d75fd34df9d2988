"""Words quoted in a sheet, and where they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso_corpus.errors import SheetError
from sayso_corpus.records import Span

GAP = " .. "
"""Stands in a sheet for the words between a stretch's first and last ones."""
_PLACE = re.compile(r"^(\d+(?:\.\.\d+)?(?:,\d+)*)(?:#(\d+))?(?::\s*(.*))?$", re.S)
_SAME = str.maketrans("“”„‟«»″’‘‚‛′`–—−\u00a0", '"""""""\'\'\'\'\'\'--- ')


def fold(text: str) -> str:
    """Return the text with quotation marks, dashes and hard spaces made plain, each character for one."""
    return text.translate(_SAME)


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its sentences, in which quoted words are looked up."""

    text: str
    sentences: tuple[Span, ...]

    def places(self, place: str) -> list[Span]:
        """Return the spans of `3:words`, `3,5:words`, `3#2:words`, `3`, `3..5`; raises SheetError."""
        matched = _PLACE.match(place.strip())
        if matched is None:
            raise SheetError(
                f"no place in the text: {place[:60]!r}"
                " (it is `3:words`, `3,5:words`, `3#2:words`, `3` or `3..5`)"
            )
        spans = [self._numbered(numbers) for numbers in matched.group(1).split(",")]
        words = matched.group(3)
        return [self.locate(words, span, int(matched.group(2) or 1)) for span in spans] if words else spans

    def locate(self, words: str, within: Span, occurrence: int = 1) -> Span:
        """Return where the words stand in a stretch; raises SheetError where they do not.

        Quotation marks and dashes may be of another shape. A gap (`` .. ``) reaches from the words before it
        to the next place of the words after it. `occurrence` counts from one.
        """
        first, _, last = words.partition(GAP)
        start = self._nth(first.strip(), within, occurrence)
        if not last:
            return start
        return Span(start.start, self._nth(last.strip(), Span(start.end, within.end), 1).end)

    def _nth(self, words: str, within: Span, occurrence: int) -> Span:
        stretch = fold(self.text)[within.start : within.end]
        found = [match.span() for match in re.finditer(_pattern(words), stretch)] if words else []
        if len(found) < occurrence:
            where = self.text[within.start : within.end]
            raise SheetError(f"{words!r} (occurrence {occurrence}) does not stand in {where[:120]!r}")
        start, end = found[occurrence - 1]
        return Span(within.start + start, within.start + end)

    def _numbered(self, numbers: str) -> Span:
        first, _, last = numbers.partition("..")
        low, high = int(first), int(last or first)
        if not 1 <= low <= high <= len(self.sentences):
            raise SheetError(f"there is no sentence {numbers}; the text has {len(self.sentences)}")
        return Span(self.sentences[low - 1].start, self.sentences[high - 1].end)


def whole(spans: Iterable[Span]) -> Span:
    """Return the stretch from the first span's start to the last one's end."""
    held = list(spans)
    return Span(min(span.start for span in held), max(span.end for span in held))


def shared(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    """Return what of the spans lies in a stretch."""
    cut = (Span(max(span.start, within.start), min(span.end, within.end)) for span in spans)
    return tuple(span for span in cut if span.start < span.end)


def occurrence_of(text: str, words: str, within: Span, start: int) -> int:
    """Return which place of the words in a stretch begins at `start`, counted from one; 0 if none does."""
    starts = [
        within.start + m.start() for m in re.finditer(_pattern(words), fold(text)[within.start : within.end])
    ]
    return starts.index(start) + 1 if start in starts else 0


def _pattern(words: str) -> str:
    """Return a pattern for the words, whatever white space stands between, at the borders of words."""
    pattern = r"\s+".join(re.escape(word) for word in fold(words).split())
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    return before + pattern + (r"(?!\w)" if words[-1:].isalnum() else "")
