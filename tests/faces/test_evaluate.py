"""`sayso evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.running import Run


def test_without_the_reference_data_nothing_is_written(sayso: Run, here: Path) -> None:
    ran = sayso("evaluate", "--shared", "gone")
    assert ran.code == 2
    assert ran.err == "sayso: there is no folder gone with reference data: name it with --shared\n"
    assert not (here / "docs").exists()


def test_scores_and_page(sayso: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.api.evaluate_stage", lambda *_: {"full f1": 0.25})
    monkeypatch.setattr("sayso.api.quality_page", lambda _: "# Quality\n")
    assert sayso("evaluate", "statements", "--shared", ".").out.split() == ["full", "f1", "0.250"]
    assert json.loads(sayso("evaluate", "statements", "--shared", ".", "--json").out) == {"full f1": 0.25}
    assert sayso("evaluate", "--shared", ".", "-o", "quality.md").out == "wrote quality.md\n"
    assert (here / "quality.md").read_text(encoding="utf-8") == "# Quality\n"


def test_an_unknown_stage(sayso: Run) -> None:
    assert sayso("evaluate", "divination", "--shared", ".").code == 2
