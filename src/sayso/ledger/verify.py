"""Does a ledger still say what was written?

The chain vouches for the records; the records for the columns, names and words that are asked by; the
text for the spans; the hashes for the stored bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.exc import DBAPIError

from sayso.ledger import tables
from sayso.ledger.bodies import body_of, old_stored_weighing, stored_weighing
from sayso.ledger.captures import CaptureStore
from sayso.ledger.chain import breaks
from sayso.ledger.interface import Entry
from sayso.ledger.verify_index import pages
from sayso.ledger.verify_records import records
from sayso.ledger.verify_search import indexes


def verify(connection: Connection, captures: CaptureStore, head: str | None) -> Iterator[str]:
    """Yield in words everything that does not hold."""
    checks = (
        _pages(connection),
        _chain(connection, head),
        records(connection, captures),
        indexes(connection),
        pages(connection),
    )
    for check in checks:
        try:
            yield from check
        except DBAPIError as error:
            yield f"the database is damaged: {error.orig}"


def _pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"the database is damaged: {line}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row.table} belongs to no row of {row.parent}"
    strange = text("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name")
    for row in connection.execute(strange):
        yield f"the {row.type} {row.name} is no part of a ledger"


def _chain(connection: Connection, head: str | None) -> Iterator[str]:
    query = select(tables.chain).order_by(tables.chain.c.number)
    entries = [Entry(*row) for row in connection.execute(query)]
    yield from breaks(entries, head)
    last_weighing = max((entry.number for entry in entries if entry.kind == "weighing"), default=None)
    for entry in entries:
        if entry.kind == "weighing":
            # Only the newest outcome is kept; older entries witness that there was another.
            if entry.number == last_weighing and entry.body not in _outcomes(connection):
                yield f"the outcome of the weighing in chain entry {entry.number} was changed"
        elif entry.body != body_of(connection, entry.number):
            yield f"records of chain entry {entry.number} ({entry.kind} {entry.subject}) were changed"
    if last_weighing is None and connection.execute(select(tables.weighed.c.id).limit(1)).first():
        yield "the outcome of a weighing stands there without a chain entry"
    for table in (tables.captures, tables.articles, tables.statements, tables.issues, tables.judgements):
        yield from _unsealed(connection, table)


def _outcomes(connection: Connection) -> tuple[str, str]:
    # A ledger that was last weighed by the first version is hashed in the first version's way.
    return stored_weighing(connection), old_stored_weighing(connection)


def _unsealed(connection: Connection, table: Table) -> Iterator[str]:
    sealed = select(tables.chain.c.number).where(tables.chain.c.kind != "weighing")
    for key in connection.execute(
        select(table.c.id).where(table.c.entry.not_in(sealed)).order_by(table.c.id)
    ).scalars():
        yield f"{table.name} record {key} came in without a chain entry"
