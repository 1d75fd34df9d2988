"""How much of the world a map shows, and where the names stand beside their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Literal

WIDTH = 720
_HEIGHTS = (260, 560)
_MARGIN = 0.12
_LEAST = 0.3
"""Free ground around the outermost places as a share of the map; degrees that a map has at least."""

_STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_LINES = 8

_LETTER, _LINE, _MARK = 6.6, 13.0, 11.0
"""Pixels of a letter, a line and half a mark, as the labels are set (11 px)."""

Label = tuple[str, float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch of the world that a map shows (degrees), its height (pixels), and its degree lines."""

    west: float
    east: float
    south: float
    north: float
    height: int
    step: float

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        """Return about where a place comes to lie, in pixels from the upper left corner."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        return x, (self.north - lat) / (self.north - self.south) * self.height


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a name stands to its mark: the side of it, and how far off in pixels."""

    align: Literal["left", "center", "right"]
    dx: int
    dy: int

    def box(self, x: float, y: float, words: str) -> Box:
        """Return left, top, right and bottom of the name at a mark."""
        width = len(words) * _LETTER
        left = x + self.dx - {"left": 0.0, "center": width / 2, "right": width}[self.align]
        return left, y + self.dy - _LINE / 2, left + width, y + self.dy + _LINE / 2


_ANCHORS = (
    Anchor("left", 13, 0), Anchor("right", -13, 0), Anchor("center", 0, -18), Anchor("center", 0, 18),
    Anchor("left", 9, -15), Anchor("left", 9, 15), Anchor("right", -9, -15), Anchor("right", -9, 15),
    Anchor("center", 0, -32), Anchor("center", 0, 32), Anchor("left", 9, -30), Anchor("left", 9, 30),
    Anchor("right", -9, -30), Anchor("right", -9, 30),
)  # fmt: skip


def framed(spots: Sequence[tuple[float, float]]) -> Frame:
    """Return the frame around places (longitude, latitude), with free ground on all sides."""
    west, east = min(lon for lon, _ in spots), max(lon for lon, _ in spots)
    south, north = min(lat for _, lat in spots), max(lat for _, lat in spots)
    squeeze = cos(radians(max(-75.0, min(75.0, (south + north) / 2))))
    low, high = (height / WIDTH * squeeze for height in _HEIGHTS)
    wide = max(east - west, _LEAST, (north - south) / high)
    tall = max(north - south, wide * low)
    height = round(min(max(WIDTH * tall / (wide * squeeze), _HEIGHTS[0]), _HEIGHTS[1]))
    x, y = wide * (0.5 + _MARGIN), tall * (0.5 + _MARGIN)
    middle = (west + east) / 2, (south + north) / 2
    edges = (
        max(-180.0, middle[0] - x), min(180.0, middle[0] + x),
        max(-84.0, middle[1] - y), min(84.0, middle[1] + y),
    )  # fmt: skip
    return Frame(*edges, height, next((step for step in _STEPS if wide / step <= _LINES), _STEPS[-1]))


def anchored(labels: Iterable[Label], frame: Frame) -> list[tuple[Anchor, list[Label]]]:
    """Return the names sorted by where they stand, each at the first side where it covers nothing.

    A name that finds no free side stands at the right all the same: none is lost.
    """
    todo = list(dict.fromkeys(labels))
    spots = {label: frame.spot(label[1], label[2]) for label in todo}
    taken: list[Box] = [(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in spots.values()]
    found: dict[Anchor, list[Label]] = {}
    for label in todo:
        x, y = spots[label]
        own = (x - _MARK, y - _MARK, x + _MARK, y + _MARK)
        others = [box for box in taken if box != own]
        boxes = {anchor: anchor.box(x, y, label[0]) for anchor in _ANCHORS}
        free = (
            a for a, box in boxes.items() if _inside(box) and not any(_meet(box, other) for other in others)
        )
        anchor = next(free, _ANCHORS[0])
        taken.append(boxes[anchor])
        found.setdefault(anchor, []).append(label)
    return [(anchor, found[anchor]) for anchor in _ANCHORS if anchor in found]


def _inside(box: Box) -> bool:
    return box[0] >= 0 and box[2] <= WIDTH


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
