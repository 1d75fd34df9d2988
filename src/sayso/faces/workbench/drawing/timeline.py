"""Statements along time, a row a side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.views.quoted import Quoted

At = Callable[[date], float]

WIDTH = 720.0
ROW = 30.0
TOP = 28.0
LEFT = 14.0

OTHERS = "others"
"""The row of all who have no row of their own."""

ROWS = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """A statement at (x, y); `denies` draws it hollow, `narrated` square (the outlet's own voice)."""

    x: float
    y: float
    statement: str
    title: str
    denies: bool
    narrated: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The statements of one side."""

    side: str
    y: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day under the axis."""

    x: float
    day: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows of dots between the first and the last day; `undated` statements are on it nowhere."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: float
    undated: int


def timeline_of(said: Sequence[Quoted]) -> Timeline | None:
    """Return statements by the day of which they speak (else: were made); None where no two days differ."""
    dated = [(day, s) for s in said if (day := first_day(s.line.when) or first_day(s.day)) is not None]
    if len({day for day, _ in dated}) < 2:
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    span = (last - first).days

    def at(day: date) -> float:
        return LEFT + (WIDTH - 2 * LEFT) * (day - first).days / span

    counts: dict[str, int] = {}
    for _, s in dated:
        counts[s.side or OTHERS] = counts.get(s.side or OTHERS, 0) + 1
    own = sorted((side for side in counts if side != OTHERS), key=lambda side: (-counts[side], side))[:ROWS]
    names = own + ([OTHERS] if len(own) < len(counts) else [])
    rows = []
    for number, name in enumerate(names):
        mine = [(d, s) for d, s in dated if (s.side if s.side in own else OTHERS) == name]
        rows.append(Row(name, TOP + ROW * number, _dots(mine, TOP + ROW * number, at)))
    return Timeline(tuple(rows), _ticks(first, last, at), TOP + ROW * len(rows) + 22, len(said) - len(dated))


def first_day(value: str | None) -> date | None:
    """Return the first day of an ISO day, month, year or interval; None for anything else."""
    parts = (value or "").split("/")[0].split("-")
    try:
        numbers = [int(part) for part in parts]
        return date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError, IndexError):
        return None


def _dots(mine: Sequence[tuple[date, Quoted]], y: float, at: At) -> tuple[Dot, ...]:
    # Statements of one day stand beside and above each other, not on one another.
    seen: dict[date, int] = {}
    dots = []
    for day, s in sorted(mine, key=lambda pair: (pair[0], pair[1].line.id)):
        nth = seen.get(day, 0)
        seen[day] = nth + 1
        shift = (0.0, -7.0, 7.0)[nth % 3]
        x = min(WIDTH - 6, at(day) + 7.0 * (nth // 3))
        title = f"{s.line.who} {s.line.says}: {s.line.evidence[:160]}"
        dots.append(
            Dot(
                round(x, 1),
                y + shift,
                s.line.id,
                title,
                s.line.epistemic.startswith("false"),
                s.attribution == "narrator",
            )
        )
    return tuple(dots)


def _ticks(first: date, last: date, at: At) -> tuple[Tick, ...]:
    middle = first + (last - first) / 2
    days = [(first, "start"), (middle, "middle"), (last, "end")] if (last - first).days > 1 else [
        (first, "start"), (last, "end")
    ]  # fmt: skip
    return tuple(Tick(round(at(day), 1), day.isoformat(), anchor) for day, anchor in days)
