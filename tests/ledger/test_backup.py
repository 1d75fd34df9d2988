"""A ledger copied while it is written to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger import samples
from ledger.children import child, needs_fork
from sayso.ledger import copy_ledger, open_view, open_writer
from sayso.ledger.captures import CaptureStore
from sayso.model.errors import LedgerBroken, LedgerFull, NotFound, UsageError


def _made(path: Path, many: int = 3) -> Path:
    with open_writer(path) as writer:
        for number in range(many):
            writer.add(samples.record(f"{number}.txt", extra=f"\n{number}"))
    return path


def _chain(path: Path) -> list[str]:
    with open_view(path) as view:
        assert view.verify() == []
        return [entry.hash for entry in view.chain()]


def test_a_copy_is_the_ledger_and_comes_back(tmp_path: Path) -> None:
    path = _made(tmp_path / "l.db")
    copy = copy_ledger(path, tmp_path / "new" / "b.db")
    assert _chain(copy) == _chain(path)
    assert not list(copy.parent.glob("*-wal"))
    back = copy_ledger(copy, tmp_path / "back.db")
    with open_writer(back) as writer:
        assert not writer.add(samples.record("0.txt", extra="\n0"))
        assert writer.add(samples.record("after.txt"))
    assert _chain(back)[:-1] == _chain(path)


def test_a_folder_gets_the_ledgers_name_and_nothing_is_written_over(tmp_path: Path) -> None:
    path = _made(tmp_path / "l.db")
    (tmp_path / "safe").mkdir()
    assert copy_ledger(path, tmp_path / "safe") == tmp_path / "safe" / "l.db"
    with pytest.raises(UsageError, match="there already"):
        copy_ledger(path, tmp_path / "safe")
    with pytest.raises(UsageError):
        copy_ledger(path, path)


@needs_fork
def test_a_writer_goes_on_and_the_copy_is_of_one_moment(tmp_path: Path) -> None:
    path = _made(tmp_path / "l.db")

    def write(tell: Callable[[str], None]) -> None:
        with open_writer(path) as writer:
            for number in range(400):
                writer.add(samples.record(f"more {number}.txt", extra=f"\n{number}"))
                tell(f"{number}")

    with child(write) as other:
        for number in range(8):
            told = int(other.line())
            chain = _chain(copy_ledger(path, tmp_path / f"b{number}.db"))
            assert len(chain) >= told + 4, "what was acknowledged before is in it"
        said = other.rest()
        os.waitpid(other.pid, 0)
    assert said[-1] == "399"
    assert _chain(path)[: len(chain)] == chain


def test_what_the_ledger_has_lost_is_named_in_its_copy_too(tmp_path: Path) -> None:
    path = _made(tmp_path / "l.db")
    gone = next(file for file in CaptureStore.beside(path).folder.rglob("*") if file.is_file())
    gone.unlink()
    with open_view(copy_ledger(path, tmp_path / "b.db")) as view:
        assert len(view.verify()) == 1


def test_a_full_disk_leaves_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _made(tmp_path / "l.db")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(LedgerFull):
            copy_ledger(path, tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()
    assert not list(tmp_path.glob(".new-*"))
    assert _chain(copy_ledger(path, tmp_path / "b.db")) == _chain(path)


def test_what_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        copy_ledger(tmp_path / "none.db", tmp_path / "b.db")
    (tmp_path / "x.db").write_text("no ledger")
    with pytest.raises(LedgerBroken):
        copy_ledger(tmp_path / "x.db", tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()
