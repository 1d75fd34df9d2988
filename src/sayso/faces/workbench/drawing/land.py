"""The ground of a map as paths: land, borders, the disputed ones apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.api import border_lines, ground_within
from sayso.faces.workbench.drawing.worldmap import Frame


@dataclass(frozen=True, slots=True)
class Land:
    """Paths, in words which disputes are in the picture, and names of countries with a point of it."""

    land: tuple[str, ...]
    borders: tuple[str, ...]
    disputed: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[tuple[str, float, float], ...]


@lru_cache(maxsize=64)
def land_in(frame: Frame) -> Land:
    """Return the ground of a frame."""
    west, south, east, north = frame.box
    margin = (east - west) * 0.02
    ground = ground_within((west - margin, south - margin, east + margin, north + margin), frame.tolerance)
    return Land(
        land=tuple(frame.path(ring, closed=True) for ring in ground.land),
        borders=tuple(frame.path(border.line) for border in ground.borders if not border.disputed),
        disputed=tuple(frame.path(border.line) for border in ground.borders if border.disputed),
        words=tuple(sorted({border.disputed for border in ground.borders if border.disputed})),
        names=tuple((name, *frame.at(lon, lat)) for name, lon, lat in ground.names),
    )


@lru_cache(maxsize=256)
def border_paths(frame: Frame, between: tuple[str, str]) -> tuple[str, ...]:
    """Return the border of two countries (ISO alpha-2) as paths of a frame; () where none is known."""
    return tuple(frame.path(line) for line in border_lines(*between, frame.tolerance))
