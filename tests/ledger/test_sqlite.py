"""SQLite keeps the contract."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import samples
from ledger.children import needs_fork, told
from ledger.contract import Contract, Engine
from sayso.ledger import open_view, open_writer
from sayso.ledger.sqlite import Database
from sayso.model.errors import LedgerBusy, LedgerError


class TestSqlite(Contract):
    """The contract's tests on SQLite files."""

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls) -> Engine:
        return Engine(open_writer, open_view)


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that everybody may read (pytest's own are for their owner only)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_writer(folder / "ledger") as writer:
            writer.add(samples.record())
        for file in (folder, *folder.rglob("*")):
            file.chmod(0o755 if file.is_dir() else 0o644)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def read(path: Path) -> str:
    try:
        with open_view(path) as view:
            first = [s.id for s in view.statements()]
            second = [s.id for s in view.statements()]
            return f"{len(first)} {first == second} {view.verify()} {view.capture('lamps.txt') is not None}"
    except LedgerError as error:
        return f"{type(error).__name__}: {error}"


WELL = "3 True [] True"


@needs_fork
class TestWithoutPermission:
    """Reading with no right to write."""

    def test_a_folder_that_may_only_be_read(self, shared: Path) -> None:
        assert told(lambda: read(shared / "ledger")) == WELL
        assert sorted(file.name for file in shared.iterdir()) == ["ledger", "ledger.captures", "ledger.lock"]

    def test_while_a_writer_writes(self, shared: Path) -> None:
        shared.chmod(0o755)
        with open_writer(shared / "ledger") as writer:
            writer.note([samples.issue()])
            for name in ("ledger-wal", "ledger-shm"):
                (shared / name).chmod(0o644)
            shared.chmod(0o555)
            assert told(lambda: read(shared / "ledger")) == WELL

    def test_an_empty_log_is_no_hindrance(self, shared: Path) -> None:
        shared.chmod(0o755)
        (shared / "ledger-wal").touch()
        shared.chmod(0o555)
        assert told(lambda: read(shared / "ledger")) == WELL

    def test_a_log_that_cannot_be_read_in_is_not_passed_over(self, shared: Path) -> None:
        shared.chmod(0o755)
        (shared / "ledger-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(28))
        shared.chmod(0o555)
        said = told(lambda: read(shared / "ledger"))
        assert said.startswith("LedgerError: ")
        assert "ledger cannot be read or written here" in said

    def test_a_ledger_that_may_not_be_read(self, shared: Path) -> None:
        (shared / "ledger").chmod(0o600 if os.geteuid() == 0 else 0)
        said = told(lambda: read(shared / "ledger"))
        assert said.startswith("LedgerError: ")
        assert "ledger cannot be read or written here" in said

    def test_a_folder_that_may_not_be_entered(self, shared: Path) -> None:
        shared.chmod(0o700 if os.geteuid() == 0 else 0)
        assert told(lambda: read(shared / "ledger")).startswith("LedgerError: ")

    def test_writing_is_refused(self, shared: Path) -> None:
        def write() -> str:
            try:
                open_writer(shared / "ledger")
            except LedgerError as error:
                return f"{type(error).__name__}: {error}"
            return "opened"

        assert told(write) == f"LedgerError: {shared}/ledger.lock cannot be used: Permission denied"

    def test_a_frozen_ledger_that_thaws(self, shared: Path) -> None:
        # The view cannot know of a lock in a file that it may not touch: it looks at the file's date.
        database = Database(shared / "ledger", write=False)
        database.frozen = True
        with pytest.raises(LedgerBusy, match="was written while it was read"), database.session():
            os.utime(shared / "ledger", (0, 0))
        database.close()
