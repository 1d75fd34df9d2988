"""Atlases kept while they hold, and made aside: a large ledger's takes longer than anybody waits."""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING

from sayso.api import open_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.api import Ledger
    from sayso.model.profile import Profile
    from sayso.views.mapping import Atlas

SMALL = 3_000
"""Statements of a ledger whose atlas is made while the page waits."""

KEPT = 6
"""So many days of knowledge are kept."""

PATIENCE = 0.05
"""Seconds that a page waits for an atlas that is being made."""


class Atlases:
    """The atlas of a ledger by day of knowledge; while the next one is made, the last one."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = Lock()
        self._made: dict[str | None, tuple[int, Atlas]] = {}
        self._making: dict[str | None, tuple[int, Future[Atlas]]] = {}
        self._aside: ProcessPoolExecutor | None = None

    def get(self, known_on: str | None) -> Atlas | None:
        """Return the newest atlas that there is, None while the first one is being made.

        Raises UsageError where `known_on` is no day.
        """
        pages = self.ledger.pages
        weighing = pages.weighing()
        kept = self._made.get(known_on)
        if kept and kept[0] == weighing:
            return kept[1]
        if pages.counts().statements <= SMALL:
            return self._keep(known_on, weighing, pages.atlas(known_on))
        return self._from_aside(known_on, weighing) or (kept[1] if kept else None)

    def close(self) -> None:
        """Let go of the process beside this one."""
        if self._aside is not None:
            for process in (self._aside._processes or {}).values():
                process.terminate()
            self._aside.shutdown(wait=False, cancel_futures=True)

    def _from_aside(self, known_on: str | None, weighing: int) -> Atlas | None:
        with self._lock:
            begun = self._making.get(known_on)
            if begun is None:
                # Another process: in this one it would hold up every page for as long as it takes.
                if self._aside is None:
                    self._aside = ProcessPoolExecutor(1, get_context("spawn"))
                future = self._aside.submit(_atlas, self.ledger.path, self.ledger.profile, known_on)
                begun = self._making[known_on] = (weighing, future)
        made, future = begun
        try:
            atlas = future.result(PATIENCE)
        except TimeoutError:
            return None
        except Exception:
            with self._lock:
                self._making.pop(known_on, None)
            raise
        with self._lock:
            self._making.pop(known_on, None)
        return self._keep(known_on, made, atlas)

    def _keep(self, known_on: str | None, weighing: int, atlas: Atlas) -> Atlas:
        with self._lock:
            self._made.pop(known_on, None)
            self._made[known_on] = (weighing, atlas)
            while len(self._made) > KEPT:
                self._made.pop(next(iter(self._made)))
        return atlas


def _atlas(path: Path, profile: Profile, known_on: str | None) -> Atlas:
    with open_ledger(path, profile) as ledger:
        return ledger.pages.atlas(known_on)
