"""An article with its analysis, looked up by token: who, how many, when stands where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.model.analysis import Analysis, Entity, Mention, Quantity, Time, Token
from sayso.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's text with its analysis, and the mentions, figures and times by their tokens.

    `home` is the name of the country where the conflict of the article is, None where none stands out.
    """

    text: str
    analysis: Analysis
    mention_at: Mapping[int, Mention]
    quantity_at: Mapping[int, Quantity]
    time_at: Mapping[int, Time]
    home: str | None

    @property
    def tokens(self) -> Sequence[Token]:
        """Return the article's tokens."""
        return self.analysis.tokens

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text of tokens ``[first, last)``."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def words(self, first: int, last: int) -> str:
        """Return the text of tokens ``[first, last)``, its white space made single."""
        return " ".join(self.span(first, last).of(self.text).split())

    def entity(self, token: int) -> Entity | None:
        """Return the entity whose mention covers the token."""
        mention = self.mention_at.get(token)
        if mention is None or mention.entity is None:
            return None
        return self.analysis.entities[mention.entity]


def make_scene(text: str, analysis: Analysis) -> Scene:
    """Return the scene of an analysed article."""
    tokens = analysis.tokens
    return Scene(
        text,
        analysis,
        _by_token(tokens, [(m.span, m) for m in analysis.mentions]),
        _by_token(tokens, [(q.span, q) for q in analysis.quantities]),
        _by_token(tokens, [(t.span, t) for t in analysis.times]),
        _home(analysis),
    )


def _by_token(tokens: Sequence[Token], found: Sequence[tuple[Span, T]]) -> Mapping[int, T]:
    """Return token → what covers it; of two that do, the longer."""
    starts = [token.span.start for token in tokens]
    out: dict[int, T] = {}
    for span, item in sorted(found, key=lambda row: len(row[0])):
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            out[place] = item
    return out


def _home(analysis: Analysis) -> str | None:
    """Return the country that the article speaks of most, None where two are level."""
    counts: Counter[str] = Counter()
    for mention in analysis.mentions:
        entity = analysis.entities[mention.entity] if mention.entity is not None else None
        if entity is not None and entity.country:
            counts[entity.country] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    states = [e.name for e in analysis.entities if e.country == ranked[0][0] and e.kind == "state"]
    return states[0] if states else None
