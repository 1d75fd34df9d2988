"""What somebody with a SQLite shell could do to a ledger."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select

from sayso.ledger import tables
from sayso.ledger.bodies import body_of
from sayso.ledger.chain import START, make_entry
from sayso.ledger.sqlite import Database


def edit(path: Path, sql: str, *values: Any) -> None:
    """Run one statement on the file, past all of Sayso's care."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql, values)


def ask(path: Path, sql: str) -> Any:
    """Return the first value that a query gives."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


def reseal(path: Path) -> None:
    """Write the whole chain anew over the records as they stand, as a forger with Sayso's source would."""
    database = Database(path, write=True)
    with database.session() as connection:
        former = connection.execute(select(tables.chain).order_by(tables.chain.c.number)).all()
        connection.execute(delete(tables.chain))
        previous = START
        for row in former:
            body = row.body if row.kind == "weighing" else body_of(connection, row.number)
            entry = make_entry(row.number, row.kind, row.subject, body, row.recorded_on, previous)
            values = (entry.number, entry.kind, entry.subject, entry.body, entry.recorded_on, entry.previous)
            connection.execute(insert(tables.chain).values((*values, entry.hash)))
            previous = entry.hash
    database.close()
