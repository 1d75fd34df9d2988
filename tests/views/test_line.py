"""A statement as a line: what its claimer does, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.views.line import ArticleLabel, line_of, says_of
from views.hills import records

(BRIDGE, MILL) = records()
STATEMENT = BRIDGE.statements[0]


@pytest.mark.parametrize(
    ("attribution", "epistemic", "modality", "words"),
    [
        ("indirect", "true-certain", "actual", "claims"),
        ("direct", "true-certain", "demanded", "demands"),
        ("indirect", "true-certain", "intended", "says it is planned"),
        ("indirect", "true-certain", "predicted", "expects"),
        ("indirect", "true-certain", "conditional", "says, on a condition"),
        ("indirect", "true-uncertain", "predicted", "says it may be so"),
        ("indirect", "false-certain", "actual", "denies"),
        ("indirect", "false-uncertain", "actual", "doubts"),
        ("indirect", "unknown", "actual", "does not know whether it is so"),
        ("narrator", "true-certain", "actual", "reports"),
        ("narrator", "true-certain", "intended", "reports as planned"),
        ("narrator", "true-uncertain", "actual", "says it may be so"),
    ],
)
def test_what_the_claimer_does(attribution: str, epistemic: str, modality: str, words: str) -> None:
    statement = replace(STATEMENT, attribution=attribution, epistemic=epistemic, modality=modality)  # type: ignore[arg-type]
    assert says_of(statement) == words


@pytest.mark.parametrize(
    ("claimer", "side", "via", "words"),
    [
        ("Ilo Marsh", "Reds", (), "Ilo Marsh (for Reds)"),
        ("Reds", "Reds", (), "Reds"),
        ("Reds", None, (), "Reds"),
        (None, None, (), "somebody (claimer unresolved)"),
        (None, "Reds", (), "somebody (claimer unresolved) (for Reds)"),
        ("Una Holt", "Blues", ("Dale Radio", "Wire"), "Una Holt (for Blues), via Dale Radio, Wire,"),
    ],
)
def test_who_it_is(claimer: str | None, side: str | None, via: tuple[str, ...], words: str) -> None:
    statement = replace(STATEMENT, claimer=claimer, claimer_for=side, via=via)
    assert line_of(statement, {STATEMENT.article: ArticleLabel("a", "b", None)}).who == words


def test_the_day_is_the_one_spoken_of_else_said_else_published() -> None:
    labels = {STATEMENT.article: ArticleLabel("a", "b", "2031-03-09")}
    line = line_of(STATEMENT, labels)
    assert line.day == "2031-03-03"
    assert replace(line, when=None).day == "2031-03-03"
    assert replace(line, when=None, said_on=None).day == "2031-03-09"
    assert replace(line, when=None, said_on=None, published=None).day == ""
