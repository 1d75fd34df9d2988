"""What is asked of all statements at once, gathered by the database itself: dates and names."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger import rows, tables
from sayso.ledger.interface import Moment, NameSlot
from sayso.ledger.sqlite_selects import among

PROPOSITION_SLOTS = frozenset({"actor", "target", "place", "place_from", "place_to"})
"""The named slots that are the proposition's, not the statement's own."""


def moments(connection: Connection, ids: Collection[str] | None) -> Iterator[Moment]:
    """Yield when each statement is about, was said, published and read, by id."""
    s, a, c = tables.statements, tables.articles, tables.chain
    published = {
        row.id: row.published
        for row in connection.execute(select(a.c.id, _field(a.c.record, "published").label("published")))
    }
    read_on = {row.number: row.recorded_on for row in connection.execute(select(c.c.number, c.c.recorded_on))}
    fields = [_field(s.c.record, path) for path in ("modality", "proposition.when", "said_on")]
    query = select(s.c.id, s.c.article_id, s.c.entry, s.c.type, *fields).order_by(s.c.id)
    if ids is not None:
        query = query.where(among(s.c.id, ids))
    for key, article, entry, kind, modality, held, said_on in connection.execute(query):
        yield Moment(key, article, kind, modality, held, said_on, published[article], read_on[entry])


def names(connection: Connection, slots: tuple[NameSlot, ...]) -> dict[str, int]:
    """Return the names in any of the slots with the number of their statements, by name."""
    n, s = tables.names, tables.statements
    counted = (
        select(
            n.c.folded,
            func.count(n.c.statement_id.distinct()).label("statements"),
            func.min(n.c.statement_id).label("first"),
        )
        .where(n.c.slot.in_(slots))
        .group_by(n.c.folded)
        .subquery()
    )
    query = select(counted.c.folded, counted.c.statements, s.c.record).join(s, s.c.id == counted.c.first)
    found = {
        _spelled(json.loads(row.record), slots, row.folded): row.statements
        for row in connection.execute(query)
    }
    return dict(sorted(found.items()))


def placed(connection: Connection) -> dict[str, str]:
    """Return the gazetteer's ids of names, as the articles were read; a name with two ids has none."""
    record = tables.entities.c.record
    name, place = _field(record, "name").label("name"), _field(record, "place").label("place")
    query = (
        select(name, func.min(place))
        .where(_field(record, "kind").in_(("place", "state")), place.is_not(None))
        .group_by(name)
        .having(func.count(place.distinct()) == 1)
        .order_by(name)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _field(column: Any, path: str) -> Any:
    return func.json_extract(column, f"$.{path}")


def _spelled(record: dict[str, Any], slots: tuple[NameSlot, ...], folded: str) -> str:
    """Return the name of the record, in one of the slots, that folds to this."""
    for slot in slots:
        holder = record["proposition"] if slot in PROPOSITION_SLOTS else record
        name = holder.get(slot)
        if name and rows.fold(name) == folded:
            return str(name)
    return folded
