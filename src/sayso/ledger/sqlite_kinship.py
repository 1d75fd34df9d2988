"""What is kept of articles compared with each other, in SQLite."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, TextClause, delete, text

from sayso.ledger import rows, tables
from sayso.ledger.kinship import UNDATED, Compared, Head, Tie, head_of
from sayso.model.article import Article
from sayso.model.errors import NotFound

# Lists come as one JSON parameter, for SQLite caps the number of parameters; the list drives the join.
ARTICLE = text("SELECT record, text FROM articles WHERE id = :id")
HEADS = text("SELECT a.record FROM json_each(:keys) k CROSS JOIN articles a ON a.id = k.value")
MET = "SELECT m.key, a.id FROM json_each(:keys) k CROSS JOIN met m ON m.key = k.value"
OF_MET = "CROSS JOIN articles a ON a.seq = m.article"
MET_EVER = text(f"{MET} {OF_MET}")
MET_THEN = text(
    f"{MET} AND m.day BETWEEN :first AND :last {OF_MET} UNION ALL {MET} AND m.day = {UNDATED} {OF_MET}"
)
TIES = text(
    "SELECT t.one, t.other, t.kind, t.record FROM json_each(:keys) k CROSS JOIN ties t ON t.one = k.value"
    " UNION"
    " SELECT t.one, t.other, t.kind, t.record FROM json_each(:keys) k CROSS JOIN ties t ON t.other = k.value"
)
LIKES = text(
    "SELECT l.one, l.other, l.likeness FROM json_each(:keys) k CROSS JOIN likes l ON l.one = k.value"
)
GROUPS = text(
    "SELECT c.article_id, c.name FROM json_each(:keys) k CROSS JOIN copies c ON c.article_id = k.value"
)
SEQS = text("SELECT a.id, a.seq FROM json_each(:keys) k CROSS JOIN articles a ON a.id = k.value")
PUT_MET = text("INSERT OR IGNORE INTO met(key, day, article) VALUES (:key, :day, :article)")
PUT_TIE = text("INSERT OR REPLACE INTO ties(one, other, kind, record) VALUES (:one, :other, :kind, :record)")
PUT_LIKE = text("INSERT OR REPLACE INTO likes(one, other, likeness) VALUES (:one, :other, :likeness)")
PUT_GROUP = text("INSERT OR REPLACE INTO copies(article_id, name) VALUES (:article_id, :name)")
NO_GROUP = text("DELETE FROM copies WHERE article_id = :article_id")


class SqliteKept:
    """A `Kept` on one connection, so that all its answers are of one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def article(self, key: str) -> Article:
        """Return the article with this id, weighed before or not; raises NotFound."""
        row = self._connection.execute(ARTICLE, {"id": key}).first()
        if row is None:
            raise NotFound(f"no article {key} in the ledger")
        return rows.article_from(row.record, row.text)

    def heads(self, ids: Iterable[str]) -> dict[str, Head]:
        """Return title and day of those of these articles that the ledger holds, weighed before or not."""
        found = (rows.article_head(row.record) for row in self._each(HEADS, set(ids)))
        return {one.id: head_of(one) for one in found}

    def met(self, keys: Iterable[int], days: tuple[int, int] | None = None) -> list[tuple[int, str]]:
        """Return each of these keys with the id of each article that has it."""
        asked = json.dumps(sorted(set(keys)))
        if days is None:
            found = self._connection.execute(MET_EVER, {"keys": asked})
        else:
            found = self._connection.execute(MET_THEN, {"keys": asked, "first": days[0], "last": days[1]})
        return [(row.key, row.id) for row in found]

    def ties(self, ids: Collection[str]) -> list[Tie]:
        """Return the ties with one of these articles, or both, at their ends."""
        return [rows.read(Tie, row.record) for row in self._each(TIES, ids)]

    def likes(self, ids: Collection[str]) -> dict[str, dict[str, int]]:
        """Return for each of these articles those that are like it, and how much."""
        found: dict[str, dict[str, int]] = {}
        for row in self._each(LIKES, ids):
            found.setdefault(row.one, {})[row.other] = row.likeness
        return found

    def groups(self, ids: Collection[str]) -> dict[str, str]:
        """Return the names of the groups of copies that these articles are in; those in none are left out."""
        return {row.article_id: row.name for row in self._each(GROUPS, ids)}

    def _each(self, query: TextClause, keys: Collection[str]) -> Iterable[Row[Any]]:
        return self._connection.execute(query, {"keys": json.dumps(sorted(keys))})


def forget_compared(connection: Connection) -> None:
    """Forget how articles were compared."""
    for table in (tables.met, tables.ties, tables.likes, tables.copies):
        connection.execute(delete(table))


def put_compared(connection: Connection, new: Compared) -> None:
    """Add to what is kept of articles compared with each other."""
    found = connection.execute(SEQS, {"keys": json.dumps(sorted(new.keys))})
    seqs: Mapping[str, int] = {row.id: row.seq for row in found}
    _put(connection, PUT_MET, [
        {"key": number, "day": day, "article": seqs[article]}
        for article, keys in sorted(new.keys.items()) for number, day in keys
    ])  # fmt: skip
    _put(connection, PUT_TIE, [
        {"one": tie.left, "other": tie.right, "kind": tie.kind, "record": rows.dump(tie)}
        for tie in new.ties
    ])  # fmt: skip
    _put(connection, PUT_LIKE, [
        {"one": one, "other": other, "likeness": value}
        for pair in new.likes for one, other, value in (pair, (pair[1], pair[0], pair[2]))
    ])  # fmt: skip
    groups = [{"article_id": key, "name": name} for key, name in sorted(new.groups.items())]
    _put(connection, PUT_GROUP, [row for row in groups if row["name"] is not None])
    _put(connection, NO_GROUP, [row for row in groups if row["name"] is None])


def _put(connection: Connection, sql: TextClause, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(sql, values)
