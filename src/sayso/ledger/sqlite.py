"""SQLite as a ledger's engine: how a file is opened, for reading or for writing."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from sayso.ledger.faults import primary_code, saying
from sayso.model.errors import LedgerBusy

PRAGMAS = (
    # A reader waits this long for the moments in which even WAL locks it out (recovery after a crash),
    # a writer for a foreign program that holds the file.
    "PRAGMA busy_timeout=10000",
    # SQLite checks references only where it is told to, anew on every connection.
    "PRAGMA foreign_keys=ON",
    # A ledger may come from a stranger: its schema may call no function that reaches outside.
    "PRAGMA trusted_schema=OFF",
)

WRITER_PRAGMAS = (
    # Readers see the last commit while a writer goes on; a commit is one append and one fsync.
    "PRAGMA journal_mode=WAL",
    # WAL's usual NORMAL syncs at checkpoints only: a power cut would take back acknowledged articles.
    "PRAGMA synchronous=FULL",
)


class Database:
    """One SQLite file, opened for reading or for writing."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self.write = write
        self.frozen = False
        # Without a ceiling, unfinished iterations cannot starve the next query.
        self.engine = self._engine(poolclass=QueuePool, max_overflow=-1)
        if not write and self._needs_freezing():
            self.engine.dispose()
            self.frozen = True
            # What an immutable connection has read it never reads again: use each once.
            self.engine = self._engine(poolclass=NullPool)

    @contextlib.contextmanager
    def session(self) -> Iterator[Connection]:
        """Give a connection in one transaction.

        A reader sees the ledger as it stood at its first query, whatever is written meanwhile.  What a
        writer does counts when the block ends, all of it, or not at all where the block raises.
        """
        with saying(self.path):
            before = self._mark() if self.frozen else None
            with self.engine.begin() if self.write else self.engine.connect() as connection:
                yield connection
            if before is not None and before != self._mark():
                raise LedgerBusy(f"{self.path} was written while it was read: try again")

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def _engine(self, **pool: Any) -> Engine:
        engine = create_engine("sqlite://", creator=self._connect, **pool)
        event.listen(engine, "begin", self._begin)
        return engine

    def _connect(self) -> sqlite3.Connection:
        mode = "rwc" if self.write else "ro&immutable=1" if self.frozen else "ro"
        uri = f"file:{quote(os.fsencode(self.path))}?mode={mode}"
        # Without an isolation level the driver starts no transactions of its own; `_begin` does.
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            for pragma in PRAGMAS + (WRITER_PRAGMAS if self.write else ()):
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin(self, connection: Connection) -> None:
        # A writer takes the write lock at once: one that turned writer half-way could not wait for it.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if self.write else "BEGIN")

    def _needs_freezing(self) -> bool:
        # Even to read, WAL wants to make files beside the ledger. Where that is forbidden (a read-only
        # share) and no log waits to be read, the file alone is the whole ledger and is read as it stands.
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except DBAPIError as error:
            refused = primary_code(error.orig) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
            log = self.path.with_name(self.path.name + "-wal")
            waiting = log.exists() and log.stat().st_size > 0
            return refused and not waiting and os.access(self.path, os.R_OK)
        return False

    def _mark(self) -> tuple[int, int, int]:
        status = self.path.stat()
        return status.st_mtime_ns, status.st_size, status.st_ino
