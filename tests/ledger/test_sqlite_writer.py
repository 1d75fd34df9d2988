"""A writer to whom bad things happen: full disks, kill -9, Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from sqlalchemy import event

from ledger import samples
from ledger.children import child, needs_fork
from sayso.ledger import inserts, open_view, open_writer, rows
from sayso.ledger.sqlite_writer import SqliteWriter
from sayso.model.errors import LedgerError, LedgerFull
from sayso.model.proposition import Proposition


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger"


@pytest.fixture
def writer(path: Path) -> Iterator[SqliteWriter]:
    with SqliteWriter(path) as writer:
        yield writer


def pages(writer: SqliteWriter, limit: int) -> None:
    """Let the file grow to so many pages only: SQLite then says what it says of a full disk."""
    with writer.writing.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={limit}")


def stored(path: Path) -> list[str]:
    return sorted(file.name for file in path.with_name("ledger.captures").rglob("*") if file.is_file())


# -- full disk


def test_a_full_disk_takes_nothing_of_an_article(writer: SqliteWriter, path: Path) -> None:
    writer.add(samples.record())
    before = (writer.counts(), list(writer.chain()), stored(path))
    pages(writer, 1)
    large = samples.record("large.txt", extra="\nThe lamps were counted again." * 5000)
    for _ in range(2):
        with pytest.raises(LedgerFull, match="disk is full"):
            writer.add(large)
    assert (writer.counts(), list(writer.chain()), stored(path)) == before
    assert writer.verify() == []
    pages(writer, 10**6)
    assert writer.add(large)
    assert writer.verify() == []


@pytest.mark.parametrize("limit", range(0, 40, 5))
def test_a_disk_that_fills_up_at_any_page(writer: SqliteWriter, limit: int) -> None:
    with writer.writing.engine.connect() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    pages(writer, now + limit)
    added = 0
    with contextlib.suppress(LedgerFull):
        for number in range(100):
            writer.add(samples.record(f"{number}.txt", extra="\nagain" * 500))
            added += 1
    assert added < 100
    assert writer.counts().articles == added == len(list(writer.chain()))
    assert writer.verify() == []


def test_a_full_disk_takes_no_weighing_half(writer: SqliteWriter) -> None:
    writer.weighed(samples.weighed())
    pages(writer, 1)
    with pytest.raises(LedgerFull):
        writer.weighed(samples.weighed("the tide " * 50_000))
    assert next(writer.questions()).answers[0].answer == "The Keepers"
    assert writer.verify() == []


def test_no_room_for_the_bytes(writer: SqliteWriter, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(LedgerFull, match="disk is full"):
            writer.add(samples.record())
    assert stored(path) == []
    assert writer.counts().articles == 0
    assert writer.add(samples.record())
    assert writer.verify() == []


def test_bytes_that_may_not_be_written(writer: SqliteWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: Any, **named: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/some/where")

    monkeypatch.setattr(os, "mkdir", refused)
    with pytest.raises(LedgerError, match="/some/where cannot be used: Permission denied"):
        writer.add(samples.record())


# -- kill -9


@needs_fork
@pytest.mark.parametrize("seed", range(10))
def test_killed_at_any_moment(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    heard = chance.choice([0, 0, 1, 2, 5, 9])
    delay = chance.uniform(0, 0.03)

    def write(tell: Callable[[str], None]) -> None:
        with open_writer(path) as writer:
            for number in range(1000):
                writer.add(samples.record(f"{number}.txt", extra=f"\n{number}" * 50))
                tell(f"{number}.txt")

    with child(write) as other:
        acknowledged = [other.line() for _ in range(heard)]
        time.sleep(delay)
        other.kill()
        acknowledged += other.rest()
    with open_writer(path) as writer:
        names = {article.name for article in writer.articles()}
        assert set(acknowledged) <= names
        assert len(names) <= len(acknowledged) + 1
        assert writer.verify() == []
        assert writer.add(samples.record("after.txt"))
    with open_view(path) as view:
        assert view.verify() == []
        assert view.counts().articles == len(names) + 1


# -- Ctrl-C


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (rows, "statement_columns"), (rows, "words_of"), (inserts, "put_entities"), (inserts, "seal"),
        (inserts, "next_number"), (inserts, "make_entry"),
    ],
)  # fmt: skip
def test_interrupted_between_rows(
    writer: SqliteWriter, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    def interrupt(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, name, interrupt)
        with pytest.raises(KeyboardInterrupt):
            writer.add(samples.record())
    assert writer.counts().articles == writer.counts().statements == 0
    assert list(writer.chain()) == []
    assert writer.add(samples.record())
    assert writer.verify() == []


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timers")
@pytest.mark.parametrize("seed", range(8))
# Python itself swallows an interrupt that comes while it tidies up, and says so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_interrupted_at_any_moment(writer: SqliteWriter, seed: int) -> None:
    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    writer.add(samples.record())
    record = samples.record("interrupted.txt", extra="\nonce more" * 200)
    former = signal.signal(signal.SIGALRM, interrupt)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            signal.setitimer(signal.ITIMER_REAL, random.Random(seed).uniform(0.0005, 0.04))
            writer.add(record)
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
    assert writer.verify() == []
    writer.add(record)
    assert not writer.add(record)
    assert writer.counts().articles == 2
    assert writer.verify() == []


# -- speed


@pytest.mark.parametrize("number", [1, 60])
def test_an_article_costs_a_fixed_number_of_queries(writer: SqliteWriter, number: int) -> None:
    writer.add(samples.record())
    lit = [f"Lamp {n} is lit." for n in range(number)]
    record = samples.record("many.txt", extra="\n" + " ".join(lit))
    many = tuple(samples.statement(record.article, evidence, Proposition("other")) for evidence in lit)
    asked: list[str] = []

    def count(connection: object, cursor: object, sql: str, *rest: object) -> None:
        asked.append(sql)

    for engine in (writer.writing.engine, writer.database.engine):
        event.listen(engine, "before_cursor_execute", count)
    assert writer.add(replace(record, statements=many))
    assert len(asked) <= 26, asked


# -- durability


def test_an_acknowledged_article_is_synced(writer: SqliteWriter) -> None:
    with writer.writing.session() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA trusted_schema").scalar_one() == 0
