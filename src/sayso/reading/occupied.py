"""Stretches of text that are taken, so that nothing else is read there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from sayso.model.span import Span


class Occupied:
    """Spans that do not overlap, asked in logarithmic time: a line may hold a hundred thousand figures."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Tell whether a taken stretch shares a character with `span`."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and self._ends[at - 1] > span.start

    def take(self, span: Span) -> None:
        """Add a span that touches none."""
        at = bisect_left(self._starts, span.start)
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)
