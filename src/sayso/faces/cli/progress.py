"""Long work shown as a live line on a terminal, and not at all where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sayso.api import Progress
from sayso.faces.cli.screen import err, plain

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

ITEM_WIDTH = 44
"""Columns for the name of what is in hand; of a longer one the end is shown, which tells files apart."""


class Follower:
    """Shows `Progress`: what is being done, the article in hand, how many are done."""

    def __init__(self, bar: Bar) -> None:
        self.bar = bar
        self.task = bar.add_task("starting", total=None, count="")

    def __call__(self, progress: Progress) -> None:
        self.bar.update(
            self.task,
            description=f"{progress.stage} {_shortened(progress.item)}".strip(),
            completed=progress.done,
            total=progress.total,
            count=_count(progress),
        )


@contextmanager
def following() -> Iterator[Follower]:
    """Give a follower of long work; its line goes away at the end."""
    # Imported here: only long work needs it, and `sayso --help` must answer at once.
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    words = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), words, BarColumn(16), TextColumn("{task.fields[count]}", markup=False))
    with Bar(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        yield Follower(bar)


def _count(progress: Progress) -> str:
    if progress.total is None:
        return f"{progress.done} done"
    return f"{progress.done * 100 // max(1, progress.total)} %"


def _shortened(item: str) -> str:
    name = plain(item)
    return name if len(name) <= ITEM_WIDTH else "…" + name[1 - ITEM_WIDTH :]
