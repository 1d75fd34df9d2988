"""Compiles the gazetteer into one read-only SQLite file in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.model.errors import UsageError
from sayso.places import geonames, iso
from sayso.places.cache import cache_folder
from sayso.places.drafting import draft
from sayso.places.entries import Entry
from sayso.places.spelling import skeleton
from sayso.places.supplement.loader import fingerprint, load_supplement

Progress = Callable[[int, int], None]
"""Called with the steps done and the steps in all."""

FORMAT = 6
"""Raised by one with every change of the file's shape or of how it is put together."""
STEPS = 200_000
_SEPARATOR = "\n"
_SCHEMA = """
CREATE TABLE place (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL,
  lon REAL, country TEXT, within TEXT NOT NULL, names TEXT NOT NULL, side_a TEXT, side_b TEXT, on_border TEXT,
  size INTEGER NOT NULL, weight REAL NOT NULL, known INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, row INTEGER NOT NULL, level INTEGER NOT NULL, PRIMARY KEY (key, row))
  WITHOUT ROWID;
CREATE TABLE sound (bones TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (bones, key)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX place_country ON place (country);
CREATE INDEX place_lat ON place (lat);
CREATE INDEX name_row ON name (row);
"""
_HEARABLE = 40_000.0
"""The weight from which a place can be found by its sound alone, with no country to look in."""


def gazetteer_file() -> Path:
    """Return where this version's file is or will be; its name changes with all that goes into it."""
    mark = f"{FORMAT}-{geonames.data_version()}-{iso.data_version()}-{fingerprint()}"
    return cache_folder() / f"gazetteer-{mark}.sqlite"


def compile_gazetteer(target: Path, progress: Progress | None = None) -> None:
    """Write the gazetteer to `target`, whole or not at all.

    Raises:
        UsageError: the folder cannot be written; the text names it and ``SAYSO_CACHE``.
    """
    tell = progress or (lambda _done, _total: None)
    with _whole_or_not(target) as part:
        entries = draft(load_supplement(), lambda done: tell(min(done, STEPS // 2), STEPS))
        with contextlib.closing(sqlite3.connect(part)) as file:
            file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            for done in _write(file, entries):
                tell(STEPS // 2 + done * (STEPS // 2) // len(entries), STEPS)
            file.executescript(_INDEXES)
            file.execute(f"PRAGMA user_version = {FORMAT}")
            file.commit()
    tell(STEPS, STEPS)


@contextlib.contextmanager
def _whole_or_not(target: Path) -> Iterator[str]:
    """Give a file to write that takes the place of `target` only once all is written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=".gazetteer-", suffix=".part", dir=target.parent)
        os.close(handle)
        Path(part).chmod(0o644)
    except OSError as error:
        raise UsageError(
            f"cannot write to {target.parent} ({error}); set SAYSO_CACHE to another folder"
        ) from None
    try:
        yield part
        Path(part).replace(target)
    except (OSError, sqlite3.Error) as error:
        raise UsageError(f"cannot write {target} ({error}); set SAYSO_CACHE to another folder") from None
    finally:
        Path(part).unlink(missing_ok=True)


def _write(file: sqlite3.Connection, entries: list[Entry]) -> Iterator[int]:
    for row, entry in enumerate(entries, 1):
        place = entry.place
        sides = place.between or (None, None)
        file.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row, place.id, place.name, place.kind, place.lat, place.lon, place.country,
             _SEPARATOR.join(place.within), _SEPARATOR.join(place.names), *sides, place.on, place.size,
             entry.weight, entry.known),
        )  # fmt: skip
        file.executemany(
            "INSERT INTO name VALUES (?, ?, ?)", [(k, row, int(m)) for k, m in sorted(entry.keys.items())]
        )
        if entry.weight >= _HEARABLE:
            heard = sorted(
                (bones, k)
                for k, level in entry.keys.items()
                if level and len(k) > 4 and (bones := skeleton(k))
            )
            file.executemany("INSERT OR IGNORE INTO sound VALUES (?, ?)", heard)
        if row % 5_000 == 0:
            yield row
