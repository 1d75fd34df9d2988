"""Where a statement's evidence stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM
from sayso.imports import anchored, locate
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement

TEXT = "The mayor spoke.\n\nThe bridge  is\nours, he said. He said so twice. He said so twice."


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        ("The mayor spoke.", "The mayor spoke."),
        ("The bridge is ours", "The bridge  is\nours"),
        (" mayor\tspoke. ", "mayor spoke."),
        ("He said so twice.", None),
        ("he said so", None),
        ("the bridge is theirs", None),
        ("", None),
        ("  \n ", None),
        ("a.b", None),
    ],
)
def test_evidence_is_found_where_it_stands_once(evidence: str, found: str | None) -> None:
    span = locate(evidence, TEXT)
    assert (span and span.of(TEXT)) == found


@CALM
@given(st.text(max_size=30), st.text(min_size=1, max_size=5), st.text(max_size=30))
def test_a_span_always_holds_the_words(before: str, evidence: str, after: str) -> None:
    span = locate(evidence, before + evidence + after)
    assert span is None or span.of(before + evidence + after).split() == evidence.split()


def _statement(evidence: str, span: Span | None) -> Statement:
    return Statement("s", "a", evidence, span, "direct", "unknown", "actual", Proposition("other"))


def test_the_rows_own_positions_settle_which_of_two_it_is() -> None:
    second = TEXT.rindex("He said so twice.")
    made = _statement("He said so twice.", Span(second, second + 17))
    assert anchored(made, TEXT) == made


def test_wrong_positions_are_mended_or_dropped() -> None:
    assert anchored(_statement("The mayor spoke.", Span(5, 9)), TEXT).span == Span(0, 16)
    assert anchored(_statement("Nobody spoke.", Span(0, 13)), TEXT).span is None
    assert anchored(_statement("The mayor spoke.", Span(0, 16)), "").span is None


def test_the_texts_own_white_space_becomes_the_evidence() -> None:
    placed = anchored(_statement("The bridge is ours", None), TEXT)
    assert placed.evidence == "The bridge  is\nours"
    assert replace(placed, span=None).span is None
