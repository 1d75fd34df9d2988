"""Everybody and every place that an article's statements name, as the corpus lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.exports.corpus.cutting import trimmed
from sayso.model.analysis import Entity
from sayso.model.span import Span
from sayso.model.statement import Statement

KINDS = {"group": "unit"}
"""Kinds of entity that the corpus calls otherwise."""

_NAMED = {"actor": "party", "target": "party", "place": "place", "place_from": "place", "place_to": "place"}
"""Fields that name somebody, and what one is of whom nothing else is known."""

Row = dict[str, Any]


@dataclass(slots=True)
class Cast:
    """Names with their keys, kinds, sides and mentions, in the order in which they came."""

    text: str
    known: Mapping[str, Entity]
    kinds: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, set[Span]] = field(default_factory=dict)

    def key(self, name: str, kind: str = "person") -> str:
        """Return the key of a name; `kind` counts only where nothing is known of it."""
        if name not in self.kinds:
            entity = self.known.get(name)
            found = entity.kind if entity else kind
            self.kinds[name] = KINDS.get(found, found)
            if entity and entity.side and entity.side != name:
                self.sides[name] = entity.side
        return f"e{list(self.kinds).index(name) + 1}"

    def mention(self, name: str, span: Span) -> None:
        """Count a stretch of the text as one that names somebody."""
        self.mentions.setdefault(name, set()).update(trimmed(self.text, span))

    def rows(self) -> list[Row]:
        """Return the entities as the corpus holds them; sides come last and belong to nobody."""
        for name, side in list(self.sides.items()):
            self.key(side, "party")
            if name in self.sides.values():
                del self.sides[name]
        rows = []
        for name, kind in self.kinds.items():
            row: Row = {"id": self.key(name), "kind": kind, "name": name}
            if name in self.sides:
                row["side"] = self.key(self.sides[name])
            rows.append(row | {"mentions": [[s.start, s.end] for s in sorted(self.mentions.get(name, ()))]})
        return rows


def cast_of(text: str, statements: Sequence[Statement], entities: Iterable[Entity], outlet: str) -> Cast:
    """Return who is named in the statements, the outlet first."""
    cast = Cast(text, {entity.name: entity for entity in entities})
    cast.key(outlet, "outlet")
    for statement in statements:
        named: dict[str, tuple[str | None, str]] = {
            slot: (getattr(statement.proposition, slot), kind) for slot, kind in _NAMED.items()
        }
        named["claimer"] = (statement.claimer, "person")
        named["claimer_for"] = (statement.claimer_for, "party")
        named["verified_by"] = (statement.verified_by, "party")
        for name, kind in [*named.values(), *((relay, "outlet") for relay in statement.via)]:
            if name:
                cast.key(name, kind)
        for slot in statement.slots:
            name = named.get(slot.slot, (None, ""))[0]
            if name:
                cast.mention(name, slot.span)
    return cast
