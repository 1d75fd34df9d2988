"""Conditions on rows, as queries that go through an index."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, func, or_, select, text

from sayso.ledger import rows, tables
from sayso.ledger.interface import Wanted

CLAIMERS = ("claimer", "claimer_for")
SIDES = ("claimer", "claimer_for", "actor", "target", "verified_by")
PLACES = ("place", "place_from", "place_to")


def begins(column: Column[str], prefix: str) -> ColumnElement[bool]:
    """Return the condition that a column begins with these characters."""
    # A range, for SQLite takes LIKE through no index here (it would fold case).
    first = rows.plain(prefix)
    return and_(column >= first, column < first + "\U0010ffff")


def narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Return a query of statements joined with their articles, narrowed to those wanted."""
    s, a = tables.statements, tables.articles
    if wanted.ids is not None:
        query = query.where(among(s.c.id, wanted.ids))
    if wanted.article is not None:
        article = rows.plain(wanted.article)
        query = query.where(or_(a.c.id == article, a.c.name == article))
    if wanted.type is not None:
        query = query.where(s.c.type == wanted.type)
    if wanted.ids is not None:
        # However many: in one parameter, for SQLite caps the number of parameters.
        listed = func.json_each(json.dumps(sorted(wanted.ids))).table_valued("value")
        query = query.where(s.c.id.in_(select(listed.c.value)))
    roads = ((wanted.names, SIDES), (wanted.claimers, CLAIMERS), (wanted.places, PLACES))
    for asked, slots in roads:
        if asked is not None:
            query = query.where(s.c.id.in_(_named(asked, slots)))
    return query


def among(column: Any, values: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that a column has one of these values, however many they are."""
    # One parameter, for SQLite allows a limited number of them.
    listed = func.json_each(json.dumps(sorted(set(values)))).table_valued("value")
    return and_(column.in_(select(listed.c.value)))


MEMBERS = {
    "claim": "json_each(weighed.record, '$.asserted') AS item",
    "denial": "json_each(weighed.record, '$.denied') AS item",
    "question": (
        "json_each(weighed.record, '$.answers') AS answer, json_each(answer.value, '$.statements') AS item"
    ),
    "lineage": "json_each(weighed.record, '$.members') AS item",
}
"""Where a weighed record lists the ids that it holds."""


def holding(values: Collection[str], *lists: str) -> ColumnElement[bool]:
    """Return the condition that a weighed record has one of these ids in one of its `MEMBERS` lists."""
    ids = json.dumps(sorted(set(values)))
    wanted = "item.value IN (SELECT value FROM json_each(:ids))"
    roads = [text(f"EXISTS (SELECT 1 FROM {MEMBERS[name]} WHERE {wanted})") for name in lists]  # noqa: S608
    return or_(*(road.bindparams(ids=ids) for road in roads))


def _named(asked: frozenset[str], slots: tuple[str, ...]) -> Select[Any]:
    n = tables.names
    folded = sorted({rows.fold(name) for name in asked})
    return select(n.c.statement_id).where(n.c.slot.in_(slots), n.c.folded.in_(folded))
