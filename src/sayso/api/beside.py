"""What faces ask for that belongs to no one ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.places.outlines import Ground


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give the folder of the demo conflict: `articles/`, `profile.toml`, `places.toml`."""
    with resources.as_file(resources.files("sayso") / "demo") as folder:
        yield folder


def picture_of(chart: Any, form: str) -> bytes:
    """Return an Altair chart as ``svg``, ``png`` or ``json``, made without the network; raises UsageError."""
    from sayso.charts.frames import picture_of

    return picture_of(chart, form)


def evaluate_stage(stage: str, folder: Path | None, shared: Path) -> dict[str, float]:
    """Return the scores of one stage of reading, by name; raises UsageError, NotFound."""
    from sayso.evaluation.stages import evaluate

    return evaluate(stage, folder, shared)


def quality_page(shared: Path) -> str:
    """Return the quality page (Markdown): every stage measured on the sets that are there."""
    from sayso.evaluation.page import page

    return page(shared)


def ground_within(box: tuple[float, float, float, float], tolerance: float) -> Ground:
    """Return the land and borders in a box (west, south, east, north), to `tolerance` degrees."""
    from sayso.places.outlines import ground

    return ground(box, tolerance)


def border_lines(one: str, other: str, tolerance: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the border of two countries (ISO alpha-2) as lines of (lon, lat); () where none is known."""
    from sayso.places.outlines import border_between

    return border_between(one, other, tolerance)
