"""The scorer runs as a program; what it says comes back flat."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.conftest import row, write_rows
from sayso.evaluation.scorer import Pair, flat, pairs, score, scorer_in
from sayso.model.errors import InputError, NotFound


def test_scores_and_pairs(shared: Path, tmp_path: Path) -> None:
    gold = shared / "gold" / "seeds.jsonl"
    read = write_rows(tmp_path / "read.jsonl", [row(1, id="s1", claimer="Ada Quill")])
    scorer = scorer_in(shared)
    assert flat(score(scorer, gold, read)) == {"found.p": 0.5, "found.r": 1.0, "gold": 2.0}
    assert pairs(scorer, gold, read) == (Pair("g1", "s1", ("place",)),)


def test_questions_are_handed_on(shared: Path, tmp_path: Path) -> None:
    gold = shared / "gold" / "seeds.jsonl"
    asked = shared / "gold" / "seeds.questions.jsonl"
    result = score(scorer_in(shared), gold, gold, (asked, write_rows(tmp_path / "q.jsonl", [])))
    assert result["questions"]["status"] == {"right": 0, "of": 1}


def test_a_missing_scorer_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"score\.py"):
        scorer_in(tmp_path)


def test_a_scorer_that_fails_says_why(shared: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{no json\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"the scorer stopped: .*Error"):
        score(scorer_in(shared), shared / "gold" / "seeds.jsonl", broken)


@pytest.mark.parametrize(
    ("nested", "expected"),
    [({}, {}), ({"a": 1}, {"a": 1.0}), ({"a": {"b": {"c": 0.5}}, "d": 2}, {"a.b.c": 0.5, "d": 2.0})],
)
def test_flat(nested: dict[str, object], expected: dict[str, float]) -> None:
    assert flat(nested) == expected
