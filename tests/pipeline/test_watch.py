from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from sayso.ledger import open_view, open_writer
from sayso.ledger.interface import LedgerWriter
from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.errors import LedgerBusy
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.health import Health
from sayso.pipeline.watch import Watcher
from sayso.reading.reader import Reading
from sayso.sources.options import FetchOptions
from sayso.sources.watching.memory import load_memory
from sayso.sources.watching.settings import Settings, Watched
from sayso.sources.watching.watch import Watch

START = datetime(2031, 5, 5, 10, tzinfo=UTC)
TEXT = "The mayor said that the bridge is open.\n\nThe council said on Monday that it would stay so.\n"


class Hush:
    """A reader that finds nothing, and stops the run where it is told to."""

    name = "hush"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.stumbles_at: str | None = None

    def read(self, article: Article) -> Reading:
        if article.name == self.stumbles_at:
            raise KeyboardInterrupt
        return Reading(Analysis(article.id, None), (), ())


class Desk:
    def __init__(self, folder: Path) -> None:
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.ledger = folder / "w.db"
        self.memory = folder / "w.db.watch.json"
        self.now = START
        self.reader = Hush()
        self.busy = False
        self.told: list[str] = []

    @contextmanager
    def _writer(self) -> Iterator[LedgerWriter]:
        if self.busy:
            raise LedgerBusy("held")
        with open_writer(self.ledger) as writer:
            yield writer

    def watcher(self) -> Watcher:
        """A watcher as a fresh process would make it."""
        settings = Settings(
            (Watched("inbox", "folder", str(self.inbox), timedelta(minutes=5)),), (), timedelta()
        )
        watch = Watch(settings, load_memory(self.memory), self.memory, FetchOptions())
        made = Watcher(
            watch, self._writer, InlineEngine(self.reader, Profile()), Profile(), Health("now"), Event()
        )
        made.clock = lambda: self.now
        made.log = lambda event, figures: self.told.append(event)
        return made

    def names(self) -> list[str]:
        with open_view(self.ledger) as view:
            return [article.name for article in view.articles()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_new_files_come_in_round_by_round(desk: Desk) -> None:
    watcher = desk.watcher()
    (desk.inbox / "a.txt").write_text(TEXT)
    watcher.run(once=True)
    (desk.inbox / "b.txt").write_text(TEXT + "So it did.")
    watcher.run(once=True)
    assert desk.names() == ["a.txt"], "not due yet"
    desk.now += timedelta(minutes=6)
    watcher.run(once=True)
    assert desk.names() == ["a.txt", "b.txt"]
    assert (watcher.health.rounds, watcher.health.articles, watcher.health.known) == (2, 2, 0)
    assert watcher.health.sources["inbox"].articles == 2
    assert watcher.health.well


def test_a_new_process_goes_on_from_there(desk: Desk) -> None:
    (desk.inbox / "a.txt").write_text(TEXT)
    desk.watcher().run(once=True)
    desk.now += timedelta(minutes=6)
    again = desk.watcher()
    again.run(once=True)
    assert (again.health.articles, again.health.known) == (0, 0)
    desk.memory.unlink()
    forgetful = desk.watcher()
    forgetful.run(once=True)
    assert (forgetful.health.articles, forgetful.health.known) == (0, 1), "the ledger knows it"


def test_an_interrupted_article_comes_in_next_time(desk: Desk) -> None:
    for name in "abc":
        (desk.inbox / f"{name}.txt").write_text(TEXT + name)
    desk.reader.stumbles_at = "b.txt"
    watcher = desk.watcher()
    watcher.run()
    assert watcher.stop.is_set()
    assert desk.names() == ["a.txt"]
    desk.reader.stumbles_at = None
    desk.watcher().run(once=True)
    assert desk.names() == ["a.txt", "b.txt", "c.txt"]


def test_a_stop_lets_the_article_in_hand_come_in(desk: Desk) -> None:
    for name in "abc":
        (desk.inbox / f"{name}.txt").write_text(TEXT + name)
    watcher = desk.watcher()
    watcher.progress = lambda at: watcher.stop.set() if at.item == "b.txt" else None
    watcher.run()
    assert desk.names() == ["a.txt", "b.txt"]
    desk.now += timedelta(minutes=6)
    desk.watcher().run(once=True)
    assert desk.names() == ["a.txt", "b.txt", "c.txt"]


def test_a_held_ledger_makes_the_source_wait(desk: Desk) -> None:
    (desk.inbox / "a.txt").write_text(TEXT)
    desk.busy = True
    watcher = desk.watcher()
    assert watcher.round()
    assert not watcher.health.well
    assert desk.told == ["ledger-busy"]
    desk.busy = False
    assert not watcher.round()
    assert watcher.health.well
    assert desk.names() == ["a.txt"]


def test_a_page_that_changed_is_a_version_and_the_former_one_stays(desk: Desk) -> None:
    (desk.inbox / "a.txt").write_text(TEXT)
    desk.watcher().run(once=True)
    (desk.inbox / "a.txt").write_text(TEXT.replace("open", "shut"))
    desk.now += timedelta(minutes=6)
    desk.watcher().run(once=True)
    assert desk.names() == ["a.txt", "a.txt"]


def test_issues_are_told(desk: Desk) -> None:
    (desk.inbox / "a.txt").write_bytes(b"")
    desk.watcher().run(once=True)
    assert desk.told == ["source", "issue"]
