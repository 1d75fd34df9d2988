"""Reads the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.model.place import Place
from sayso.places.build import FORMAT, Progress, compile_gazetteer, gazetteer_file
from sayso.places.entries import Level

_COLUMNS = (
    "p.id, p.name, p.kind, p.lat, p.lon, p.country, p.within, p.names, p.side_a, p.side_b, p.on_border, "
    "p.size, p.weight, p.known"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `weight` ranks namesakes, `level` says how good the name is."""

    place: Place
    weight: float
    level: Level
    known: bool


class PlaceFile:
    """The compiled file, opened for reading only; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._file = sqlite3.connect(uri, uri=True, check_same_thread=False)
        if self._file.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            raise sqlite3.DatabaseError("no gazetteer of this version")
        self._file.execute("SELECT count(*) FROM place WHERE row < 3").fetchone()
        self.place = lru_cache(maxsize=65536)(self._place)
        self.named = lru_cache(maxsize=65536)(self._named)
        self.keys_in = lru_cache(maxsize=64)(self._keys_in)

    def _place(self, id_: str) -> Place | None:
        row = self._file.execute(f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?", (id_,)).fetchone()  # noqa: S608
        return _to_place(row) if row else None

    def _named(self, key: str) -> tuple[Candidate, ...]:
        """Return the places filed under a folded name, heaviest first."""
        rows = self._file.execute(
            f"SELECT {_COLUMNS}, n.level FROM name n JOIN place p ON p.row = n.row WHERE n.key = ? "  # noqa: S608
            "ORDER BY p.weight DESC, p.id",
            (key,),
        )
        return tuple(Candidate(_to_place(r), r[12], Level(r[14]), bool(r[13])) for r in rows)

    def _keys_in(self, country: str, floor: float) -> tuple[str, ...]:
        """Return the well-chosen folded names of a country's places of at least weight `floor`."""
        rows = self._file.execute(
            "SELECT DISTINCT n.key FROM place p JOIN name n ON n.row = p.row "
            "WHERE p.country = ? AND p.weight >= ? AND n.level > 0 AND length(n.key) > 4 ORDER BY n.key",
            (country, floor),
        )
        return tuple(r[0] for r in rows)

    def sounding_like(self, bones: str) -> tuple[str, ...]:
        """Return the folded names of well-known places with these consonants."""
        rows = self._file.execute("SELECT key FROM sound WHERE bones = ? ORDER BY key", (bones,))
        return tuple(r[0] for r in rows)

    def neighbours(self, country: str) -> tuple[str, ...]:
        """Return the codes of the countries that border on one, sorted."""
        rows = self._file.execute(
            "SELECT side_a, side_b FROM place WHERE id GLOB 'border-*' AND ? IN (side_a, side_b)",
            (country,),
        )
        return tuple(sorted({side for row in rows for side in row} - {country}))

    def in_box(self, south: float, north: float, west: float, east: float) -> Sequence[Place]:
        """Return the places with a point in the box (degrees), by id."""
        rows = self._file.execute(
            f"SELECT {_COLUMNS} FROM place p WHERE p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ? "  # noqa: S608
            "ORDER BY p.id",
            (south, north, west, east),
        )
        return [_to_place(r) for r in rows]


def open_places(progress: Progress | None = None) -> PlaceFile:
    """Return the compiled gazetteer, made first where it is missing or broken.

    Raises:
        UsageError: it has to be made and the cache folder cannot be written.
    """
    path = gazetteer_file()
    try:
        return PlaceFile(path)
    except sqlite3.Error:
        compile_gazetteer(path, progress)
        return PlaceFile(path)


def _to_place(row: Sequence[Any]) -> Place:
    return Place(
        id=row[0],
        name=row[1],
        kind=row[2],
        lat=row[3],
        lon=row[4],
        country=row[5],
        within=tuple(row[6].split("\n")) if row[6] else (),
        names=tuple(row[7].split("\n")) if row[7] else (),
        between=(row[8], row[9]) if row[8] else None,
        on=row[10],
        size=row[11],
    )
