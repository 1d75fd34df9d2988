"""The tables that pages are leafed through by, filled from the records."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

TABLES = ("points", "point_sides", "answered", "tied", "told", "issued", "known", "placed")
"""What `refresh` fills, in the order of filling."""

_SAID = """
SELECT s.id AS id, s.article_id AS article_id, t.day AS day,
  json_extract(s.record, '$.claimer') AS claimer, json_extract(s.record, '$.claimer_for') AS claimer_for,
  json_extract(s.record, '$.attribution') AS attribution
FROM statements s JOIN {to}told t ON t.statement_id = s.id
"""

FILL: tuple[tuple[str, str], ...] = (
    (
        "told",
        "INSERT INTO {to}told SELECT s.id, coalesce(json_extract(s.record, '$.said_on'),"
        " json_extract(a.record, '$.published'), '') FROM statements s"
        " JOIN articles a ON a.id = s.article_id",
    ),
    (
        "answered",
        "INSERT INTO {to}answered SELECT DISTINCT s.value, w.id, a.key FROM weighed w,"
        " json_each(w.record, '$.answers') a, json_each(a.value, '$.statements') s WHERE w.kind = 'question'",
    ),
    (
        "point_sides",
        "INSERT INTO {to}point_sides SELECT DISTINCT s.value, w.id FROM weighed w,"
        " json_each(w.record, '$.answers') a, json_each(a.value, '$.by') s WHERE w.kind = 'question'",
    ),
    (
        "points",
        "INSERT INTO {to}points SELECT w.id, 0, json_extract(w.record, '$.type'),"
        " json_extract(w.record, '$.status'), json_extract(w.record, '$.place'),"
        " coalesce(p.sides, 0), coalesce(o.origins, 0), coalesce(n.statements, 0), coalesce(n.latest, '')"
        " FROM weighed w"
        " LEFT JOIN (SELECT question_id, count(*) AS sides FROM {to}point_sides GROUP BY question_id) p"
        " ON p.question_id = w.id"
        " LEFT JOIN (SELECT x.question_id, count(DISTINCT x.statement_id) AS statements, max(t.day) AS latest"
        " FROM {to}answered x LEFT JOIN {to}told t ON t.statement_id = x.statement_id"
        " GROUP BY x.question_id) n ON n.question_id = w.id"
        " LEFT JOIN (SELECT q.id AS id, sum(json_extract(a.value, '$.origins')) AS origins"
        " FROM weighed q, json_each(q.record, '$.answers') a WHERE q.kind = 'question' GROUP BY q.id) o"
        " ON o.id = w.id WHERE w.kind = 'question'",
    ),
    (
        "tied",
        "INSERT INTO {to}tied SELECT DISTINCT m.value, w.id FROM weighed w,"
        " json_each(w.record, '$.members') m WHERE w.kind = 'lineage'",
    ),
    (
        "issued",
        "INSERT INTO {to}issued SELECT a.id, coalesce(json_extract(a.record, '$.outlet'), ''),"
        " coalesce(json_extract(a.record, '$.published'), ''),"
        " (SELECT count(*) FROM statements s WHERE s.article_id = a.id) FROM articles a",
    ),
    (
        "known",
        "INSERT INTO {to}known SELECT 'claimer', claimer, coalesce(claimer_for, ''), count(*),"
        " count(DISTINCT article_id), min(day), max(day) FROM ({said})"
        " WHERE claimer IS NOT NULL AND attribution <> 'narrator' GROUP BY claimer, claimer_for",
    ),
    (
        "known",
        "INSERT INTO {to}known SELECT 'side', coalesce(claimer_for, claimer), '', count(*),"
        " count(DISTINCT article_id), min(day), max(day) FROM ({said})"
        " WHERE coalesce(claimer_for, claimer) IS NOT NULL AND attribution <> 'narrator'"
        " GROUP BY coalesce(claimer_for, claimer)",
    ),
    (
        "known",
        "INSERT INTO {to}known SELECT 'outlet', outlet, '', sum(statements), count(*), min(day), max(day)"
        " FROM {to}issued WHERE outlet <> '' GROUP BY outlet",
    ),
    (
        "known",
        "INSERT INTO {to}known SELECT 'place', place, '', count(*), count(DISTINCT article_id), min(day),"
        " max(day) FROM (SELECT DISTINCT s.id, s.article_id AS article_id, t.day AS day, p.value AS place"
        " FROM statements s JOIN {to}told t ON t.statement_id = s.id,"
        " json_each(json_array(json_extract(s.record, '$.proposition.place'),"
        " json_extract(s.record, '$.proposition.place_from'),"
        " json_extract(s.record, '$.proposition.place_to'))) p WHERE p.value IS NOT NULL) GROUP BY place",
    ),
    (
        "placed",
        "INSERT INTO {to}placed SELECT json_extract(record, '$.name') AS name,"
        " min(json_extract(record, '$.place')) FROM entities"
        " WHERE json_extract(record, '$.kind') IN ('place', 'state')"
        " AND coalesce(json_extract(record, '$.place'), '') <> ''"
        " GROUP BY name HAVING count(DISTINCT json_extract(record, '$.place')) = 1",
    ),
)
"""How each table follows from the records; `{to}` stands before the tables that are filled."""


def filling(sql: str, to: str) -> str:
    """Return a statement of `FILL` that fills the tables whose names begin with `to`."""
    return sql.format(to=to, said=_SAID.format(to=to))


def refresh(connection: Connection, order: Sequence[str]) -> None:
    """Fill the tables anew; `order` are the ids of questions as the board shows them, others come last."""
    for table in TABLES:
        connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of our own
    for _, sql in FILL:
        connection.execute(text(filling(sql, "")))
    place = [{"id": key, "ordinal": n} for n, key in enumerate(order)]
    connection.execute(text("UPDATE points SET ordinal = :last"), {"last": len(place)})
    if place:
        connection.execute(text("UPDATE points SET ordinal = :ordinal WHERE id = :id"), place)


def is_stale(connection: Connection) -> bool:
    """Tell whether the tables were never filled: a ledger of an older version, just renewed."""
    told, said = (connection.execute(text(sql)).scalar() for sql in (
        "SELECT 1 FROM told LIMIT 1", "SELECT 1 FROM statements LIMIT 1"
    ))  # fmt: skip
    return told is None and said is not None
