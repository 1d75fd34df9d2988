"""How weighing grows with the ledger: all of it, and one article more."""

from __future__ import annotations

import math
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from bench.figures import Figure
from bench.war import War
from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter, Record
from sayso.model.profile import Profile
from sayso.pipeline.weigh import weigh_ledger

SIZES = (1_000, 10_000, 100_000)
LATE = 31
"""Articles brought in one by one; the median counts, for a few touch what everybody talks of."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of weighing all, and of each article brought in and weighed afterwards."""

    whole: float
    one: tuple[float, ...]


def measure() -> dict[str, Figure]:
    """Weigh made-up ledgers of 1,000, 10,000 and 100,000 statements, then bring articles into each."""
    costs = {size: _cost(size) for size in SIZES}
    small, middle, large = (costs[size] for size in SIZES)
    how = (
        "processor time of one process; made-up articles of six statements in texts of 200 words, "
        "a fifth of them copies (bench/war.py)"
    )
    return {
        "weighing_growth": Figure(
            math.log(large.whole / small.whole, SIZES[2] / SIZES[0]),
            1.15,
            "min",
            "exponent",
            f"weighing all of 1,000 to 100,000 statements: cost grows with size to this power; {how}",
        ),
        "weighing_growth_upper": Figure(
            math.log(large.whole / middle.whole, SIZES[2] / SIZES[1]),
            1.15,
            "min",
            "exponent",
            f"the same from 10,000 to 100,000; {how}",
        ),
        "one_article_growth": Figure(
            median(large.one) / median(middle.one),
            1.6,
            "min",
            "ratio",
            f"one article brought into a ledger of 100,000 statements and weighed, by one into 10,000: "
            f"medians of {LATE}; {how}",
        ),
        "one_article_growth_mean": Figure(
            sum(large.one) / sum(middle.one),
            1.6,
            "min",
            "ratio",
            f"the same by means: one on a place that is always in the news weighs all said of it; {how}",
        ),
    }


def _cost(size: int) -> Cost:
    war = War(size)
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder) / "bench.db") as ledger:
        for record in war.records():
            ledger.add(record)
        start = process_time()
        weigh_ledger(ledger, Profile())
        whole = process_time() - start
        return Cost(whole, tuple(_one(ledger, record) for record in war.late(LATE)))


def _one(ledger: LedgerWriter, record: Record) -> float:
    start = process_time()
    ledger.add(record)
    weigh_ledger(ledger, Profile())
    return process_time() - start
