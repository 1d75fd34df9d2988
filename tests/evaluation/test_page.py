"""The quality page tells what was measured, what was not, and how far a set was known."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from sayso.evaluation import page as page_module
from sayso.evaluation import stages
from sayso.evaluation.interface import Measured
from sayso.evaluation.page import figure, page
from sayso.evaluation.stages import STAGES
from sayso.model.errors import NotFound


def scored(folder: Path, shared: Path) -> Measured:
    return Measured(
        {"found.p": 0.6, "found.f1": 0.71239, "gold": 150.0, "slots.place.right": 0.5, "slots.place.of": 8.0},
        "4 articles",
        ("The place is wrong in 3 of 9 statements.",),
    )


def absent(folder: Path, shared: Path) -> Measured:
    raise NotFound("not there")


@pytest.fixture
def two_stages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    known = {
        "statements": replace(STAGES["statements"], folder=".", run=scored),
        "places": replace(STAGES["places"], folder=".", run=absent),
    }
    monkeypatch.setattr(stages, "STAGES", known)
    monkeypatch.setattr(page_module, "STAGES", known)
    return tmp_path


def test_scores_sets_errors_and_figures_of_others(two_stages: Path) -> None:
    text = page(two_stages)
    assert "| statements | four articles" in text
    assert "found.f1 0.712" in text
    assert "| gold | 150 |" in text
    assert "| found | p 0.600 · f1 0.712 |" in text
    assert "| slots.place | 0.500 · of 8 |" in text
    assert "- The place is wrong in 3 of 9 statements." in text
    assert "NewsClaims" in text


def test_the_standing_of_a_set_is_said(two_stages: Path) -> None:
    assert "Measured on the four articles that the rules were tuned against" in page(two_stages)


def test_what_is_absent_is_not_measured(two_stages: Path) -> None:
    assert "Not measured: the set was not there" in page(two_stages)


def test_the_page_names_no_machine_and_is_the_same_twice(two_stages: Path) -> None:
    text = page(two_stages)
    assert str(two_stages) not in text
    assert text == page(two_stages)


@pytest.mark.parametrize(
    ("value", "words"), [(0.5, "0.500"), (1.0, "1.000"), (36.0, "36"), (151, "151"), (0.0, "0.000")]
)
def test_figures(value: float, words: str) -> None:
    assert figure(value) == words


def test_figures_of_others_belong_to_a_stage_and_have_a_source() -> None:
    text = resources.files("sayso.evaluation").joinpath("figures.toml").read_text(encoding="utf-8")
    for stage, entries in tomllib.loads(text).items():
        assert stage in STAGES
        assert all(entry["says"].endswith(".") and entry["source"] for entry in entries)


def test_recorded_sets_are_complete() -> None:
    text = resources.files("sayso.evaluation").joinpath("recorded.toml").read_text(encoding="utf-8")
    for entry in tomllib.loads(text).get("sets", []):
        assert {"title", "data", "size", "standing", "about", "on", "version", "command", "scores"} <= set(
            entry
        )
