"""What views cost on a large ledger."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import process_time
from typing import Any

from bench.figures import Figure
from bench.synthetic_ledger import DAYS, PROFILE, START, make_ledger
from sayso import open_ledger
from sayso.api import Ledger

STATEMENTS = 100_000
ASKED = 20
"""How often each view is asked: of places and days spread over the ledger."""

GOALS = {"place": 2.0, "place_as_of": 8.0, "diff": 8.0, "record": 8.0}
"""Seconds of processor time (what one idle core would need): about as long as somebody likes to wait."""


def measure() -> dict[str, Figure]:
    """Ask a made-up ledger for places, mornings and records; give the 95th percentile of each."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        places = make_ledger(path, STATEMENTS)
        return {name: _figure(name, run(path, places)) for name, run in VIEWS.items()}


def _places(path: Path, places: list[str]) -> list[float]:
    return [_asked(path, lambda ledger, name=name: ledger.place(name)) for name in _spread(places)]


def _places_as_of(path: Path, places: list[str]) -> list[float]:
    day = (START + timedelta(days=DAYS // 2)).isoformat()
    return [_asked(path, lambda ledger, name=name: ledger.place(name), as_of=day) for name in _spread(places)]


def _mornings(path: Path, _: list[str]) -> list[float]:
    days = [(START + timedelta(days=n * (DAYS - 1) // ASKED)).isoformat() for n in range(ASKED)]
    return [_asked(path, lambda ledger, day=day: ledger.diff(day, day)) for day in days]


def _records(path: Path, _: list[str]) -> list[float]:
    names = [
        f"Speaker {n} of the {side}" for n in range(ASKED // 2) for side in ("Amber League", "Cobalt Guard")
    ]
    return [_asked(path, lambda ledger, name=name: ledger.record(name)) for name in names]


VIEWS: dict[str, Callable[[Path, list[str]], list[float]]] = {
    "place": _places,
    "place_as_of": _places_as_of,
    "diff": _mornings,
    "record": _records,
}


def _asked(path: Path, ask: Callable[[Ledger], Any], as_of: str | None = None) -> float:
    with open_ledger(path, PROFILE).at(as_of) as then:
        assert then.view  # opened before the clock runs
        start = process_time()
        ask(then)
        return process_time() - start


def _spread(places: list[str]) -> list[str]:
    """Return places from the most spoken of to the least."""
    return [places[n * (len(places) - 1) // (ASKED - 1)] for n in range(ASKED)]


def _figure(name: str, taken: list[float]) -> Figure:
    slow = sorted(taken)[int(len(taken) * 0.95)]
    how = f"`{name}` on {STATEMENTS:,} made-up statements, 95th percentile of {len(taken)}"
    return Figure(slow, GOALS[name], "min", "s of processor", how)
