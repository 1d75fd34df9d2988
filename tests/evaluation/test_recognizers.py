"""The Recognizers-Text suites: run where the specs are, with floors; on cases of our own everywhere."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sayso.evaluation.recognizers import left_out, measure, mistakes, score_recognizers
from sayso.model.errors import NotFound

SPECS = Path(os.environ.get("SAYSO_SHARED", "../shared")) / "data" / "recognizers-specs"
# Measured when pinned: 0.92, 1.0, 0.91, 0.82, 0.84, 0.60, 0.84.
FLOORS = {
    "number.values": 0.90,
    "percent.values": 0.95,
    "range.values": 0.85,
    "date.values": 0.80,
    "period.values": 0.80,
    "date-time.values": 0.59,
    "dimension.values": 0.80,
}
NUMBER = {"Input": "They took 12 posts", "Results": [
    {"Text": "12", "TypeName": "number", "Resolution": {"value": "12"}, "Start": 10, "End": 11}]}  # fmt: skip
POWER = {"Input": "2^10", "Results": []}
WRONG = {"Input": "They took 13 posts", "Results": [
    {"Text": "13", "TypeName": "number", "Resolution": {"value": "14"}, "Start": 10, "End": 11}]}  # fmt: skip
FILES = (
    "Number-NumberModel", "Number-PercentModel", "Number-NumberRangeModel", "DateTime-DateParser",
    "DateTime-DatePeriodParser", "DateTime-DateTimeModel", "NumberWithUnit-DimensionModel",
)  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for name in FILES:
        cases = [NUMBER, POWER, WRONG] if name == "Number-NumberModel" else []
        (tmp_path / f"{name}.json").write_text(json.dumps(cases), encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not SPECS.is_dir(), reason="the Recognizers-Text specs are not beside the checkout")
def test_floors() -> None:
    scores = score_recognizers(SPECS)
    below = {name: scores[name] for name, floor in FLOORS.items() if scores[name] < floor}
    assert below == {}


def test_rates_and_reasons(own: Path) -> None:
    scores = score_recognizers(own)
    assert scores["number.cases"] == 2
    assert scores["number.spans"] == 1.0
    assert scores["number.values"] == 0.5
    assert scores["date.cases"] == 0
    number = next(s for s in measure(own) if s.name == "number")
    assert number.left_out == (("powers and exponents", 1),)
    assert "powers and exponents 1" in left_out(own)[0]


def test_mistakes_are_listed(own: Path) -> None:
    assert [case for case, _, _ in mistakes(own, "number")] == ["They took 13 posts"]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"Number-NumberModel\.json"):
        score_recognizers(tmp_path)
