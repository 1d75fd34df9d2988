"""One writer at a time, across processes, whatever becomes of them."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.children import child, needs_fork
from sayso.ledger import lock as module
from sayso.ledger import open_writer
from sayso.ledger.lock import WriterLock
from sayso.model.errors import LedgerBusy


def test_a_second_lock_is_refused_and_names_the_first(tmp_path: Path) -> None:
    first = WriterLock(tmp_path / "my.ledger")
    with pytest.raises(LedgerBusy, match=rf"process {os.getpid()}\) holds .*my\.ledger$"):
        WriterLock(tmp_path / "my.ledger")
    assert first.held
    first.release()
    first.release()
    assert not first.held
    WriterLock(tmp_path / "my.ledger").release()


def test_what_an_old_lock_file_says_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "ledger.lock").write_text("4194304 and a long story besides\n")
    held = WriterLock(tmp_path / "ledger")
    with pytest.raises(LedgerBusy, match=rf"process {os.getpid()}\)"):
        WriterLock(tmp_path / "ledger")
    held.release()
    assert (tmp_path / "ledger.lock").read_text() == ""


def test_a_lock_that_cannot_be_had_at_all_is_no_busy_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(handle: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(module, "_lock", none_left)
    with pytest.raises(OSError, match="no locks"):
        WriterLock(tmp_path / "ledger")


@needs_fork
def test_the_other_writer_is_another_process(tmp_path: Path) -> None:
    path = tmp_path / "ledger"

    def write(tell: Callable[[str], None]) -> None:
        with open_writer(path):
            tell("open")
            time.sleep(60)

    with child(write) as other:
        assert other.line() == "open"
        with pytest.raises(LedgerBusy, match=rf"process {other.pid}\)"):
            open_writer(path)
        other.kill()
        open_writer(path).close()


@needs_fork
def test_a_worker_that_outlives_its_writer_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger"

    def write(tell: Callable[[str], None]) -> None:
        with open_writer(path):
            worker = os.fork()
            if worker:
                tell(str(worker))
            time.sleep(60)

    with child(write) as other:
        worker = int(other.line())
        other.kill()
        try:
            open_writer(path).close()
        finally:
            os.kill(worker, 9)


@needs_fork
def test_a_worker_cannot_write_and_does_not_unlock(tmp_path: Path) -> None:
    with open_writer(tmp_path / "ledger") as writer:

        def work(tell: Callable[[str], None]) -> None:
            try:
                writer.note([])
            except Exception as error:
                tell(str(error))

        with child(work) as worker:
            assert "belongs to another process" in worker.line()
            os.waitpid(worker.pid, 0)
        with pytest.raises(LedgerBusy):
            open_writer(tmp_path / "ledger")
