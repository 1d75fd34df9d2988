"""What an entry of the audit chain vouches for: a hash over the rows that came in with it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from sayso.ledger import tables
from sayso.ledger.chain import sha256


def _parts() -> tuple[dict[str, Select[Any]], dict[str, Select[Any]]]:
    c, a, s = tables.captures.c, tables.articles.c, tables.statements.c
    i, e, j = tables.issues.c, tables.entities.c, tables.judgements.c
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
    }, {
        "judgements": select(j.id, j.about, j.record).where(j.entry == entry).order_by(j.id),
    }


PARTS, LATER_PARTS = _parts()
"""The rows of a chain entry, table by table; made once, for every article asks all of them.

Tables that came with a later version are left out where an entry has no row in them, so that entries made
before keep their hash.
"""


def body_of(connection: Connection, entry: int) -> str:
    """Return the hash over all rows that came in with a chain entry, as they stand now."""
    found = {name: _all(connection, query, entry=entry) for name, query in PARTS.items()}
    later = {name: _all(connection, query, entry=entry) for name, query in LATER_PARTS.items()}
    return _hash(found | {name: rows for name, rows in later.items() if rows})


def stored_weighing(connection: Connection) -> str:
    """Return the hash over the outcome of the weighing as it stands now, whatever its buckets say."""
    w = tables.weighed
    return weighing_body(_all(connection, select(w.c.kind, w.c.id, w.c.record)))


def old_stored_weighing(connection: Connection) -> str:
    """Return the same as the first version of the ledger hashed it: all rows in one."""
    w = tables.weighed
    return _hash(sorted(_all(connection, select(w.c.kind, w.c.id, w.c.record)), key=repr))


def weighing_body(outcome: Iterable[Sequence[str]]) -> str:
    """Return the hash over an outcome's rows (kind, id, record), in whatever order they come."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, key, record in outcome:
        found[bucket_of(kind, key)].append(seal_of(kind, key, record))
    return sum_of({bucket: bucket_body(seals) for bucket, seals in found.items()})


def seal_of(kind: str, key: str, record: str) -> str:
    """Return the hash of one row of an outcome."""
    return _hash([kind, key, record])


def bucket_of(kind: str, key: str) -> str:
    """Return the bucket that a row is summed up in: one of 1,024, by the hash of its kind and id.

    A new article changes a few rows: their buckets are hashed anew, the others' hashes are kept.
    """
    return f"{int(_hash([kind, key])[:3], 16) % 1024:04d}"


def bucket_body(seals: Iterable[str]) -> str:
    """Return the hash over the rows of one bucket."""
    return _hash(sorted(seals))


def sum_of(bodies: Mapping[str, str]) -> str:
    """Return the hash over all buckets that hold a row."""
    return _hash(sorted(bodies.items()))


def _all(connection: Connection, query: Select[Any], **asked: int) -> list[list[Any]]:
    return [list(row) for row in connection.execute(query, asked)]


def _hash(value: Any) -> str:
    # repr: bytes, which only tampering can have put there, differ from every text.
    return sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=repr))
