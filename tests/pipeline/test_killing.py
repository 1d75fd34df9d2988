"""Killed at any moment of reading, weighing and judging, a ledger loses nothing that was acknowledged."""

from __future__ import annotations

from pathlib import Path

from ledger.children import needs_fork
from pipeline.killing import kill_at_moments


@needs_fork
def test_what_was_acknowledged_is_there_once_and_holds(tmp_path: Path) -> None:
    toll = kill_at_moments(6, tmp_path)
    assert toll.moments == 6
    assert toll.acknowledged
    assert (toll.lost, toll.doubled, toll.broken) == (0, 0, 0)
