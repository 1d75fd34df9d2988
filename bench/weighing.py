"""What weighing costs of a run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from bench.articles import DEMO, demo_articles
from bench.figures import PAIRS, Figure, seconds
from sayso import open_ledger
from sayso.ledger import open_writer
from sayso.pipeline.weigh import weigh_ledger


def measure() -> dict[str, Figure]:
    """Time a weighing of the demo's ledger beside the whole run that made the ledger."""
    shares = []
    for _ in range(PAIRS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.db"
            with open_ledger(path, DEMO / "profile.toml") as ledger:
                run = seconds(lambda: ledger.read(demo_articles()))
                profile = ledger.profile
            with open_writer(path) as writer:
                shares.append(seconds(lambda: weigh_ledger(writer, profile)) / run)  # noqa: B023
    return {
        "weighing_of_run": Figure(
            median(shares),
            0.2,
            "min",
            "ratio",
            f"weighing the demo's ledger anew by the whole run (read and weigh), median of {PAIRS} pairs",
        )
    }
