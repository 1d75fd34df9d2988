"""The store: one writer, many readers, an append-only audit chain.

`open_writer`, `open_view` and `copy_ledger` are the doors; `interface` says what they promise,
whatever the engine. SQLAlchemy and Alembic stay inside this room (docs/decisions/0003).
"""

from __future__ import annotations

from pathlib import Path

from sayso.ledger.interface import LedgerWriter, PagedView


def open_writer(path: Path) -> LedgerWriter:
    """Open the ledger at `path` for writing, making it if it is not there.

    Raises:
        LedgerBusy: another writer holds it; the text names its process.
        LedgerBroken: the file is not a ledger of this or an earlier version; it is left as it was.
        LedgerFull, LedgerError: the disk is full; the file or its folder may not be written.
    """
    from sayso.ledger.sqlite_writer import SqliteWriter

    return SqliteWriter(path)


def copy_ledger(ledger: Path, to: Path) -> Path:
    """Copy a ledger as it stands at this moment, with its stored bytes; see `backup.copy_ledger`."""
    from sayso.ledger import backup

    return backup.copy_ledger(ledger, to)


def open_view(path: Path) -> PagedView:
    """Open the ledger at `path` for reading; a writer may go on writing meanwhile.

    Raises:
        NotFound: there is no file at `path`.
        LedgerBroken: the file is not a ledger, or one of another version.
        LedgerError: the file may not be read.
    """
    from sayso.ledger.sqlite_view import SqliteView

    return SqliteView(path)
