"""What a figure is, and how two pieces of work are timed side by side."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import Any, Literal

PAIRS = 5
"""How often two pieces of work are run one after the other; the figure is the median of the ratios."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the bench: its value, the goal, and which way is better."""

    value: float
    goal: float
    direction: Literal["max", "min"]
    unit: str
    how: str

    @property
    def met(self) -> bool:
        """Tell whether the goal is met."""
        return self.value >= self.goal if self.direction == "max" else self.value <= self.goal

    def to_record(self) -> dict[str, Any]:
        """Return the figure as a plain record with its value cut to four places."""
        return asdict(self) | {"value": round(self.value, 4)}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Seconds of two pieces of work, run in turn."""

    one: tuple[float, ...]
    other: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median over the pairs of one's time by the other's."""
        return median(a / b for a, b in zip(self.one, self.other, strict=True))


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes once."""
    start = perf_counter()
    work()
    return perf_counter() - start


def cpu_seconds(arguments: Sequence[str]) -> float:
    """Return the processor time of one Python process with these arguments, its own children included.

    What one idle core would need: other work on the machine does not count.
    """
    before = _children()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(arguments[:3])} … ended with {done.returncode}:\n{done.stderr[-2000:]}"
        )
    return _children() - before


def _children() -> float:
    """Return the processor time of all processes started and ended so far."""
    if sys.platform == "win32":  # counts whole ticks only
        times = os.times()
        return times.children_user + times.children_system
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_turn(one: Callable[[], object], other: Callable[[], object], pairs: int = PAIRS) -> Pairs:
    """Time two pieces of work in turn, after one round of each that does not count (caches, imports)."""
    one(), other()
    times = [(seconds(one), seconds(other)) for _ in range(pairs)]
    return Pairs(tuple(a for a, _ in times), tuple(b for _, b in times))
