"""Questions across articles: they hang on statements that are there, and are cut as the guide has it."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest

from sayso_corpus import Corpus
from sayso_corpus.exports import FORMS

CORPUS = Corpus()
FILES = sorted((CORPUS.root / "questions").glob("*.jsonl"))
STATUSES = {"uncontested", "contested", "conceded", "corroborated"}


def _rows(conflict: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS.questions(conflict) or "").splitlines()]


@pytest.mark.parametrize("conflict", [path.stem for path in FILES])
def test_questions_hang_on_statements_of_their_conflict(conflict: str) -> None:
    documents = [d for d in CORPUS.documents if d.conflict == conflict]
    known = {f"{document.id}/{item.id}" for document in documents for item in document.statements}
    rows = _rows(conflict)
    assert rows
    for row in rows:
        named = {key for answer in row["answers"] for key in answer["statements"]}
        assert named <= known, row["question"]
        assert all(answer["statements"] and answer["answer"] for answer in row["answers"])


@pytest.mark.parametrize("conflict", [path.stem for path in FILES])
def test_every_two_answers_are_related_once(conflict: str) -> None:
    for row in _rows(conflict):
        pairs = [frozenset((left, right)) for left, _, right in row["relations"]]
        wanted = {frozenset(pair) for pair in combinations(range(len(row["answers"])), 2)}
        assert len(pairs) == len(wanted)
        assert set(pairs) == wanted, row["question"]
        assert {kind for _, kind, _ in row["relations"]} <= {"refutes", "supports", "related"}
        assert row["status"] in STATUSES


def test_sixty_questions_at_least_over_three_conflicts() -> None:
    assert len(FILES) >= 3
    assert sum(len(_rows(path.stem)) for path in FILES) >= 60


def test_the_questions_of_a_conflict_are_exported_with_its_statements() -> None:
    documents = tuple(d for d in CORPUS.documents if d.conflict == FILES[0].stem)
    names = dict(FORMS["gold"](CORPUS, documents))
    assert names["gold.questions.jsonl"] == CORPUS.questions(FILES[0].stem)
    other = tuple(d for d in CORPUS.documents if d.conflict == "karsovia-siege")
    assert "gold.questions.jsonl" not in dict(FORMS["gold"](CORPUS, other))
