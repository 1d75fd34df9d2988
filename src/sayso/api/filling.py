"""The part of the door for faces by which articles and hand-made records come in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sayso.api.door import Door
from sayso.pipeline.progress import Report, silent

# As in `door`: what a call needs is imported in it.
if TYPE_CHECKING:
    from sayso.pipeline.bring import ImportReport
    from sayso.pipeline.read import ReadReport
    from sayso.pipeline.watch import Watcher

T = TypeVar("T")


class Filling(Door):
    """How a `Ledger` is filled."""

    def read(
        self,
        targets: Sequence[str | Path],
        *,
        reader: str = "rules",
        reader_options: Mapping[str, str | None] | None = None,
        engine: str = "pool",
        workers: int | None = None,
        allow_private: bool = False,
        progress: Report = silent,
    ) -> ReadReport:
        """Read files, folders, URLs or ``-`` into the ledger; raises LedgerBusy, LedgerFull, UsageError.

        `reader` is ``rules``, ``learned``, ``both`` or ``llm``; `reader_options` is for the last of them:
        ``url``, ``model`` and what else docs/how-to/llm-reader.md names. `workers` processes read (None: one
        a processor); the outcome is the same for any number, and for the engine ``ray``. `allow_private`
        lets URLs lead to private and loopback addresses, too.
        """
        from sayso.pipeline.open import ready_engine
        from sayso.pipeline.read import read_into
        from sayso.sources import FetchOptions

        fetching = FetchOptions(allow_private=allow_private)
        names = [str(target) for target in targets]
        chosen = ready_engine(
            self.profile, progress, reader, self.path, workers, engine, reader_options or {}
        )
        return self._writing(
            lambda ledger: read_into(ledger, names, chosen, self.profile, fetching, progress)
        )

    @contextmanager
    def watching(
        self, settings: str | Path, *, reader: str = "rules", allow_private: bool = False
    ) -> Iterator[Watcher]:
        """Give a watcher of the sources that `settings` (TOML) names: its `run` reads what is new in them.

        Raises InputError where the settings do not hold; `run` raises LedgerFull, LedgerError.
        """
        from sayso.pipeline.open import ready_reader
        from sayso.pipeline.watching import watched

        chosen = ready_reader(self.profile, silent, reader)
        with watched(self.path, Path(settings), self.profile, chosen, allow_private=allow_private) as watcher:
            yield watcher

    def import_statements(self, path: str | Path) -> ImportReport:
        """Add hand-made statements (JSONL or CSV in GUIDE.md's fields); faulty rows become issues."""
        from sayso.pipeline.bring import import_into

        return self._writing(lambda ledger: import_into(ledger, Path(path), self.profile))
