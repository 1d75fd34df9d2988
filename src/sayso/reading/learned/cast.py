"""Who is meant by some words: what rules resolve by name, and what the networks resolve by likeness.

Rules know the world's states, their seats and organs, borders, and a profile's parties; the networks know
which phrases of an article mean the same. Each fills what the other leaves open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.analysis import Entity, Mention
from sayso.model.span import Span
from sayso.reading.learned.naming import plain_name
from sayso.reading.learned.pairs import is_pronoun, pronoun
from sayso.reading.learned.people import Somebody
from sayso.reading.learned.signals import Signals
from sayso.reading.learned.spans import Range

_LEAST = 0.5
"""A mention is meant by some words if it shares more than this of the words that either has."""
_BODIES = ("person", "unit")
_WHOLE = ("person", "place", "state", "party")
"""Kinds of which a mention inside some words may stand for all of them."""


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody or some place: a name, a side, and its kind."""

    name: str
    side: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Both resolutions of one article: entities with mentions by rule, people by the networks."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    signals: Signals
    people: tuple[Somebody, ...]
    of: Mapping[int, int]

    def meant(self, part: Range, span: Span) -> Body | None:
        """Return who or what a range of words means, `span` being their place; None where neither knows."""
        known, guessed = self._by_rule(span), self._by_likeness(part)
        if known is None:
            return Body(guessed.name, guessed.side, guessed.kind) if guessed else None
        if guessed is None:
            return Body(known.name, known.side, known.kind)
        if (known.country or known.place) and not (known.kind == "place" and guessed.kind in _BODIES):
            return Body(known.name, known.side or guessed.side, known.kind)
        side = known.side if known.kind != "place" else None
        return Body(guessed.name, side or guessed.side, guessed.kind)

    def speaker(self, part: Range, span: Span) -> Body | None:
        """Return who the words of a source mean; somebody unnamed is called by these words."""
        found = self.meant(part, span)
        words = self.signals.words[part[0] : part[1]]
        if found is not None and found.kind != "place" and not is_pronoun(found.name):
            return found
        if pronoun(words):
            return None
        held = [n for n, m in enumerate(self.signals.mentions) if part[0] <= m.first and m.last <= part[1]]
        sides = (self.people[self.of[n]].side for n in held)
        return Body(plain_name(words, "unit"), next((side for side in sides if side), None), "unit")

    def _by_rule(self, span: Span) -> Entity | None:
        best: tuple[float, Entity | None] = (_LEAST, None)
        for mention in self.mentions:
            shared = min(span.end, mention.span.end) - max(span.start, mention.span.start)
            if shared > 0 and mention.entity is not None:
                share = shared / (max(span.end, mention.span.end) - min(span.start, mention.span.start))
                if share > best[0]:
                    best = (share, self.entities[mention.entity])
        return best[1]

    def _by_likeness(self, part: Range) -> Somebody | None:
        best: tuple[float, int] = (_LEAST, -1)
        inside: list[int] = []
        for number, mention in enumerate(self.signals.mentions):
            shared = min(part[1], mention.last) - max(part[0], mention.first)
            if shared <= 0:
                continue
            share = shared / (max(part[1], mention.last) - min(part[0], mention.first))
            if share > best[0]:
                best = (share, number)
            if part[0] <= mention.first and mention.last <= part[1]:
                inside.append(number)
        if best[1] >= 0:
            return self.people[self.of[best[1]]]
        named = [n for n in inside if self.people[self.of[n]].kind in _WHOLE]
        longest = max(named, key=lambda n: (self._length(n), -n), default=None)
        return self.people[self.of[longest]] if longest is not None else None

    def _length(self, mention: int) -> int:
        return self.signals.mentions[mention].last - self.signals.mentions[mention].first
