"""Echoes of one voice are not counted again."""

from __future__ import annotations

import pytest

from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import AttributionStyle, Statement
from sayso.reading.repeated import without_echoes
from sayso.reading.statements import Told


def told(style: AttributionStyle = "narrator", **slots: str | None) -> Told:
    proposition = Proposition("retreat", actor="Ostarn forces", place="Velm", **slots)  # type: ignore[arg-type]
    statement = Statement(
        "", "art", "words", Span(0, 5), style, "true-certain", "actual", proposition, claimer="The Courier"
    )
    return Told(statement, None, 0, Span(0, 5))


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (told(when="2031-03-04"), told(), 1),
        (told(), told(when="2031-03-04"), 1),
        (told(), told(), 1),
        (told(when="2031-03-04"), told(when="2031-03-06"), 2),
        (told(target="Rebels"), told(), 1),
        (told(target="Rebels"), told(target="Guards"), 2),
        (told(), told(style="indirect"), 2),
        (told(style="indirect"), told(style="indirect"), 2),
    ],
)
def test_the_fuller_one_stays(first: Told, second: Told, kept: int) -> None:
    found = without_echoes([first, second])
    assert len(found) == kept
    if kept == 1:
        fuller = first if first.statement.proposition.when or first.statement.proposition.target else second
        assert found[0].statement.proposition == fuller.statement.proposition


def test_an_outlets_word_on_itself_is_no_statement() -> None:
    proposition = Proposition("stance", actor="The Courier", polarity="negative")
    statement = Statement(
        "",
        "art",
        "words",
        Span(0, 5),
        "narrator",
        "true-certain",
        "actual",
        proposition,
        claimer="The Courier",
    )
    assert without_echoes([Told(statement, None, 0, Span(0, 5))]) == []
