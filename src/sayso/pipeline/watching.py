"""A watch made ready: settings, memory, limits of fetching."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from sayso.ledger import open_writer
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.health import Health
from sayso.pipeline.watch import Watcher
from sayso.reading.reader import Reader
from sayso.sources import FetchOptions
from sayso.sources.watching.settings import load_settings
from sayso.sources.watching.watch import watching


@contextmanager
def watched(
    ledger: Path, settings: Path, profile: Profile, reader: Reader, *, allow_private: bool
) -> Iterator[Watcher]:
    """Give a watcher of the sources that the settings file names, for the ledger at that path.

    What is known of the sources lies in ``NAME.watch.json`` beside the ledger.

    Raises:
        InputError: the settings do not hold.
    """
    chosen = load_settings(settings)
    fetching = FetchOptions(allow_private=allow_private, pause_seconds=chosen.pause.total_seconds())
    memory = ledger.with_name(ledger.name + ".watch.json")
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with watching(chosen, memory, fetching) as watch:
        yield Watcher(
            watch,
            lambda: open_writer(ledger),
            InlineEngine(reader, profile),
            profile,
            Health(started),
            Event(),
        )
