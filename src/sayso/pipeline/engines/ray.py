"""A Ray cluster, by Ray Data (extra ``cluster``)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sayso.model.capture import Fetched
from sayso.model.errors import UsageError
from sayso.model.issue import Issue
from sayso.pipeline.engines.pool import jobs_of, sent
from sayso.pipeline.engines.step import Known, Outcome
from sayso.pipeline.engines.worker import Desk, Job, Recipe, attached

BLOCK = 2048
"""Captures that are given to the cluster at a time; results are written before the next are taken."""


class RayEngine:
    """Reads on a Ray cluster: the one that the environment names, or one started on this machine.

    Every worker has to reach the ledger's path, or reads known articles again, for nothing. The ledger is
    written by this process alone. A worker that dies is started anew by Ray, and its jobs are run again.
    """

    def __init__(self, recipe: Recipe, workers: int | None) -> None:
        self._recipe = recipe
        self._workers = workers
        self._data = _library()

    def outcomes(self, captures: Iterable[Fetched | Issue], known: Known) -> Iterator[Outcome | Issue]:
        """Yield what each capture brings, in order."""
        del known  # The workers look it up themselves.
        jobs = jobs_of(captures, self._recipe.profile)
        while block := list(islice(jobs, BLOCK)):
            yield from self._block(block)

    def _block(self, block: list[Job | Issue]) -> Iterator[Outcome | Issue]:
        rows = [{"n": n, "job": sent(job)} for n, job in enumerate(block) if isinstance(job, Job)]
        found: dict[int, list[Outcome | Issue]] = {}
        if rows:
            done = self._data.from_items(rows).map(
                _Worker,
                fn_constructor_args=(self._recipe,),
                compute=self._data.ActorPoolStrategy(size=self._workers)
                if self._workers
                else self._data.ActorPoolStrategy(min_size=1, max_size=len(rows)),
                num_cpus=1,
            )
            found = {row["n"]: row["found"].items for row in done.iter_rows()}
        for n, job in enumerate(block):
            if isinstance(job, Issue):
                yield job
            else:
                yield from (attached(one, job.fetched) for one in found[n])


@dataclass(frozen=True, slots=True)
class _Found:
    """What a job brought, as one value: a bare list would be taken for a column of many."""

    items: list[Outcome | Issue]


class _Worker:
    """One reader in the cluster."""

    def __init__(self, recipe: Recipe) -> None:
        self._desk = Desk(recipe)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        return {"n": row["n"], "found": _Found(self._desk.do(row["job"]))}


def _library() -> Any:
    try:
        import ray
        import ray.data
    except ImportError:
        raise UsageError('the engine "ray" needs the extra: pip install "sayso[cluster]"') from None
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False, logging_level=logging.ERROR)
    # The run has its own progress line and report; of Ray only errors are news.
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    return ray.data
