"""The entities and mentions of an article while they are being found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.model.analysis import Entity, EntityKind, Mention
from sayso.model.span import Span
from sayso.reading.cast.words import fold


@dataclass(slots=True)
class Draft:
    """An entity whose role and side may still become known; `heads` are the role nouns it was called by."""

    kind: EntityKind
    name: str
    side: str | None = None
    role: str | None = None
    place: str | None = None
    country: str | None = None
    heads: set[str] = field(default_factory=set)
    plural: bool = False

    def freeze(self) -> Entity:
        """Return the entity as it is known by now."""
        return Entity(self.kind, self.name, self.side, self.role, self.place, self.country)


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention as memory keeps it: where, who, by which head noun.

    `subject` tells whether it leads a clause, `located` whether it stands behind a preposition of place.
    """

    first: int
    last: int
    sentence: int
    entity: int
    head: str
    subject: bool
    quote: int | None
    located: bool = False


class Register:
    """Gathers entities (one per kind and name) and mentions, and remembers the order of mentions."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.seen: list[Seen] = []
        self._by_name: dict[tuple[str, str], int] = {}
        self._mentions: list[Mention] = []

    def entity(
        self,
        kind: EntityKind,
        name: str,
        *,
        side: str | None = None,
        country: str | None = None,
        place: str | None = None,
        plural: bool = False,
    ) -> int:
        """Return the number of the entity of this kind and name; what is newly known is added to it."""
        key = (kind, fold(name))
        if key not in self._by_name:
            self._by_name[key] = len(self.drafts)
            self.drafts.append(Draft(kind, name, side, None, place, country, plural=plural))
        number = self._by_name[key]
        draft = self.drafts[number]
        draft.side = draft.side or side
        draft.country = draft.country or country
        draft.place = draft.place or place
        return number

    def mention(self, span: Span, entity: int | None, how: str, reason: str | None = None) -> None:
        """Add a mention."""
        self._mentions.append(Mention(span, entity, how, reason))

    def remember(self, seen: Seen) -> None:
        """Keep a mention for later references."""
        self.seen.append(seen)

    def merge(self, other: int, into: int) -> None:
        """Let all mentions of one entity be another's."""
        self._mentions = [
            replace(mention, entity=into) if mention.entity == other else mention
            for mention in self._mentions
        ]

    def back(self, place: int) -> Iterable[Seen]:
        """Return what was mentioned before word `place`, the latest first."""
        return (seen for seen in reversed(self.seen) if seen.last <= place)

    def freeze(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        """Return the entities, and the mentions in text order (the longer first where two begin together)."""
        mentions = sorted(self._mentions, key=lambda m: (m.span.start, -m.span.end))
        return tuple(draft.freeze() for draft in self.drafts), tuple(mentions)
