"""Kinds of errors are counted right, and quote nobody."""

from __future__ import annotations

from evaluation.conftest import row
from sayso.evaluation.mistakes import mistakes_of, question_mistakes
from sayso.evaluation.scorer import Pair

GOLD = [
    row(1, claimer="Ada Quill", place="Fenmoor"),
    row(2, type="flight", evidence="Sentence 1", attribution="narrator"),
    row(3, type="flight", attribution="direct"),
]
READ = [
    {"id": "s1", "article": "folder/note.txt", "type": "control", "place": "Elsewhere"},
    {"id": "s2", "article": "note.txt", "type": "talks"},
    {"id": "s3", "article": "unmeasured.txt", "type": "talks"},
]
MATCHED = [Pair("g1", "s1", ("claimer", "place"))]


def test_what_is_missed_and_what_is_extra() -> None:
    text = "\n".join(mistakes_of(GOLD, READ, MATCHED))
    assert "Missed: 2 of 3 statements (flight 2 of 2)." in text
    assert "Of the missed, 1 stand in a stretch" in text
    assert "1 are told in the outlet's own voice, 1 stand in quotation marks" in text
    assert "1 of 2 (talks 1)" in text


def test_fields_left_open_are_told_from_fields_gone_wrong() -> None:
    text = "\n".join(mistakes_of(GOLD, READ, MATCHED))
    assert "(`claimer`) is wrong in 1 of 1 matched statements: left open in 1, another value in 0." in text
    assert "(`place`) is wrong in 1 of 1 matched statements: left open in 0, another value in 1." in text


def test_a_right_reading_has_no_errors() -> None:
    read = [{**r, "id": f"s{n}"} for n, r in enumerate(GOLD)]
    matched = [Pair(g["id"], r["id"], ()) for g, r in zip(GOLD, read, strict=True)]
    assert mistakes_of(GOLD, read, matched) == ()


def test_no_evidence_is_quoted() -> None:
    assert "Sentence" not in "\n".join(mistakes_of(GOLD, READ, MATCHED))


def test_questions() -> None:
    result = {
        "bcubed": {"p": 0.75, "r": 0.5, "f1": 0.6, "statements": 8, "of": 10},
        "relations": {"refutes": {"p": 0.5, "r": 0.25}, "supports": {"p": 0.0, "r": 0.0}},
        "status": {"right": 1, "of": 4},
    }
    asked = [{"relations": [[0, "refutes", 1], [0, "supports", 2]]}, {}]
    text = "\n".join(question_mistakes(result, asked, [{}, {}, {}]))
    assert "Of 10 statements that belong to a question, 2 were not read" in text
    assert "25 % do not belong together" in text
    assert "Of 1 contradictions between answers, 75 % are missed" in text
    assert "wrong or missing for 3 of 4 questions; Sayso asks 3 questions" in text
