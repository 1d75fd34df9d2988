"""A second ledger that holds what a first one held at one moment, while others write to that one."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sayso.ledger import schema
from sayso.ledger.captures import CaptureStore, sync_folder
from sayso.ledger.faults import said_of_driver, saying
from sayso.ledger.lock import WriterLock
from sayso.ledger.sqlite import Database
from sayso.model.errors import NotFound, UsageError


def copy_ledger(ledger: Path, to: Path) -> Path:
    """Copy the ledger as it stands at this moment, with its stored bytes, and return where it is then.

    `to` is a file that is not there yet, or a folder, in which the copy gets the ledger's name.  It appears
    whole or not at all: stored bytes come first, the file last.  Bytes that the ledger itself has lost are
    left out; `verify` names them.  The copy is one file without a log beside it.

    Raises:
        NotFound: there is no ledger at `ledger`.
        UsageError: there is a file at `to`.
        LedgerBroken: the file is no ledger of this version.
        LedgerBusy: another copy is being written there.
        LedgerFull, LedgerError: the disk is full; a file may not be read or written.
    """
    ledger = ledger.resolve()
    if not ledger.is_file():
        raise NotFound(f"there is no ledger at {ledger}")
    target = (to / ledger.name if to.is_dir() else to).resolve()
    with saying(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = WriterLock(target)
        try:
            # Asked under the lock: nobody else can make it now.
            if target.exists():
                raise UsageError(f"{target} is there already: name another file, or move it away")
            _copy(ledger, target)
        finally:
            lock.release()
    return target


def _copy(ledger: Path, target: Path) -> None:
    aside = target.with_name(f".new-{target.name}")
    aside.unlink(missing_ok=True)
    try:
        with contextlib.closing(_snapshot(ledger, aside)) as copied:
            # A writer puts bytes before the record that needs them: what the snapshot names is there.
            source, into = CaptureStore.beside(ledger), CaptureStore.beside(target)
            for sha256 in _stored(copied):
                content = source.get(sha256)
                if content is not None:
                    into.put(sha256, content)
        _sync(aside)
        aside.replace(target)
        sync_folder(target.parent)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _snapshot(ledger: Path, aside: Path) -> sqlite3.Connection:
    """Return the copy, opened; one step, in one read transaction: a writer goes on meanwhile."""
    database = Database(ledger, write=False)
    into = sqlite3.connect(aside, isolation_level=None)
    try:
        schema.check(database)
        with database.session() as connection:
            held = connection.connection.driver_connection
            assert isinstance(held, sqlite3.Connection)
            held.backup(into)
        into.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        into.close()
        raise said_of_driver(error, aside) or error from error
    except BaseException:
        into.close()
        raise
    finally:
        database.close()
    return into


def _stored(copied: sqlite3.Connection) -> Iterator[str]:
    seen: set[str] = set()
    for (record,) in copied.execute("SELECT record FROM captures ORDER BY id, name"):
        sha256 = json.loads(record).get("sha256")
        if isinstance(sha256, str) and sha256 not in seen:
            seen.add(sha256)
            yield sha256


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
