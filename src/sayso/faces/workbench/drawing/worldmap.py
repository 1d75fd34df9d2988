"""A map of spots: where each stands in the picture, how it is filled, where its name goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.views.mapping import Spot, SpotState

WIDTH, HEIGHT = 1000.0, 560.0

Box = tuple[float, float, float, float]
Fill = Literal["solid", "hatch", "split", "open"]

FILLS: dict[str, Fill] = {
    "held uncontested": "solid",
    "conceded": "solid",
    "claimed only": "hatch",
    "contested": "split",
    "unknown": "open",
    "undated": "open",
}
"""How each state of a place is drawn."""

SHAPES = {
    "crossing": "gate",
    "border": "line",
    "region": "area",
    "district": "area",
    "area": "area",
    "river": "area",
}
"""The shape of each kind of place; all others are dots."""

LETTER, TALL, AWAY = 6.4, 13.0, 10.0
"""Width of a letter and height of a label, its distance from the mark; in units of the picture."""

LABELS = 80
"""So many names at most stand on the picture."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Which box of the world the picture shows."""

    box: Box

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point of the world stands in the picture."""
        west, south, east, north = self.box
        return (
            round((lon - west) / (east - west) * WIDTH, 1),
            round((north - lat) / (north - south) * HEIGHT, 1),
        )

    @property
    def tolerance(self) -> float:
        """Degrees that are less than a unit of the picture."""
        return (self.box[2] - self.box[0]) / WIDTH

    def path(self, line: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
        """Return a line as the ``d`` of an SVG path."""
        points = [self.at(*point) for point in line]
        kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
        words = "L".join(f"{x:g} {y:g}" for x, y in kept)
        return f"M{words}Z" if closed else f"M{words}"

    def moved(self, factor: float, right: float, up: float) -> Frame:
        """Return the frame made wider by a factor, moved by shares of its own width and height."""
        west, south, east, north = self.box
        wide, tall = east - west, north - south
        x, y = (west + east) / 2 + right * wide, (south + north) / 2 + up * tall
        wide, tall = min(300.0, max(0.05, wide * factor)), tall * factor
        return Frame((x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2))


def framed(points: Sequence[tuple[float, float]]) -> Frame:
    """Return a frame around points (lon, lat), with the proportions of the ground at that latitude."""
    if not points:
        return Frame((-170.0, -60.0, 190.0, 80.0))
    lons, lats = sorted(lon for lon, _ in points), sorted(lat for _, lat in points)
    x, y = (lons[0] + lons[-1]) / 2, (lats[0] + lats[-1]) / 2
    narrow = max(0.2, cos(radians(y)))
    wide = max((lons[-1] - lons[0]) * 1.25, 0.6)
    tall = max((lats[-1] - lats[0]) * 1.3, 0.4)
    # A degree of longitude is shorter than one of latitude; the picture's proportions are fixed.
    if wide * narrow / tall > WIDTH / HEIGHT:
        tall = wide * narrow * HEIGHT / WIDTH
    else:
        wide = tall * WIDTH / HEIGHT / narrow
    return Frame((x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2))


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its mark."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class MapMark:
    """A spot in the picture: `hues` are the classes of its colours, the holder's (or first claimant's) first.

    `lines` are the paths of a border; `label` is None where no room was left for the name.
    """

    name: str
    shape: str
    fill: Fill
    x: float
    y: float
    hues: tuple[str, str]
    title: str
    lines: tuple[str, ...]
    label: Label | None


def marks_of(
    frame: Frame,
    spots: Sequence[tuple[Spot, SpotState]],
    hues: dict[str, str],
    lines: dict[str, tuple[str, ...]],
) -> tuple[MapMark, ...]:
    """Return the marks of spots in their states, those with most statements labelled first."""
    taken: list[tuple[float, float, float, float]] = []
    placed = [(spot, state, *frame.at(spot.lon, spot.lat)) for spot, state in spots]
    taken += [(x - 7, y - 7, x + 7, y + 7) for _, _, x, y in placed]
    found = []
    for number, (spot, state, x, y) in enumerate(placed):
        if not (-50 < x < WIDTH + 50 and -50 < y < HEIGHT + 50):
            continue
        shape = SHAPES.get(spot.kind, "dot")
        label = (
            _label(x, y, spot.name, AWAY + (4 if shape == "area" else 0), taken) if number < LABELS else None
        )
        colours = [hues.get(side, "sx") for side in state.parties] or ["sx"]
        found.append(
            MapMark(
                name=spot.name,
                shape=shape,
                fill=FILLS.get(state.state, "open"),
                x=x,
                y=y,
                hues=(colours[0], colours[1] if len(colours) > 1 else colours[0]),
                title=f"{spot.name}: {state.words}",
                lines=lines.get(spot.name, ()),
                label=label,
            )
        )
    # Areas lie under dots, and lines under both.
    return tuple(sorted(found, key=lambda mark: {"line": 0, "area": 1}.get(mark.shape, 2)))


def _label(
    x: float, y: float, name: str, away: float, taken: list[tuple[float, float, float, float]]
) -> Label | None:
    """Return where a name goes: the first of eight spots around its mark that is free; None where none is."""
    wide = LETTER * len(name)
    for dx, dy, anchor in (
        (away, 4, "start"), (-away, 4, "end"), (0, -away, "middle"), (0, away + TALL - 2, "middle"),
        (away, -7, "start"), (-away, -7, "end"), (away, 15, "start"), (-away, 15, "end"),
    ):  # fmt: skip
        left = x + dx - (wide if anchor == "end" else wide / 2 if anchor == "middle" else 0)
        box = (left, y + dy - TALL + 3, left + wide, y + dy + 3)
        if box[0] < 2 or box[2] > WIDTH - 2 or box[1] < 2 or box[3] > HEIGHT - 2:
            continue
        if not any(_overlap(box, other) for other in taken if other != (x - 7, y - 7, x + 7, y + 7)):
            taken.append(box)
            return Label(round(x + dx, 1), round(y + dy, 1), anchor, name)
    return None


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
