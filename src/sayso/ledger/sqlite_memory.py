"""What the last weighing left to the next, read from SQLite."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Row, TextClause, text

from sayso.ledger import rows
from sayso.ledger.memory import Bearing, Mark, Unweighed, Weighed
from sayso.ledger.sqlite_kinship import SqliteKept
from sayso.model.statement import Statement
from sayso.model.story import Story
from sayso.model.weighed import Claim, Lineage, Question

# Lists come as one JSON parameter, for SQLite caps the number of parameters; the list drives the join.
MARK = text("SELECT basis, profile, statements, articles, judgements FROM marks")
SINCE = text("SELECT id FROM statements WHERE seq > :seq ORDER BY id")
CAME = text("SELECT id FROM articles WHERE seq > :seq ORDER BY id")
COUNTS = text(
    "SELECT (SELECT coalesce(max(seq), 0) FROM statements), (SELECT coalesce(max(seq), 0) FROM articles),"
    " (SELECT count(*) FROM judgements)"
)
FACTS = text("SELECT value, times FROM facts WHERE kind = :kind AND key = :key")
BEARINGS = text(
    "SELECT b.statement_id, b.questions, b.claim, b.facts, b.leans FROM json_each(:keys) k"
    " CROSS JOIN bearings b ON b.statement_id = k.value"
)
LEANING = text(
    "SELECT l.statement_id FROM json_each(:keys) k CROSS JOIN leans l"
    " ON l.kind = json_extract(k.value, '$[0]') AND l.key = json_extract(k.value, '$[1]')"
)
BEARING_ON = text(
    "SELECT b.statement_id FROM json_each(:keys) k CROSS JOIN answered b ON b.question = k.value"
    " UNION SELECT b.statement_id FROM json_each(:keys) k CROSS JOIN bearings b ON b.claim = k.value"
)
PART = text("SELECT kind, record FROM weighed WHERE part = :part ORDER BY kind, id")
STATEMENTS = text(
    "SELECT s.record FROM json_each(:keys) k CROSS JOIN statements s ON s.id = k.value ORDER BY s.id"
)
OF_ARTICLES = text("SELECT s.id FROM json_each(:keys) k CROSS JOIN statements s ON s.article_id = k.value")
AGENCIES = text(
    "SELECT a.id, json_extract(a.record, '$.agencies') AS agencies FROM json_each(:keys) k"
    " CROSS JOIN articles a ON a.id = k.value WHERE agencies IS NOT NULL"
)


class SqliteMemory(SqliteKept):
    """A `Memory` on one connection, so that all its answers are of one moment."""

    def mark(self) -> Mark | None:
        """Return how far the ledger was weighed part by part, None where it never was."""
        row = self._connection.execute(MARK).first()
        return None if row is None else Mark(*row)

    def unweighed(self, mark: Mark | None) -> Unweighed:
        """Return what came in since a mark; without one, everything."""
        ask = self._connection.execute
        statements = ask(SINCE, {"seq": mark.statements if mark else 0}).scalars().all()
        articles = ask(CAME, {"seq": mark.articles if mark else 0}).scalars().all()
        return Unweighed(tuple(statements), tuple(articles), *ask(COUNTS).one())

    def facts(self, kind: str, key: str) -> Mapping[str, int]:
        """Return how often each value of a fact was counted, by the weighing of the mark."""
        found = self._connection.execute(FACTS, {"kind": kind, "key": rows.plain(key)})
        return {row.value: row.times for row in found}

    def bearings(self, ids: Iterable[str]) -> dict[str, Bearing]:
        """Return what these statements bear on, by the weighing of the mark, for those that it knew."""
        return {row.statement_id: _bearing(row) for row in self._all(BEARINGS, ids)}

    def leaning(self, keys: Iterable[tuple[str, str]]) -> set[str]:
        """Return the ids of the statements that lean on one of these kinds and keys of facts."""
        return {row.statement_id for row in self._all(LEANING, keys)}

    def bearing_on(self, parts: Iterable[str]) -> set[str]:
        """Return the ids of the statements that bear on one of these questions or claims."""
        return {row.statement_id for row in self._all(BEARING_ON, parts)}

    def part(self, name: str) -> Weighed:
        """Return the outcome of one part, by the weighing of the mark; empty where there is none."""
        found: dict[str, list[str]] = {"claim": [], "question": [], "lineage": [], "story": []}
        for row in self._connection.execute(PART, {"part": name}):
            found[row.kind].append(row.record)
        return Weighed(
            tuple(rows.read(Claim, record) for record in found["claim"]),
            tuple(rows.read(Question, record) for record in found["question"]),
            tuple(rows.read(Lineage, record) for record in found["lineage"]),
            tuple(rows.read(Story, record) for record in found["story"]),
        )

    def statements(self, ids: Iterable[str]) -> Iterator[Statement]:
        """Yield the statements with these ids, by id."""
        for row in self._all(STATEMENTS, ids):
            yield rows.read(Statement, row.record)

    def of_articles(self, articles: Iterable[str]) -> set[str]:
        """Return the ids of the statements in these articles."""
        return {row.id for row in self._all(OF_ARTICLES, articles)}

    def agencies(self, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the agencies credited by these articles, by article id; those that credit none left out."""
        return {row.id: tuple(json.loads(row.agencies)) for row in self._all(AGENCIES, articles)}

    def _all(self, query: TextClause, keys: Iterable[Any]) -> Iterable[Row[Any]]:
        return self._connection.execute(query, {"keys": json.dumps(sorted(keys))})


def _bearing(row: Row[Any]) -> Bearing:
    facts = tuple((kind, key, value) for kind, key, value in json.loads(row.facts))
    leans = tuple((kind, key) for kind, key in json.loads(row.leans))
    return Bearing(row.statement_id, tuple(json.loads(row.questions)), row.claim, facts, leans)
