"""The doors of this room: the board that can be drawn, and pictures; Altair is imported when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

from sayso.model.errors import UsageError
from sayso.views.board import Point
from sayso.views.frame import Frame

if TYPE_CHECKING:
    from sayso.charts.drawing import Drawing


@dataclass(frozen=True, slots=True, repr=False)
class Board(Frame):
    """The board's rows, and its chart."""

    points: tuple[Point, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)

    def chart(self, limit: int = 12) -> Drawing:
        """Return the first `limit` questions as an Altair chart: answers by side, figures as ranges.

        Raises:
            UsageError: Altair is not installed.
        """
        chart: Drawing = charting("board").board_chart(self.points, self.colours, limit)
        return chart


@cache
def can_draw() -> bool:
    """Tell whether Altair and vl-convert are installed, without loading them."""
    return all(find_spec(name) is not None for name in ("altair", "vl_convert"))


def charting(name: str) -> ModuleType:
    """Return a module of this room that draws; raises UsageError where Altair or vl-convert is missing."""
    try:
        return import_module(f"sayso.charts.{name}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("sayso"):
            raise
        raise UsageError(f"charts need {error.name}: pip install 'sayso[charts]'") from None


def picture_of(chart: Any, form: str) -> bytes:
    """Return a chart as ``svg``, ``png`` or ``json``; raises UsageError, also without vl-convert."""
    made = charting("picture")
    if form not in made.FORMATS:
        raise UsageError(f"there is no picture format {form!r}: there are {', '.join(made.FORMATS)}")
    return bytes(made.picture(chart, form))
