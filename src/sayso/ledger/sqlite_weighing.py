"""The outcome of a weighing put into the tables, part by part, within the connection's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, TextClause, delete, insert, select, text
from sqlalchemy.exc import IntegrityError

from sayso.ledger import rows, tables
from sayso.ledger.bodies import bucket_body, bucket_of, seal_of, sum_of
from sayso.ledger.memory import Bearing, Mark, Part, Reweighed, Weighed
from sayso.ledger.sqlite_kinship import forget_compared, put_compared
from sayso.model.errors import InputError

TWICE = "two records of one kind in the outcome of a weighing have one id"

OUTCOME = text(
    "INSERT INTO weighed(kind, id, part, bucket, seal, record)"
    " VALUES (:kind, :id, :part, :bucket, :seal, :record)"
)
OF_PARTS = "FROM weighed WHERE part IN (SELECT value FROM json_each(:parts))"
FORMER = text(f"SELECT kind, id, part, bucket, seal, record {OF_PARTS}")
GONE = text(f"DELETE {OF_PARTS}")
ROWS = text(
    "SELECT w.bucket, w.kind, w.id, w.seal FROM json_each(:buckets) b"
    " CROSS JOIN weighed w ON w.bucket = b.value"
)
LEAST = text(
    "SELECT w.id, w.seal FROM json_each(:ids) k CROSS JOIN weighed w ON w.kind = 'lineage' AND w.id = k.value"
    " ORDER BY w.id, w.record DESC"
)
SUM = text("INSERT OR REPLACE INTO buckets(bucket, body) VALUES (:bucket, :body)")
BEARING = text(
    "INSERT OR REPLACE INTO bearings(statement_id, questions, claim, facts, leans)"
    " VALUES (:statement_id, :questions, :claim, :facts, :leans)"
)
KNOWN = text(
    "SELECT b.statement_id, b.questions, b.leans FROM json_each(:ids) k"
    " CROSS JOIN bearings b ON b.statement_id = k.value"
)
LEAN = text("INSERT OR IGNORE INTO leans(kind, key, statement_id) VALUES (:kind, :key, :statement_id)")
UNLEAN = text("DELETE FROM leans WHERE kind = :kind AND key = :key AND statement_id = :statement_id")
ANSWERED = text("INSERT OR IGNORE INTO answered(question, statement_id) VALUES (:question, :statement_id)")
UNANSWERED = text("DELETE FROM answered WHERE question = :question AND statement_id = :statement_id")
FACT = text(
    "INSERT INTO facts(kind, key, value, times) VALUES (:kind, :key, :value, :times)"
    " ON CONFLICT(kind, key, value) DO UPDATE SET times = times + excluded.times"
)
NO_FACT = text("DELETE FROM facts WHERE kind = :kind AND key = :key AND value = :value AND times = 0")


def put_whole(connection: Connection, outcome: Weighed) -> str | None:
    """Replace the whole outcome, forget what bears on what; return its hash, None where it is as before."""
    return put_change(connection, Reweighed((Part("", outcome),), (), {}, Mark("", "", 0, 0, 0), whole=True))


def put_change(connection: Connection, change: Reweighed) -> str | None:
    """Replace parts of the outcome, and what bears on what; return its hash, None where it is the same.

    Raises:
        InputError: two records of the outcome have one id.
    """
    new = [row for part in change.parts for row in _rows(part)]
    before = _sum(connection)
    if change.whole:
        _clear(connection)
        buckets = {row["bucket"] for row in new}
    else:
        parts = json.dumps(sorted(part.name for part in change.parts))
        former = connection.execute(FORMER, {"parts": parts}).all()
        buckets = {row["bucket"] for row in new} | {row.bucket for row in former}
        if {tuple(row) for row in former} == {tuple(row.values()) for row in new}:
            buckets, new = set(), []
        else:
            connection.execute(GONE, {"parts": parts})
    _put(connection, new)
    _sum_up(connection, buckets)
    _remember(connection, change)
    after = _sum(connection)
    return None if after == before else after


def _rows(part: Part) -> Iterator[dict[str, str]]:
    outcome = part.outcome
    kinds = (
        ("claim", outcome.claims),
        ("question", outcome.questions),
        ("lineage", outcome.lineages),
        ("story", outcome.stories),
    )
    for kind, records in kinds:
        for record in records:
            dumped = rows.dump(record)
            yield {
                "kind": kind, "id": record.id, "part": part.name, "bucket": bucket_of(kind, record.id),
                "seal": seal_of(kind, record.id, dumped), "record": dumped,
            }  # fmt: skip


def _put(connection: Connection, new: list[dict[str, str]]) -> None:
    if not new:
        return
    try:
        connection.execute(OUTCOME, new)
    except IntegrityError as error:
        raise InputError(TWICE) from error


def _sum_up(connection: Connection, buckets: Iterable[str]) -> None:
    found = _seals(connection, buckets)
    sums = [{"bucket": bucket, "body": bucket_body(seals)} for bucket, seals in found.items() if seals]
    if found:
        b = tables.buckets.c.bucket
        empty = [bucket for bucket, seals in found.items() if not seals]
        connection.execute(delete(tables.buckets).where(b.in_(empty)))
    if sums:
        connection.execute(SUM, sums)


def _seals(connection: Connection, buckets: Iterable[str]) -> dict[str, list[str]]:
    """Return the seals of the rows of these buckets, of a lineage in several parts that of its least record.

    The seals were made of the records as they were put in; verification goes by the records themselves.
    """
    rows_of: dict[str, dict[tuple[str, str], str]] = {bucket: {} for bucket in buckets}
    twice: set[tuple[str, str]] = set()
    for bucket, kind, key, seal in connection.execute(ROWS, {"buckets": json.dumps(sorted(rows_of))}):
        if (kind, key) in rows_of[bucket]:
            if kind != "lineage":
                raise InputError(TWICE)
            twice.add((bucket, key))
        rows_of[bucket][kind, key] = seal
    least = {
        row.id: row.seal
        for row in connection.execute(LEAST, {"ids": json.dumps(sorted(k for _, k in twice))})
    }
    for bucket, key in twice:
        rows_of[bucket]["lineage", key] = least[key]
    return {bucket: list(seals.values()) for bucket, seals in rows_of.items()}


def _sum(connection: Connection) -> str:
    b = tables.buckets.c
    return sum_of({row.bucket: row.body for row in connection.execute(select(b.bucket, b.body))})


def _clear(connection: Connection) -> None:
    gone = (tables.weighed, tables.buckets, tables.bearings, tables.answered, tables.leans, tables.facts)
    for table in gone:
        connection.execute(delete(table))
    forget_compared(connection)


def _remember(connection: Connection, change: Reweighed) -> None:
    connection.execute(delete(tables.marks))
    if change.mark.basis:
        mark = change.mark
        connection.execute(
            insert(tables.marks),
            {
                "basis": mark.basis, "profile": mark.profile, "statements": mark.statements,
                "articles": mark.articles, "judgements": mark.judgements,
            },
        )  # fmt: skip
    _put_bearings(connection, change.bearings)
    _put_facts(connection, change.facts)
    put_compared(connection, change.compared)


def _put_bearings(connection: Connection, bearings: Iterable[Bearing]) -> None:
    new = {one.statement: one for one in bearings}
    former = connection.execute(KNOWN, {"ids": json.dumps(sorted(new))}).all()
    _each(connection, UNANSWERED, [
        {"question": question, "statement_id": row.statement_id}
        for row in former for question in json.loads(row.questions)
    ])  # fmt: skip
    _each(connection, UNLEAN, [
        {"kind": kind, "key": key, "statement_id": row.statement_id}
        for row in former for kind, key in json.loads(row.leans)
    ])  # fmt: skip
    _each(connection, BEARING, [
        {
            "statement_id": one.statement, "questions": rows.dump(list(one.questions)), "claim": one.claim,
            "facts": rows.dump([list(fact) for fact in one.facts]),
            "leans": rows.dump([[kind, rows.plain(key)] for kind, key in one.leans]),
        }
        for one in new.values()
    ])  # fmt: skip
    _each(connection, ANSWERED, [
        {"question": question, "statement_id": one.statement}
        for one in new.values() for question in one.questions
    ])  # fmt: skip
    _each(connection, LEAN, [
        {"kind": kind, "key": rows.plain(key), "statement_id": one.statement}
        for one in new.values() for kind, key in one.leans
    ])  # fmt: skip


def _each(connection: Connection, sql: TextClause, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(sql, values)


def _put_facts(connection: Connection, facts: Mapping[tuple[str, str, str], int]) -> None:
    found = [
        {"kind": kind, "key": rows.plain(key), "value": rows.plain(value), "times": times}
        for (kind, key, value), times in facts.items()
    ]
    if found:
        connection.execute(FACT, found)
        if any(times < 0 for times in facts.values()):
            connection.execute(NO_FACT, found)
