"""Every stage is asked alike, and what is not there is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.evaluation import stages
from sayso.evaluation.interface import Measured
from sayso.evaluation.stages import STAGES, evaluate
from sayso.model.errors import NotFound, UsageError


def test_the_stages_of_the_brief_are_there() -> None:
    promised = {
        "attribution", "recognizers", "places", "statements", "questions", "weighing", "demo", "tagger",
    }  # fmt: skip
    assert promised <= set(STAGES)


def test_an_unknown_stage_names_the_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="statements, demo"):
        evaluate("statement", None, tmp_path)


@pytest.mark.parametrize("name", STAGES)
def test_absent_data_is_not_found(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        evaluate(name, tmp_path / "nowhere", tmp_path)


@pytest.mark.parametrize("name", [name for name, stage in STAGES.items() if stage.folder is not None])
def test_an_absent_shared_folder_is_not_found(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=name):
        evaluate(name, None, tmp_path / "nowhere")


def test_a_stage_gets_its_own_folder_or_the_one_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def run(folder: Path, shared: Path) -> Measured:
        asked.append(folder)
        return Measured({"score": 0.5}, "1 text")

    stage = replace(STAGES["places"], folder="set", run=run)
    monkeypatch.setattr(stages, "STAGES", {"places": stage})
    (tmp_path / "set").mkdir()
    assert evaluate("places", None, tmp_path) == {"score": 0.5}
    assert evaluate("places", tmp_path, tmp_path) == {"score": 0.5}
    assert asked == [tmp_path / "set", tmp_path]
