"""Rows of the export contract, out and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM, spans, statements
from sayso.model.article import Article
from sayso.model.contract import article_row, claim_row, from_row, question_row, to_row
from sayso.model.errors import InputError
from sayso.model.proposition import Figure, Proposition
from sayso.model.rowcheck import STATEMENT_FIELDS
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.weighed import Answer, Claim, Question, Relation

FULL = Statement(
    "st-1", "art-1", "about 40 men left Norvik", Span(3, 27), "mixed", "true-uncertain", "intended",
    Proposition(
        "retreat", "Reds", "Blues", "Norvik", "Norvik", "Sund", Figure("people", 40.0, 36.5, 44.0, "men"),
        "2031-03", "negative",
    ),
    "Ola Berg", "Reds", ("Agency", "Paper"), "2031-03-04", "disputed", "Blues",
)  # fmt: skip
LEAST = {
    "article": "a.txt",
    "evidence": "They hold Norvik.",
    "type": "control",
    "epistemic": "true-certain",
}


def test_a_full_statement_has_every_field_in_the_guides_order() -> None:
    row = to_row(FULL, "a.txt")
    assert tuple(row) == STATEMENT_FIELDS
    assert row["article"] == "a.txt"
    assert row["via"] == ["Agency", "Paper"]
    assert row["quantity"] == {"value": 40, "low": 36.5, "high": 44, "unit": "people", "of": "men"}
    assert (row["polarity"], row["start"], row["end"]) == ("negative", 3, 27)


def test_what_was_not_said_is_absent_and_so_is_a_positive_polarity() -> None:
    bare = Statement("st-2", "art-1", "x", None, "narrator", "unknown", "actual", Proposition("other"))
    assert to_row(bare, "a.txt") == {
        "id": "st-2", "article": "a.txt", "evidence": "x", "attribution": "narrator",
        "epistemic": "unknown", "modality": "actual", "type": "other",
    }  # fmt: skip


@CALM
@given(statements(), st.none() | spans())
def test_a_row_gives_the_statement_back(statement: Statement, span: Span | None) -> None:
    whole = replace(statement, span=span)
    assert from_row(to_row(whole, "a.txt"), "art-1", "row 1") == whole


def test_a_short_row_takes_the_documented_defaults_and_its_contents_id() -> None:
    made = from_row(LEAST, "art-9", "row 1")
    assert (made.attribution, made.modality, made.proposition.polarity) == ("indirect", "actual", "positive")
    assert made.reader == "import"
    assert made.id == from_row(dict(LEAST), "art-9", "row 7").id
    assert made.id.startswith("st-")


def test_empty_cells_are_not_said_and_names_are_trimmed() -> None:
    made = from_row(LEAST | {"actor": "  Reds ", "place": " ", "via": [], "quantity": {}}, "art-1", "row 1")
    assert made.proposition == Proposition("control", actor="Reds")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"article": None}, "article: is required"),
        ({"evidence": ""}, "evidence: is required"),
        ({"type": "gossip"}, "type: 'gossip' is none of control, takeover"),
        ({"type": 3}, "type: 3 is none of"),
        ({"epistemic": "certain"}, "epistemic: 'certain' is none of"),
        ({"colour": "red"}, "colour: is no field"),
        ({"actor": ["Reds"]}, r"actor: \['Reds'\] is no text"),
        ({"actor": "\ud800"}, "actor: .* is no text"),
        ({"via": "Agency"}, "via: 'Agency' is no list of names"),
        ({"said_on": "2031-02-30"}, "said_on: '2031-02-30' is no ISO"),
        ({"said_on": "4 March 2031"}, "said_on"),
        ({"when": "2031-W01-1"}, "when"),
        ({"when": "2031-03-05/2031-03-04"}, "when"),
        ({"when": 2031}, "when"),
        ({"quantity": 40}, "quantity: 40 is no record"),
        ({"quantity": {"value": "many", "unit": "people"}}, "quantity: value 'many' is no number"),
        ({"quantity": {"value": True, "unit": "people"}}, "quantity: value True is no number"),
        ({"quantity": {"value": float("nan"), "unit": "people"}}, "is no number"),
        ({"quantity": {"value": 10**400, "unit": "people"}}, "is no number"),
        ({"quantity": {"value": 40}}, "quantity: unit is required"),
        ({"quantity": {"low": 5, "high": 4, "unit": "km"}}, "quantity: low 5 lies above high 4"),
        ({"quantity": {"best": 5, "unit": "km"}}, "quantity: 'best' is no field"),
        ({"start": 3}, "end: start and end come together"),
        ({"start": 3, "end": 2}, "start: start 3 lies after end 2"),
        ({"start": -1, "end": 2}, "start: -1 is no position"),
    ],
)
def test_a_faulty_row_is_refused_by_row_and_field(change: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=f"sheet.csv, row 4: .*{words}"):
        from_row(LEAST | change, "art-1", "sheet.csv, row 4")


@pytest.mark.parametrize("when", ["2031", "2031-03", "2031-03-04", "2031-03-04/2031-03", "2031/2031"])
def test_dates_of_every_precision_are_taken(when: str) -> None:
    assert from_row(LEAST | {"when": when}, "art-1", "row 1").proposition.when == when


def test_a_question_row_carries_answers_relations_and_their_reasons() -> None:
    question = Question(
        "q-1", "Who holds Norvik?", "control", None, "Norvik", None,
        (Answer("Reds", ("st-1",), ("Reds",), 1), Answer("Blues", ("st-2", "st-3"), ("Blues",), 2)),
        (Relation(1, "refutes", 0, "other-holder"),), "contested", "two sides disagree",
    )  # fmt: skip
    row = question_row(question)
    assert "actor" not in row
    assert row["answers"][1] == {
        "answer": "Blues", "statements": ["st-2", "st-3"], "by": ["Blues"], "origins": 2,
    }  # fmt: skip
    assert row["relations"] == [[1, "refutes", 0]]
    assert row["reasons"] == ["other-holder"]
    assert (row["status"], row["reason"]) == ("contested", "two sides disagree")


def test_a_claim_row_says_who_asserts_and_who_denies() -> None:
    row = claim_row(Claim("cl-1", Proposition("control", "Reds", place="Norvik"), ("st-1",), (), ("first",)))
    assert row == {
        "id": "cl-1", "type": "control", "actor": "Reds", "place": "Norvik",
        "asserted": ["st-1"], "denied": [], "reasons": ["first"],
    }  # fmt: skip


def test_an_article_row_leaves_the_text_out() -> None:
    article = Article("art-1", "a.txt", None, "Fünf Worte.", (), title="T", agencies=("Agency",))
    assert article_row(article) == {
        "id": "art-1", "name": "a.txt", "title": "T", "agencies": ["Agency"], "characters": 11,
    }  # fmt: skip
