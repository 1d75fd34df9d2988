"""Reports found by tags alone."""

from __future__ import annotations

import pytest

from reading.scenes import analysed, span_of
from sayso.model.analysis import Attribution
from sayso.reading.reports import with_reports

CASES = [
    ("The Front said the army had left Vantorr.", "The Front", "the army had left Vantorr"),
    ("The Front said on Monday that the army had left Vantorr.", "The Front", "the army had left Vantorr"),
    ("Veyl told reporters the army had left Vantorr.", "Veyl", "the army had left Vantorr"),
    (
        "The Front, which holds Ombrisa, claimed the army had left Vantorr.",
        "The Front",
        "the army had left Vantorr",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES, ids=[c[0] for c in CASES])
def test_hidden_reports(text: str, source: str, content: str) -> None:
    found = with_reports(text, analysed(text))
    assert [(a.source.of(text) if a.source else None, a.content[0].of(text)) for a in found] == [
        (source, content)
    ]


def test_a_report_cut_short_gets_all_of_its_content() -> None:
    text = "The Front said it had captured Vantorr."
    short = Attribution(
        span_of(text, "said"), span_of(text, "The Front"), (span_of(text, "it"),), "says", "indirect"
    )
    found = with_reports(text, analysed(text, attributions=(short,)))
    assert [a.content[0].of(text) for a in found] == ["it had captured Vantorr"]


def test_what_is_not_said_makes_no_report() -> None:
    text = "The Front did not say the army had left Vantorr."
    assert with_reports(text, analysed(text)) == ()
