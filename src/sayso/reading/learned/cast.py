"""Who is meant by some words: what rules resolve by name, and what the networks resolve by likeness.

Rules know the world's states, their seats and organs, borders, and a profile's parties; the networks know
which phrases of an article mean the same. Each fills what the other leaves open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.analysis import Entity, Mention, Token
from sayso.model.span import Span
from sayso.reading.learned.naming import head_of, is_named, personal_name, plain_name
from sayso.reading.learned.pairs import is_pronoun, pronoun
from sayso.reading.learned.people import Somebody, is_body
from sayso.reading.learned.scheme import KINDS
from sayso.reading.learned.signals import Signals, names_something
from sayso.reading.learned.spans import Range

_LEAST = 0.5
"""A mention is meant by some words if it shares more than this of the words that either has."""
_SMALLEST = 0.4
"""So much of a mention its words must share with it at the least, or they name something within it."""
_PLACE = KINDS.index("place")
_SIDES = ("party", "state")
_BODIES = ("person", "unit")


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody or some place: a name, a side, and its kind."""

    name: str
    side: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Both resolutions of one article: entities with mentions by rule, people by the networks."""

    tokens: Sequence[Token]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    unprinted: frozenset[str]
    """Codes of countries that rules guess at; who is theirs by rule counts for nothing."""
    signals: Signals
    people: tuple[Somebody, ...]
    of: Mapping[int, int]
    looked_up: dict[Range, Entity | None] = field(default_factory=dict, compare=False, repr=False)

    def meant(self, part: Range) -> Body | None:
        """Return who or what a range of words means; None where neither knows."""
        known, guessed = self._by_rule(part), self._by_likeness(part)
        if guessed is None:
            return Body(known.name, known.side, known.kind) if known else None
        side = self._side(guessed)
        if known is None:
            return Body(guessed.name, side, guessed.kind)
        if (known.country or known.place) and not (known.kind == "place" and guessed.kind in _BODIES):
            return Body(known.name, known.side or side, known.kind)
        return Body(guessed.name, side, guessed.kind)

    def apart(self, part: Range) -> list[Range]:
        """Return a range of words cut where "and" joins two mentions."""
        begins = {m.first for m in self.signals.mentions}
        ends = {m.last for m in self.signals.mentions}
        first, last = part
        found: list[Range] = []
        for at in range(first + 1, last - 1):
            if self.signals.words[at].lower() == "and" and at in ends and at + 1 in begins:
                found.append((first, at))
                first = at + 1
        return [*found, (first, last)]

    def _side(self, body: Somebody) -> str | None:
        """Return somebody's side: what rules know of it or of whom it belongs to, else the outermost body."""
        at, seen = body, set[int]()
        while True:
            known = self._known_side(at)
            if known is not None:
                return known
            if at.holder is None or at.holder in seen:
                break
            seen.add(at.holder)
            at = self.people[at.holder]
        return at.name if is_body(at.name) and (at is not body or at.kind in _SIDES) else None

    def _known_side(self, body: Somebody) -> str | None:
        """Return the side that rules know of somebody by any of the mentions."""
        for number in body.mentions:
            mention = self.signals.mentions[number]
            known = None if mention.pronoun else self._by_rule((mention.first, mention.last))
            if known is not None and known.kind != "place" and known.side and is_named(known.side):
                return known.side
        return None

    def speaker(self, part: Range) -> Body | None:
        """Return who the words of a source mean; somebody unnamed is called by these words.

        A person named among them goes before the body that the person speaks for.
        """
        words = self.signals.words[part[0] : part[1]]
        found = self._named_person(part, words) or self.meant(part)
        if (
            found is not None
            and found.kind != "place"
            and not is_pronoun(found.name)
            and names_something(found.name.split())
        ):
            return found
        if pronoun(words):
            return None
        held = [n for n, m in enumerate(self.signals.mentions) if part[0] <= m.first and m.last <= part[1]]
        sides = (self._side(self.people[self.of[n]]) for n in held)
        name = plain_name(words, "unit")
        if not names_something(name.split()):
            return None
        if words[0].lower() in ("a", "an") and len(words) > 1:
            name = f"{words[0].lower()} {name}"
        return Body(name, next((side for side in sides if side), None), "unit")

    def _named_person(self, part: Range, words: Sequence[str]) -> Body | None:
        """Return the person whose name stands in the words of a source."""
        name = personal_name(words)
        last = name.split()[-1] if name else None
        for number, mention in enumerate(self.signals.mentions):
            body = self.people[self.of[number]]
            inside = part[0] <= mention.first and mention.last <= part[1]
            if inside and body.kind == "person" and body.name.split()[-1] == last:
                return Body(body.name, self._side(body), "person")
        return None

    def _span(self, part: Range) -> Span:
        return Span(self.tokens[part[0]].span.start, self.tokens[part[1] - 1].span.end)

    def _head(self, part: Range) -> int:
        return part[0] + head_of(self.signals.words[part[0] : part[1]])

    def _by_rule(self, part: Range) -> Entity | None:
        """Return the entity of the mention that rules see at a range, looked up once a range."""
        if part not in self.looked_up:
            self.looked_up[part] = self._mentioned(part)
        return self.looked_up[part]

    def _mentioned(self, part: Range) -> Entity | None:
        best: tuple[float, Entity | None] = (_LEAST, None)
        span, head = self._span(part), self.tokens[self._head(part)].span
        for mention in self.mentions:
            shared = min(span.end, mention.span.end) - max(span.start, mention.span.start)
            if shared > 0 and mention.entity is not None and mention.span.covers(head):
                share = shared / (max(span.end, mention.span.end) - min(span.start, mention.span.start))
                entity = self.entities[mention.entity]
                if share > best[0] and (entity.kind == "place" or entity.country not in self.unprinted):
                    best = (share, entity)
        return best[1]

    def _by_likeness(self, part: Range) -> Somebody | None:
        head = self._head(part)
        best: tuple[float, int] = (_SMALLEST, -1)
        for number, mention in enumerate(self.signals.mentions):
            if mention.first <= head < mention.last:
                shared = min(part[1], mention.last) - max(part[0], mention.first)
                share = shared / (max(part[1], mention.last) - min(part[0], mention.first))
                best = max(best, (share, number))
        if best[1] < 0:
            best = (1.0, self._leading(part))
        return self.people[self.of[best[1]]] if best[1] >= 0 else None

    def _leading(self, part: Range) -> int:
        """Return the mention with which a range begins, -1 for none: the range may run too far."""
        for number, mention in enumerate(self.signals.mentions):
            begins = part[0] <= mention.first <= part[0] + 1 and mention.last < part[1]
            if not begins or mention.kind == _PLACE:
                continue
            if not self.tokens[mention.last].tag.startswith(("N", "P")):
                return number
        return -1
