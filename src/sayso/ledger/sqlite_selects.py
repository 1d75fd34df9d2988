"""Conditions on rows, as queries that go through an index."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, func, or_, select

from sayso.ledger import rows, tables
from sayso.ledger.interface import Wanted

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
    if wanted.article is not None:
        article = rows.plain(wanted.article)
        query = query.where(or_(a.c.id == article, a.c.name == article))
    if wanted.type is not None:
        query = query.where(s.c.type == wanted.type)
    if wanted.ids is not None:
        # However many: in one parameter, for SQLite caps the number of parameters.
        listed = func.json_each(json.dumps(sorted(wanted.ids))).table_valued("value")
        query = query.where(s.c.id.in_(select(listed.c.value)))
    for asked, slots in ((wanted.names, SIDES), (wanted.places, PLACES)):
        if asked is not None:
            query = query.where(s.c.id.in_(_named(asked, slots)))
    return query


def _named(asked: frozenset[str], slots: tuple[str, ...]) -> Select[Any]:
    n = tables.names
    folded = sorted({rows.fold(name) for name in asked})
    return select(n.c.statement_id).where(n.c.slot.in_(slots), n.c.folded.in_(folded))
