"""The passages that two texts have in common, word for word."""

from __future__ import annotations

import re

from sayso.model.span import Span

RUN = 7
"""Words that must follow each other in both texts: shorter runs are set phrases and names."""

_WORD = re.compile(r"\w+")


def shared_passages(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans in either text that are covered by runs of words which stand in both."""
    left, right = _words(one), _words(other)
    both = set(_runs(left)) & set(_runs(right))
    return _covered(left, both), _covered(right, both)


Words = list[tuple[str, int, int]]
Run = tuple[str, ...]


def _words(text: str) -> Words:
    return [(found.group().casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]


def _runs(words: Words) -> list[Run]:
    spoken = [word for word, _, _ in words]
    return [tuple(spoken[n : n + RUN]) for n in range(len(spoken) - RUN + 1)]


def _covered(words: Words, both: set[Run]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for n, run in enumerate(_runs(words)):
        if run in both:
            span = Span(words[n][1], words[n + RUN - 1][2])
            if spans and spans[-1].end >= span.start:
                spans[-1] = spans[-1].join(span)
            else:
                spans.append(span)
    return tuple(spans)
