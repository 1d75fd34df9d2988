"""The floors of quality: the fast stages keep to theirs, and the gate itself sees what falls."""

from __future__ import annotations

import pytest

from quality_gate import Floor, fallen, floors, main, measured
from sayso.evaluation.stages import STAGES
from sayso.model.errors import NotFound

FAST = [name for name, floor in floors().items() if floor.fast]


@pytest.mark.parametrize("name", FAST)
def test_no_fast_stage_falls_below_its_floor(name: str) -> None:
    try:
        scores = measured(floors()[name]).scores
    except NotFound as missing:
        pytest.skip(f"the reference data is not there: {missing}")
    assert fallen(floors()[name], scores) == []


def test_every_stage_has_a_floor_and_every_floor_a_stage() -> None:
    assert set(floors()) == set(STAGES)


def test_a_fall_is_seen_and_a_gain_is_not() -> None:
    floor = Floor("tide", False, {"high": 0.8, "stranded": 2.0}, 0.01, frozenset({"stranded"}))
    assert fallen(floor, {"high": 0.79, "stranded": 2.0}) == []
    assert fallen(floor, {"high": 0.95, "stranded": 0.0}) == []
    assert len(fallen(floor, {"high": 0.78, "stranded": 3.0})) == 2
    assert fallen(floor, {"stranded": 0.0}) == ["tide: high is measured no more"]


def test_the_gate_names_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tides"]) == 2
    assert "times" in capsys.readouterr().err
