"""What an entry of the audit chain vouches for: a hash over the rows that came in with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from sayso.ledger import tables
from sayso.ledger.chain import sha256


def _parts() -> dict[str, Select[Any]]:
    c, a, s = tables.captures.c, tables.articles.c, tables.statements.c
    i, e = tables.issues.c, tables.entities.c
    entry: BindParameter[int] = bindparam("entry")
    of_article = select(e.article_id, e.number, e.record).join(tables.articles, a.id == e.article_id)
    return {
        "captures": select(c.id, c.name, c.record).where(c.entry == entry).order_by(c.id, c.name),
        "articles": select(a.id, a.status, a.reader, a.captured_as, a.record, a.text)
        .where(a.entry == entry)
        .order_by(a.id),
        "statements": select(s.id, s.article_id, s.record).where(s.entry == entry).order_by(s.id),
        "entities": of_article.where(a.entry == entry).order_by(e.article_id, e.number),
        "issues": select(i.id, i.article_id, i.record).where(i.entry == entry).order_by(i.id),
    }


PARTS = _parts()
"""The rows of a chain entry, table by table; made once, for every article asks all of them."""


def body_of(connection: Connection, entry: int) -> str:
    """Return the hash over all rows that came in with a chain entry, as they stand now."""
    return _hash({name: _all(connection, query, entry=entry) for name, query in PARTS.items()})


def stored_weighing(connection: Connection) -> str:
    """Return the hash over the outcome of the weighing as it stands now."""
    w = tables.weighed
    return weighing_body(_all(connection, select(w.c.kind, w.c.id, w.c.record)))


def weighing_body(outcome: Iterable[Sequence[str]]) -> str:
    """Return the hash over an outcome's rows (kind, id, record), in whatever order they come."""
    return _hash(sorted((list(row) for row in outcome), key=repr))


def _all(connection: Connection, query: Select[Any], **asked: int) -> list[list[Any]]:
    return [list(row) for row in connection.execute(query, asked)]


def _hash(value: Any) -> str:
    # repr: bytes, which only tampering can have put there, differ from every text.
    return sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=repr))
