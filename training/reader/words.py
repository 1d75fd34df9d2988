"""A text cut into words and sentences as the reader sees them at run time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model.analysis import Token
from sayso.model.span import Span as TextSpan
from sayso.reading.tokens import label
from sayso.reading.tokens import words as cut
from sayso_corpus.records import Span


class Words:
    """The words of a text, and which of them make a sentence."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        """Cut each sentence into words."""
        self.text = text
        self.spans: list[TextSpan] = []
        self.sentences: list[tuple[int, int]] = []
        for sentence in sentences:
            first = len(self.spans)
            self.spans += cut(text, TextSpan(sentence.start, sentence.end))
            if len(self.spans) > first:
                self.sentences.append((first, len(self.spans)))
        self.tokens: list[Token] = []
        for first, last in self.sentences:
            self.tokens += label(text, self.spans[first:last])
        self._starts = [span.start for span in self.spans]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.spans)

    def inside(self, span: Span) -> list[int]:
        """Return the words that overlap a stretch of the text."""
        at = max(0, bisect_left(self._starts, span.start) - 1)
        found = []
        while at < len(self.spans) and self.spans[at].start < span.end:
            if self.spans[at].end > span.start:
                found.append(at)
            at += 1
        return found

    def form(self, number: int) -> str:
        """Return a word as printed."""
        return self.spans[number].of(self.text)
