"""Readings are exported, handed to the scorer, and told with their size and errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evaluation.conftest import row, write_rows
from sayso.evaluation import statements
from sayso.evaluation.gold import GoldSet
from sayso.evaluation.statements import (
    NO_CLAIM,
    Exported,
    measure_demo,
    measure_questions,
    measure_statements,
    measure_weighing,
)
from sayso.model.errors import NotFound


@pytest.fixture
def scripted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reading of any set be two statements, one of them in the article that claims nothing."""
    read = [row(1, id="s1", claimer="Ada Quill", place="Elsewhere"), row(9, id="s9", article=NO_CLAIM)]
    ours = Exported(
        write_rows(tmp_path / "read.jsonl", read),
        write_rows(tmp_path / "asked.jsonl", [{"answers": [], "status": "contested"}]),
        ("the article could not be read",),
    )

    @contextmanager
    def reading_of(gold: GoldSet, *_: str) -> Iterator[Exported]:
        yield ours

    monkeypatch.setattr(statements, "reading_of", reading_of)


@pytest.mark.usefixtures("scripted")
def test_statements(shared: Path) -> None:
    measured = measure_statements(shared / "gold", shared)
    assert measured.scores == {"found.p": 0.5, "found.r": 1.0, "gold": 2.0}
    assert measured.size == "1 articles, 2 statements"
    assert measured.errors[0] == "1 inputs gave nothing at all."
    assert any("`place`" in error for error in measured.errors)


@pytest.mark.usefixtures("scripted")
def test_what_is_read_into_football_is_counted(shared: Path) -> None:
    assert measure_demo(shared / "gold", shared).scores["football.statements"] == 1.0


@pytest.mark.usefixtures("scripted")
def test_questions(shared: Path) -> None:
    measured = measure_questions(shared / "gold", shared)
    assert measured.scores["relations.refutes.f1"] == 0.3333
    assert measured.scores["status.of"] == 1.0
    assert measured.size == "1 questions over 2 statements"


@pytest.mark.usefixtures("scripted")
def test_without_reference_questions_there_is_nothing_to_score(shared: Path) -> None:
    (shared / "gold" / "seeds.questions.jsonl").unlink()
    with pytest.raises(NotFound, match="questions"):
        measure_questions(shared / "gold", shared)


def test_weighing_takes_the_reference_statements_themselves(shared: Path) -> None:
    measured = measure_weighing(shared / "gold", shared)
    assert measured.scores["status.of"] == 1.0


def test_the_reader_reads_for_real(shared: Path) -> None:
    measured = measure_statements(shared / "gold", shared)
    assert measured.scores["gold"] == 2.0


def test_without_the_scorer_nothing_is_measured(shared: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"score\.py"):
        measure_statements(shared / "gold", tmp_path / "nowhere")
