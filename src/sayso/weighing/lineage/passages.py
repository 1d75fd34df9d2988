"""Passages that two texts share, with their places on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model.article import Article
from sayso.model.span import Span
from sayso.weighing.texts.marks import SKIPPED
from sayso.weighing.texts.quotes import WORD

SEED = 4
"""Words in a row by which a passage is found."""

LEAST = 6
"""Words that a passage has at least: shorter ones are turns of phrase that everybody uses."""

_MOST_PLACES = 50
"""How many places of one run of words are tried: in a text that repeats itself more are not worth the
time.
"""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Equal words in two texts: their places in either, and how many they are."""

    left: Span
    right: Span
    words: int


@dataclass(frozen=True)
class Words:
    """The words of an article's own text, folded, each with its place."""

    folded: tuple[str, ...]
    spans: tuple[Span, ...]

    @cached_property
    def seeds(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Where each run of `SEED` words begins."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n in range(len(self.folded) - SEED + 1):
            found[self.folded[n : n + SEED]].append(n)
        return found


def words_of(article: Article) -> Words:
    """Return the words of an article without what the page puts around its text."""
    blocks = [block.span for block in article.blocks if block.kind not in SKIPPED]
    if not article.blocks:
        blocks = [Span(0, len(article.text))]
    found = [match for block in blocks for match in WORD.finditer(article.text, block.start, block.end)]
    return Words(
        tuple(match.group().casefold() for match in found), tuple(Span(*match.span()) for match in found)
    )


def passages(left: Words, right: Words) -> list[Passage]:
    """Return the passages that two texts share, longest first wherever several begin, in the left text's
    order.

    Every word of the left text is in one passage at most; passages may stand in another order on the right.
    """
    places = right.seeds
    found = []
    done = 0
    for here in sorted(n for seed in left.seeds.keys() & places.keys() for n in left.seeds[seed]):
        if here < done:
            continue
        starts = places[left.folded[here : here + SEED]][:_MOST_PLACES]
        length, there = max((_run(left, right, here, n), -n) for n in starts)
        if length >= LEAST:
            found.append(_passage(left, right, here, -there, length))
            done = here + length
    return found


def _run(left: Words, right: Words, here: int, there: int) -> int:
    """Return how many words are equal from two places on."""
    length = 0
    most = min(len(left.folded) - here, len(right.folded) - there)
    while length < most and left.folded[here + length] == right.folded[there + length]:
        length += 1
    return length


def _passage(left: Words, right: Words, here: int, there: int, length: int) -> Passage:
    def over(spans: Sequence[Span], start: int) -> Span:
        return spans[start].join(spans[start + length - 1])

    return Passage(over(left.spans, here), over(right.spans, there), length)
