"""What a worker process is and does: its reader made ready once, then jobs."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.ledger import open_view
from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.model.capture import Capture, Fetched
from sayso.model.errors import LedgerError, NotFound
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.engines.step import Outcome, outcome_of, outcomes_of
from sayso.reading.reader import Reader


@dataclass(frozen=True, slots=True)
class Job:
    """A capture to be read; or, where its articles were taken out already, one of these."""

    fetched: Fetched
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a worker makes its reader, and where it looks up what is known; both cross to another process."""

    make_reader: Callable[[Profile], Reader]
    profile: Profile
    ledger: Path


class Desk:
    """One worker: its reader, and its own view of the ledger."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._reader = recipe.make_reader(recipe.profile)
        self._view: LedgerView | None = None

    def do(self, job: Job) -> list[Outcome | Issue]:
        """Return what the job brings; without the capture's bytes, which its sender has."""
        profile = self._recipe.profile
        if job.article is None:
            found = list(outcomes_of(job.fetched, self._reader, profile, self._known))
        else:
            found = [outcome_of(job.fetched, job.article, self._reader, self._known)]
        return [_lightened(one) for one in found]

    def _known(self, article: Article) -> bool:
        try:
            if self._view is None:
                self._view = open_view(self._recipe.ledger)
            return self._view.status(article.id) != "stub"
        except NotFound:
            return False
        except LedgerError:
            # The writer will find out whether it knows the article: reading it for nothing harms nobody.
            return False


_desk: list[Desk] = []


def start(recipe: Recipe) -> None:
    """Make this process a worker. Ctrl-C is for the process that gives the jobs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _desk[:] = [Desk(recipe)]


def work(job: Job) -> list[Outcome | Issue]:
    """Do a job in this process."""
    return _desk[0].do(job)


def attached(found: Outcome | Issue, fetched: Fetched) -> Outcome | Issue:
    """Return what a worker found, with the capture's bytes again."""
    if isinstance(found, Issue):
        return found
    record = None if found.record is None else replace(found.record, fetched=fetched)
    return Outcome(fetched, found.article, record)


def _lightened(found: Outcome | Issue) -> Outcome | Issue:
    if isinstance(found, Issue):
        return found
    record = None if found.record is None else replace(found.record, fetched=None)
    return Outcome(Fetched(_NO_CAPTURE, b""), found.article, record)


_NO_CAPTURE = Capture("", "", "", "", "", 0)
