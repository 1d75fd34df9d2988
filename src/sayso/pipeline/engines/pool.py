"""Several processes of this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from sayso.articles import articles_of
from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.engines.step import Engine, Known, Outcome
from sayso.pipeline.engines.worker import Job, Recipe, attached, start, work

FEW = 16
"""So many captures are read in this process first: for a handful, others cost more than they save."""
_ROWS = frozenset({"application/json", "application/x-ndjson"})
_AHEAD = 4
"""Jobs given out ahead, a worker: enough that none waits, few enough that memory stays flat."""

Waiting = tuple[Job, "Future[list[Outcome | Issue]]"]


class PoolEngine:
    """Reads in `workers` processes beside this one, which only collects and writes.

    A worker that dies takes no article along but, at worst, the one that kills it: its job is done by
    itself, and becomes an issue where it ends two more workers.
    """

    def __init__(self, here: Engine, recipe: Recipe, workers: int, few: int = FEW) -> None:
        self._here = here
        self._recipe = recipe
        self._workers = workers
        self._few = few
        self._pool: ProcessPoolExecutor | None = None

    def outcomes(self, captures: Iterable[Fetched | Issue], known: Known) -> Iterator[Outcome | Issue]:
        """Yield what each capture brings, in order."""
        coming = iter(captures)
        yield from self._here.outcomes(islice(coming, self._few), known)
        try:
            yield from self._given_out(jobs_of(coming, self._recipe.profile))
        finally:
            self._close()

    def _given_out(self, jobs: Iterator[Job | Issue]) -> Iterator[Outcome | Issue]:
        waiting: deque[Waiting | Issue] = deque()
        for job in jobs:
            waiting.append(job if isinstance(job, Issue) else (job, self._give(job)))
            if len(waiting) >= self._workers * _AHEAD:
                yield from self._taken(waiting)
        while waiting:
            yield from self._taken(waiting)

    def _taken(self, waiting: deque[Waiting | Issue]) -> Iterator[Outcome | Issue]:
        """Yield what the job that was given out first has brought."""
        head = waiting.popleft()
        if isinstance(head, Issue):
            yield head
            return
        job, future = head
        try:
            found = future.result()
        except BrokenProcessPool:
            found = self._alone(job)
            again = [one if isinstance(one, Issue) else (one[0], self._give(one[0])) for one in waiting]
            waiting.clear()
            waiting.extend(again)
        yield from (attached(one, job.fetched) for one in found)

    def _alone(self, job: Job) -> list[Outcome | Issue]:
        """Do a job whose pool broke by itself: it may not have been the one to blame, so twice if need be."""
        for _ in range(2):
            self._close()
            try:
                return self._give(job).result()
            except BrokenProcessPool:
                continue
        self._close()
        name = job.article.name if job.article else job.fetched.capture.name
        message = "Reading it ended the program that reads, twice; nothing was taken from it."
        return [Issue("reading", "worker-died", message, name)]

    def _give(self, job: Job) -> Future[list[Outcome | Issue]]:
        try:
            return self._open().submit(work, sent(job))
        except BrokenProcessPool:
            self._close()
            return self._open().submit(work, sent(job))

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not by fork: a copy of this process would share its threads' locks and the ledger's handles.
            self._pool = ProcessPoolExecutor(self._workers, get_context("spawn"), start, (self._recipe,))
        return self._pool

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def sent(job: Job) -> Job:
    """Return a job as it crosses to a worker: the bytes stay here where the article was taken out already."""
    return job if job.article is None else Job(Fetched(job.fetched.capture, b""), job.article)


def jobs_of(captures: Iterable[Fetched | Issue], profile: Profile) -> Iterator[Job | Issue]:
    """Yield a job a capture; of files of rows, whose articles are soon taken out, one an article."""
    for capture in captures:
        if isinstance(capture, Issue):
            yield capture
        elif capture.capture.media not in _ROWS:
            yield Job(capture)
        else:
            for article in articles_of(capture, known=profile.sources):
                yield article if isinstance(article, Issue) else Job(capture, article)
