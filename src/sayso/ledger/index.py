"""The tables that pages are leafed through by, kept up with the records at every weighing.

A change costs what it changes: questions and lineages by what differs from the outcome, statements and
articles by what came in since the last time.  Made anew from nothing they come to the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from sayso.ledger import rows
from sayso.model.brief import STATEMENTS, brief_of, shown_answers
from sayso.model.weighed import Question

TABLES = ("points", "point_sides", "answering", "tied", "told", "issued", "known", "located", "reached")

ANSWERS, RELATIONS = 4, 12
"""How many answers, and relations between them, a point of the board has at most."""

_SINCE = "(SELECT coalesce(max(statements), 0) FROM {to}reached)"
_READ = "(SELECT coalesce(max(articles), 0) FROM {to}reached)"

_NEW = """(SELECT s.id AS id, s.article_id AS article_id, t.day AS day, a.seq > {read} AS fresh,
  json_extract(s.record, '$.claimer') AS claimer, json_extract(s.record, '$.claimer_for') AS claimer_for,
  json_extract(s.record, '$.attribution') AS attribution
FROM statements s JOIN {to}told t ON t.statement_id = s.id JOIN articles a ON a.id = s.article_id
WHERE s.seq > {since})"""

_ADD = """ ON CONFLICT(kind, name, side) DO UPDATE SET statements = statements + excluded.statements,
 articles = articles + excluded.articles, first = min(first, excluded.first),
 last = max(last, excluded.last)"""

_COUNTED = "count(*), count(DISTINCT CASE WHEN fresh THEN article_id END), min(day), max(day)"

ARRIVED = (
    "INSERT INTO {to}told SELECT s.id, coalesce(json_extract(s.record, '$.said_on'),"
    " json_extract(a.record, '$.published'), ''), json_extract(s.record, '$.claimer') IS NULL"
    " FROM statements s JOIN articles a ON a.id = s.article_id WHERE s.seq > {since}",
    "INSERT INTO {to}issued SELECT a.id, coalesce(json_extract(a.record, '$.outlet'), ''),"
    " coalesce(json_extract(a.record, '$.published'), ''),"
    " (SELECT count(*) FROM statements s WHERE s.article_id = a.id) FROM articles a WHERE a.seq > {read}",
    "INSERT INTO {to}known SELECT 'claimer', claimer, coalesce(claimer_for, ''), {counted} FROM {new}"
    " WHERE claimer IS NOT NULL AND attribution <> 'narrator'"
    " GROUP BY claimer, coalesce(claimer_for, ''){add}",
    "INSERT INTO {to}known SELECT 'side', coalesce(claimer_for, claimer), '', {counted} FROM {new}"
    " WHERE coalesce(claimer_for, claimer) IS NOT NULL AND attribution <> 'narrator'"
    " GROUP BY coalesce(claimer_for, claimer){add}",
    "INSERT INTO {to}known SELECT 'outlet', i.outlet, '', sum(i.statements), count(*), min(i.day), max(i.day)"
    " FROM {to}issued i JOIN articles a ON a.id = i.article_id WHERE i.outlet <> '' AND a.seq > {read}"
    " GROUP BY i.outlet{add}",
    "INSERT INTO {to}known SELECT 'place', place, '', {counted} FROM (SELECT DISTINCT n.id AS id,"
    " n.article_id AS article_id, n.day AS day, n.fresh AS fresh, p.value AS place FROM {new} n"
    " JOIN statements s ON s.id = n.id, json_each(json_array(json_extract(s.record, '$.proposition.place'),"
    " json_extract(s.record, '$.proposition.place_from'),"
    " json_extract(s.record, '$.proposition.place_to'))) p"
    " WHERE p.value IS NOT NULL) WHERE 1 GROUP BY place{add}",
    # A name with two ids has none: what is said of it may be of either place.
    "INSERT INTO {to}located SELECT name, CASE WHEN min(place) = max(place) THEN min(place) ELSE '' END FROM"
    " (SELECT json_extract(e.record, '$.name') AS name, json_extract(e.record, '$.place') AS place"
    " FROM entities e JOIN articles a ON a.id = e.article_id WHERE a.seq > {read}"
    " AND json_extract(e.record, '$.kind') IN ('place', 'state'))"
    " WHERE coalesce(place, '') <> '' GROUP BY name"
    " ON CONFLICT(name) DO UPDATE SET place_id ="
    " CASE WHEN place_id = excluded.place_id THEN place_id ELSE '' END",
    "INSERT INTO {to}reached SELECT coalesce((SELECT max(seq) FROM statements), 0),"
    " coalesce((SELECT max(seq) FROM articles), 0)",
)
"""What came in since `reached`, in the order of filling; the last one moves `reached` on."""

_GONE = (
    "SELECT p.id AS id FROM {to}points p LEFT JOIN weighed w ON w.kind = 'question' AND w.id = p.id"
    " WHERE w.seal IS NULL OR w.seal <> p.seal"
)
_CAME = (
    "SELECT w.id AS id, w.seal AS seal, w.record AS record FROM weighed w LEFT JOIN {to}points p"
    " ON p.id = w.id WHERE w.kind = 'question' AND (p.seal IS NULL OR p.seal <> w.seal) ORDER BY w.id"
)
_HOMES = (
    "SELECT s.id AS id, s.article_id AS article_id, t.day AS day FROM json_each(:keys) k"
    " CROSS JOIN statements s ON s.id = k.value JOIN {to}told t ON t.statement_id = s.id"
)
_TIES = (
    "DELETE FROM {to}tied WHERE lineage_id NOT IN (SELECT id FROM weighed WHERE kind = 'lineage')",
    "INSERT INTO {to}tied SELECT DISTINCT m.value, w.id FROM weighed w, json_each(w.record, '$.members') m"
    " WHERE w.kind = 'lineage' AND w.id NOT IN (SELECT lineage_id FROM {to}tied)",
)


def update(connection: Connection, to: str = "") -> None:
    """Bring the tables (those whose names begin with `to`) up to the records as they stand."""
    if _out_of_turn(connection, to):
        # Then all is counted anew: which of its names were counted with the article is not kept.
        for table in TABLES:
            connection.execute(text(f"DELETE FROM {to}{table}"))  # noqa: S608 - names of our own
    for sql in ARRIVED[:-1]:
        connection.execute(text(_filled(sql, to)))
    connection.execute(text(f"DELETE FROM {to}reached"))  # noqa: S608
    connection.execute(text(_filled(ARRIVED[-1], to)))
    _update_points(connection, to)
    for sql in _TIES:
        connection.execute(text(sql.format(to=to)))


def _out_of_turn(connection: Connection, to: str) -> bool:
    """Tell whether statements came into an article that was counted before, as by an import."""
    sql = (
        "SELECT 1 FROM statements s JOIN articles a ON a.id = s.article_id"
        " WHERE s.seq > {since} AND a.seq <= {read} LIMIT 1"
    )
    return connection.execute(text(_filled(sql, to))).first() is not None


def _filled(sql: str, to: str) -> str:
    since, read = _SINCE.format(to=to), _READ.format(to=to)
    new = _NEW.format(to=to, since=since, read=read)
    return sql.format(to=to, since=since, read=read, new=new, add=_ADD, counted=_COUNTED)


def _update_points(connection: Connection, to: str) -> None:
    gone = [row.id for row in connection.execute(text(_GONE.format(to=to)))]
    for table, column in (("points", "id"), ("point_sides", "question_id"), ("answering", "question_id")):
        sql = f"DELETE FROM {to}{table} WHERE {column} IN (SELECT value FROM json_each(:keys))"  # noqa: S608
        if gone:
            connection.execute(text(sql), {"keys": json.dumps(gone)})
    came = connection.execute(text(_CAME.format(to=to))).all()
    for first in range(0, len(came), 1000):
        _put_points(connection, to, came[first : first + 1000])


def _put_points(connection: Connection, to: str, came: Sequence[Any]) -> None:
    questions = [(row, rows.read(Question, row.record)) for row in came]
    keys = sorted({key for _, question in questions for key in _statements(question)})
    found = connection.execute(text(_HOMES.format(to=to)), {"keys": json.dumps(keys)})
    homes = {row.id: (row.article_id, row.day) for row in found}
    _insert(connection, f"{to}points", (_point(row, question, homes) for row, question in questions))
    _insert(
        connection,
        f"{to}point_sides",
        ({"side": side, "question_id": q.id} for _, q in questions for side in sorted(_sides(q))),
    )
    _insert(
        connection,
        f"{to}answering",
        (
            {"statement_id": key, "question_id": q.id, "number": number}
            for _, q in questions
            for number, answer in enumerate(q.answers)
            for key in sorted(set(answer.statements))
        ),
    )


def _point(row: Any, question: Question, homes: dict[str, tuple[str, str]]) -> dict[str, Any]:
    statements = _statements(question)
    record = json.loads(row.record)
    placed = [homes[key] for key in sorted(statements) if key in homes]
    return {
        "id": question.id,
        "seal": row.seal,
        "stake": question.stake(len({article for article, _ in placed})),
        "type": question.type,
        "status": question.status,
        "place": question.place and rows.plain(question.place),
        "sides": len(_sides(question)),
        "origins": sum(answer.origins for answer in question.answers),
        "statements": len(statements),
        "latest": max((day for _, day in placed), default=""),
        "brief": rows.dump(brief_of(record, shown_answers(record, ANSWERS), STATEMENTS, RELATIONS)),
    }


def _sides(question: Question) -> set[str]:
    return {rows.plain(side) for answer in question.answers for side in answer.by}


def _statements(question: Question) -> set[str]:
    return {key for answer in question.answers for key in answer.statements}


def _insert(connection: Connection, table: str, made: Iterable[dict[str, Any]]) -> None:
    found = list(made)
    if found:
        names = list(found[0])
        marks = ", ".join(f":{name}" for name in names)
        connection.execute(text(f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks})"), found)  # noqa: S608
