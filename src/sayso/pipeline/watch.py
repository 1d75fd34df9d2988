"""A watch: look at what is due, read what is new, weigh, wait, and stop when told to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

from sayso.ledger.interface import LedgerWriter
from sayso.model.capture import Fetched
from sayso.model.errors import LedgerBusy
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.engines.step import Engine
from sayso.pipeline.health import Health, SourceHealth
from sayso.pipeline.progress import Progress, Report, silent
from sayso.pipeline.read import ReadReport, take_in
from sayso.sources.watching.settings import Watched
from sayso.sources.watching.watch import Watch

PAUSE = timedelta(seconds=1)
"""How often a watch looks whether something is due."""

Log = Callable[[str, dict[str, Any]], None]
"""Told of what happens: a stable word for the event, and its figures."""


def _unlogged(event: str, figures: dict[str, Any]) -> None:
    del event, figures


@dataclass(slots=True)
class Watcher:
    """Runs rounds over a watch. The ledger is opened for each source's turn and let go after it.

    So people can judge and re-weigh while a watch runs; where another writer has the ledger, the turn waits.
    """

    watch: Watch
    open_writer: Callable[[], AbstractContextManager[LedgerWriter]]
    engine: Engine
    profile: Profile
    health: Health
    stop: Event
    log: Log = _unlogged
    progress: Report = silent
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def run(self, *, once: bool = False) -> None:
        """Go round until `stop` is set; with `once`, until nothing is due any more.

        What was read stays read whenever it ends: each article is one transaction, and what is known of the
        sources is written down after each source.
        """
        while not self.stop.is_set():
            busy = self.round()
            if once and not busy:
                return
            if busy or not once:
                self.stop.wait(PAUSE.total_seconds())

    def round(self) -> bool:
        """Visit all that is due; tell whether a source is left waiting for the ledger."""
        due = self.watch.due(self.clock())
        waiting = False
        for source in due:
            if self.stop.is_set():
                break
            waiting |= not self._turn(source)
        if due:
            self.health.rounds += 1
            self.health.last_round = self.clock().isoformat(timespec="seconds")
        return waiting

    def _turn(self, source: Watched) -> bool:
        """Read what is new in one source; False where another writer has the ledger."""
        now = self.clock()
        try:
            with self.open_writer() as ledger:
                found = self._until_stopped(self.watch.visitor(now).visit(source))
                report = take_in(ledger, found, self.engine, self.profile, self.progress)
        except LedgerBusy:
            self.health.waiting_for_ledger = 1
            self.log("ledger-busy", {"source": source.name})
            return False
        self.health.waiting_for_ledger = 0
        if report.interrupted:
            # The page in hand is not in the ledger: what is known of it must not be kept.
            self.stop.set()
        else:
            self.watch.keep(now)
        self._count(source, report)
        return True

    def _until_stopped(self, found: Iterable[Fetched | Issue]) -> Iterator[Fetched | Issue]:
        for one in found:
            yield one
            self.progress(Progress("watching", "", self.health.articles))
            if self.stop.is_set():
                return

    def _count(self, source: Watched, report: ReadReport) -> None:
        health = self.health
        health.articles += report.read + report.stored
        health.known += report.known
        health.statements += report.statements
        health.issues += len(report.issues)
        visit = self.watch.memory.sources[source.name]
        known = health.sources.setdefault(source.name, SourceHealth())
        known.looked_at, known.failures = visit.last, visit.failures
        known.articles += report.read + report.stored
        figures = {"source": source.name, "read": report.read, "stored": report.stored, "known": report.known}
        self.log("source", {**figures, "statements": report.statements, "failures": visit.failures})
        for issue in report.issues:
            if issue.severity != "note":
                self.log("issue", {"source": issue.source, "code": issue.code, "message": issue.message})
