from __future__ import annotations

import pytest

from sayso.model.analysis import Attribution, Sentence, Token
from sayso.model.span import Span
from sayso.reading.learned.stretching import stretched

TEXT = "The Front said its men held Velm and the mill, but the army , a clerk said, was near."


def tokens() -> list[Token]:
    found, at = [], 0
    for word in TEXT.replace(",", " ,").replace(".", " .").split():
        start = TEXT.index(word, at)
        at = start + len(word)
        found.append(Token(Span(start, at), word, "NN", word.lower()))
    return found


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("parts", "alone", "evidence"),
    [
        (("held", "Velm"), False, "The Front said its men held Velm"),
        (("held", "Velm"), True, "The Front said its men held Velm and the mill"),
    ],
)
def test_a_report_and_the_clause_of_what_is_said(
    parts: tuple[str, ...], evidence: str, *, alone: bool
) -> None:
    words = tokens()
    report = Attribution(
        cue=span("said"),
        source=span("The Front"),
        content=(span("its men held Velm and the mill"),),
        kind="says",
        style="indirect",
    )
    sentence = Sentence(Span(0, len(TEXT)), 0, 0, len(words))
    found = stretched(TEXT, words, sentence, [span(part) for part in parts], report, alone=alone)
    assert TEXT[found.start : found.end] == evidence


def test_without_a_report_the_clause_alone() -> None:
    words = tokens()
    sentence = Sentence(Span(0, len(TEXT)), 0, 0, len(words))
    found = stretched(TEXT, words, sentence, [span("near")], None, alone=False)
    assert TEXT[found.start : found.end] == "was near."
