"""The watch's own door: what is due now, one source after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sayso.sources.network.session import Session
from sayso.sources.options import FetchOptions
from sayso.sources.watching.memory import Memory, load_memory, save_memory
from sayso.sources.watching.settings import Settings, Watched
from sayso.sources.watching.visiting import Visitor


class Watch:
    """Sources to look at, and what is known of them; `path` is the file that this is kept in."""

    def __init__(self, settings: Settings, memory: Memory, path: Path, options: FetchOptions) -> None:
        self.settings = settings
        self.memory = memory
        self._path = path
        self._options = options
        self._session = Session(options)

    def due(self, now: datetime) -> list[Watched]:
        """Return the sources that it is time to look at, in the order of the settings."""
        visitor = self.visitor(now)
        return [source for source in self.settings.sources if visitor.due(source)]

    def keep(self, now: datetime) -> None:
        """Write down what is known; raises OSError."""
        self.memory.forget(now)
        save_memory(self.memory, self._path)

    def close(self) -> None:
        """Let all connections go."""
        self._session.close()

    def visitor(self, now: datetime) -> Visitor:
        """Return a visitor for this moment."""
        return Visitor(self._session, self._options, self.memory, self.settings.recheck, now)


@contextmanager
def watching(settings: Settings, path: Path, options: FetchOptions) -> Iterator[Watch]:
    """Give a watch that goes on from what the file at `path` keeps."""
    watch = Watch(settings, load_memory(path), path, options)
    try:
        yield watch
    finally:
        watch.close()
