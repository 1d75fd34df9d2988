"""How records are put into the tables, within the transaction of the connection handed over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_new

from sayso.ledger import rows, tables
from sayso.ledger.bodies import body_of
from sayso.ledger.chain import START, make_entry
from sayso.ledger.interface import Record
from sayso.model.analysis import Entity
from sayso.model.capture import Capture
from sayso.model.errors import InputError
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement

ARTICLE_WORDS = text("INSERT INTO article_words(rowid, title, text) VALUES (:seq, :title, :text)")
STATEMENT_WORDS = text(
    "INSERT INTO statement_words(rowid, evidence, who, what) VALUES (:seq, :evidence, :who, :what)"
)

KNOWN_STATEMENTS = text("SELECT record FROM statements WHERE id IN (SELECT value FROM json_each(:ids))")
"""However many ids there are: in one parameter, for SQLite caps the number of parameters."""


def next_number(connection: Connection) -> int:
    """Return the number that the next chain entry will have."""
    return int(connection.execute(select(func.max(tables.chain.c.number))).scalar() or 0) + 1


def put_capture(connection: Connection, capture: Capture, number: int) -> None:
    """Add the capture, unless these bytes are there already under this name."""
    row = {**rows.capture_columns(capture), "entry": number, "record": rows.dump(capture)}
    connection.execute(insert_new(tables.captures).on_conflict_do_nothing(), row)


def put_article(connection: Connection, record: Record, number: int) -> None:
    """Add an article that is not there yet."""
    article = record.article
    row = {
        "seq": _next_seq(connection, tables.articles),
        **rows.article_columns(article),
        "status": record.status,
        "entry": number,
        "reader": record.reader,
        "captured_as": _captured_as(connection, record),
        "record": rows.article_record(article),
        "text": article.text,
    }
    connection.execute(insert(tables.articles), row)
    connection.execute(ARTICLE_WORDS, {key: row[key] for key in ("seq", "title", "text")})


def put_statements(connection: Connection, statements: Sequence[Statement], number: int) -> int:
    """Add the statements that are not there yet; return how many were new.

    Raises:
        InputError: an id is taken by another statement.
    """
    new = _unknown(connection, statements)
    if not new:
        return 0
    numbered = list(zip(count(_next_seq(connection, tables.statements)), new, strict=False))
    connection.execute(
        insert(tables.statements),
        [
            {"seq": seq, **rows.statement_columns(s), "entry": number, "record": rows.dump(s)}
            for seq, s in numbered
        ],
    )
    names = [
        {"statement_id": s.id, "slot": slot, "folded": folded}
        for s in new
        for slot, folded in rows.names_of(s).items()
    ]
    if names:
        connection.execute(insert(tables.names), names)
    connection.execute(STATEMENT_WORDS, [{"seq": seq, **rows.words_of(s)} for seq, s in numbered])
    return len(new)


def put_entities(connection: Connection, article_id: str, entities: Sequence[Entity]) -> None:
    """Add the entities of an article that is new."""
    new = [{"article_id": article_id, "number": n, "record": rows.dump(e)} for n, e in enumerate(entities)]
    if new:
        connection.execute(insert(tables.entities), new)


def put_issues(connection: Connection, issues: Sequence[Issue], article: str | None, number: int) -> int:
    """Add the issues that are not there yet; return how many were new."""
    adding = insert_new(tables.issues).on_conflict_do_nothing()
    new = 0
    for issue in issues:
        row = {
            **rows.issue_columns(issue),
            "entry": number,
            "article_id": article,
            "record": rows.dump(issue),
        }
        new += connection.execute(adding, row).rowcount
    return new


def put_judgement(connection: Connection, judgement: Judgement, number: int) -> None:
    """Add a judgement that is not there yet."""
    row = {
        "seq": _next_seq(connection, tables.judgements),
        **rows.judgement_columns(judgement),
        "entry": number,
        "record": rows.dump(judgement),
    }
    connection.execute(insert(tables.judgements), row)


def seal(connection: Connection, kind: str, subject: str, number: int) -> None:
    """Close the chain over the rows that came in under this number."""
    append(connection, kind, subject, body_of(connection, number), number)


def append(connection: Connection, kind: str, subject: str, body: str, number: int) -> None:
    """Add an entry to the chain; `body` is the hash of what it vouches for."""
    query = select(tables.chain.c.hash).order_by(tables.chain.c.number.desc()).limit(1)
    previous = connection.execute(query).scalar() or START
    recorded_on = datetime.now(UTC).isoformat(timespec="seconds")
    entry = make_entry(number, kind, rows.plain(subject), body, recorded_on, previous)
    connection.execute(
        insert(tables.chain),
        {
            "number": entry.number,
            "kind": entry.kind,
            "subject": entry.subject,
            "body": entry.body,
            "recorded_on": entry.recorded_on,
            "previous": entry.previous,
            "hash": entry.hash,
        },
    )


def _captured_as(connection: Connection, record: Record) -> str | None:
    if record.fetched is not None:
        return rows.plain(record.fetched.capture.name)
    if record.article.capture is None:
        return None
    # Only the first article of a file of many need bring the bytes along.
    c = tables.captures
    known = connection.execute(select(func.min(c.c.name)).where(c.c.id == record.article.capture)).scalar()
    if known is None:
        raise InputError(
            f"{rows.plain(record.article.name)}: its capture {record.article.capture} is unknown"
        )
    return str(known)


def _next_seq(connection: Connection, table: Table) -> int:
    # Safe to count by hand: the transaction holds the write lock.
    return int(connection.execute(select(func.max(table.c.seq))).scalar() or 0) + 1


def _unknown(connection: Connection, statements: Sequence[Statement]) -> list[Statement]:
    # Who read a statement is no part of what it is: another reader's same statement is the same.
    seen = {s.id: replace(s, reader="") for s in _known(connection, [s.id for s in statements])}
    new = []
    for statement in statements:
        bare = replace(statement, reader="")
        if statement.id not in seen:
            new.append(statement)
        elif seen[statement.id] != bare:
            raise InputError(f"the id {statement.id} is taken by another statement")
        seen[statement.id] = bare
    return new


def _known(connection: Connection, ids: list[str]) -> Iterator[Statement]:
    for record in connection.execute(KNOWN_STATEMENTS, {"ids": json.dumps(ids)}).scalars():
        yield rows.read(Statement, record)
