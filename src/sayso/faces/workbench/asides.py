"""What takes longer than anybody waits, made beside the pages and kept while it holds.

A small ledger's is made while the page waits; a large one's in another process, and until it is there the
last one is shown, or that it is being worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from sayso.api import open_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.api import Ledger
    from sayso.model.profile import Profile
    from sayso.views.diff import Diff
    from sayso.views.mapping import Atlas
    from sayso.views.record import ClaimRecord

SMALL = 3_000
"""Statements of a ledger for which a page waits."""

KEPT = 40
"""So many results are kept, whatever they are of."""

PATIENCE = 0.05
"""Seconds that a page waits for what is being made."""

FIRST = 2.0
"""Seconds that the first page waits for the colours of the sides; until they are there, all are grey."""

Asked = tuple[str, tuple[str | None, ...]]

WORKS: dict[str, Callable[..., Any]] = {
    "atlas": lambda ledger, known_on: ledger.pages.atlas(known_on),
    "hues": lambda ledger: ledger.colour_numbers(),
    "diff": lambda ledger, since, until: ledger.diff(since, until),
    "record": lambda ledger, name: ledger.record(name),
}
"""What is made aside, by name; each changes with a weighing only."""


class Asides:
    """Results by what was asked; while the next one is made, the last one."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.made = 0
        """How many results were put by: with each, a page may show something else."""
        self._lock = Lock()
        self._kept: dict[Asked, tuple[int, Any]] = {}
        self._making: dict[Asked, tuple[int, Future[Any]]] = {}
        self._aside: ProcessPoolExecutor | None = None
        self._large = False

    def atlas(self, known_on: str | None) -> Atlas | None:
        """Return how all places stood, None while it is being made; raises UsageError for no day."""
        return cast("Atlas | None", self._get(("atlas", (known_on,))))

    def hues(self) -> dict[str, int]:
        """Return the number of each side's colour."""
        return cast("dict[str, int]", self._get(("hues", ()), FIRST) or {})

    def diff(self, since: str, until: str | None) -> Diff | None:
        """Return what is new between two days, None while it is being worked out; raises UsageError."""
        return cast("Diff | None", self._get(("diff", (since, until))))

    def record(self, name: str) -> ClaimRecord | None:
        """Return what became of a side's claims, None while it is being worked out; raises NotFound."""
        return cast("ClaimRecord | None", self._get(("record", (name,))))

    @property
    def small(self) -> bool:
        """Whether pages wait for what they show."""
        # A ledger only grows: what is large once need not be counted again.
        self._large = self._large or self.ledger.pages.counts().statements > SMALL
        return not self._large

    def close(self) -> None:
        """Let go of the process beside this one."""
        if self._aside is not None:
            for process in (self._aside._processes or {}).values():
                process.terminate()
            self._aside.shutdown(wait=False, cancel_futures=True)

    def _get(self, asked: Asked, patience: float = PATIENCE) -> Any:
        weighing = self.ledger.pages.weighing()
        kept = self._kept.get(asked)
        if kept and kept[0] == weighing:
            return kept[1]
        if self.small:
            work, told = asked
            return self._keep(asked, weighing, WORKS[work](self.ledger, *told))
        found = self._from_aside(asked, weighing, PATIENCE if kept or asked in self._making else patience)
        return found if found is not None else (kept[1] if kept else None)

    def _from_aside(self, asked: Asked, weighing: int, patience: float) -> Any:
        try:
            made, future = self._begun(asked, weighing)
            result = future.result(patience)
        except TimeoutError:
            return None
        except BrokenProcessPool:
            # The other process was ended, perhaps for want of memory: pages go on without it, a new one
            # is tried by the next page.
            with self._lock:
                self._aside = None
                self._making.clear()
            return None
        except Exception:
            with self._lock:
                self._making.pop(asked, None)
            raise
        with self._lock:
            self._making.pop(asked, None)
        return self._keep(asked, made, result)

    def _begun(self, asked: Asked, weighing: int) -> tuple[int, Future[Any]]:
        with self._lock:
            begun = self._making.get(asked)
            if begun is None:
                # Another process: in this one it would hold up every page for as long as it takes.
                if self._aside is None:
                    self._aside = ProcessPoolExecutor(1, get_context("spawn"))
                future = self._aside.submit(_work, self.ledger.path, self.ledger.profile, asked)
                begun = self._making[asked] = (weighing, future)
            return begun

    def _keep(self, asked: Asked, weighing: int, result: Any) -> Any:
        with self._lock:
            self.made += 1
            self._kept.pop(asked, None)
            self._kept[asked] = (weighing, result)
            while len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept)))
        return result


def _work(path: Path, profile: Profile, asked: Asked) -> Any:
    work, told = asked
    with open_ledger(path, profile) as ledger:
        return WORKS[work](ledger, *told)
