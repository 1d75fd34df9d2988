"""One writer at a time, across processes."""

from __future__ import annotations

import errno
import os
import sys
import weakref
from pathlib import Path

from sayso.model.errors import LedgerBusy

_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


class WriterLock:
    """A lock on ``NAME.lock`` beside the ledger; the system lets go of it when its process ends, however.

    Raises:
        LedgerBusy: another writer holds it; the text names its process.
        OSError: the file cannot be made or written.
    """

    def __init__(self, ledger: Path) -> None:
        path = ledger.with_name(ledger.name + ".lock")
        self.handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            self._take(ledger)
        except BaseException:
            os.close(self.handle)
            self.handle = None
            raise
        _held.add(self)

    @property
    def held(self) -> bool:
        """Tell whether this process still holds the lock."""
        return self.handle is not None

    def release(self) -> None:
        """Let go of the lock; the file stays, for removing it would let two writers in."""
        if self.handle is not None:
            os.ftruncate(self.handle, 0)
            self.forget()

    def forget(self) -> None:
        """Close this process's handle only: where a fork copied it, its other owner keeps the lock."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None

    def _take(self, ledger: Path) -> None:
        assert self.handle is not None
        try:
            _lock(self.handle)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            os.lseek(self.handle, 0, os.SEEK_SET)
            holder = os.read(self.handle, 32).decode("ascii", "replace").strip() or "unknown"
            raise LedgerBusy(f"another writer (process {holder}) holds {ledger}") from None
        os.ftruncate(self.handle, 0)
        os.lseek(self.handle, 0, os.SEEK_SET)
        os.write(self.handle, f"{os.getpid()}\n".encode("ascii"))


_held: weakref.WeakSet[WriterLock] = weakref.WeakSet()


def _after_fork() -> None:
    # A worker process that outlives a killed writer would hold the lock with the handle it inherited.
    for lock in list(_held):
        lock.forget()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        # Windows also forbids others to read a locked byte: lock one far behind the process number.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    os.register_at_fork(after_in_child=_after_fork)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
