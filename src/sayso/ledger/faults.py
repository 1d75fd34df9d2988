"""The errors of the driver and of the system, said in the ledger's own words."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from sayso.model.errors import LedgerBroken, LedgerBusy, LedgerError, LedgerFull

_FULL_DISK = (errno.ENOSPC, errno.EDQUOT)
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_OUT_OF_REACH = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
)


@contextlib.contextmanager
def saying(path: Path) -> Iterator[None]:
    """Turn what the driver and the system raise about the ledger at `path` into the ledger's errors."""
    try:
        yield
    except DBAPIError as error:
        said = said_of_driver(error.orig, path)
        if said is None:
            raise
        raise said from error
    except OSError as error:
        raise said_of_system(error, path) from error


def primary_code(error: BaseException | None) -> int:
    """Return SQLite's primary result code of a driver's error, 0 where it has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def said_of_driver(error: BaseException | None, path: Path) -> LedgerError | None:
    """Return the ledger's error for one of SQLite, None for a slip of our own in calling the driver."""
    code = primary_code(error)
    if not code and not isinstance(error, sqlite3.OperationalError):
        return None
    if code == sqlite3.SQLITE_FULL:
        return LedgerFull(f"the disk is full: {path}")
    if code in _IN_USE:
        return LedgerBusy(f"{path} is in use by another program ({error})")
    if code in _OUT_OF_REACH:
        return LedgerError(f"{path} cannot be read or written here: {error}")
    if code == sqlite3.SQLITE_NOTADB:
        return LedgerBroken(f"{path} is not a Sayso ledger (nor any SQLite file)")
    return LedgerBroken(f"{path} is damaged: {error}")


def said_of_system(error: OSError, path: Path) -> LedgerError:
    """Return the ledger's error for one of the operating system."""
    if error.errno in _FULL_DISK:
        return LedgerFull(f"the disk is full: {path}")
    return LedgerError(f"{error.filename or path} cannot be used: {error.strerror or error}")
