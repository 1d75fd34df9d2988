"""The article's own word on how far something was checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.analysis import Disclaimer
from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.attributions import find_attributions
from sayso.reading.disclaimers import find_disclaimers
from sayso.reading.quotes import find_quotes
from sayso.reading.sentences import split_sentences


def read(*paragraphs: str) -> tuple[str, tuple[Disclaimer, ...]]:
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 1
    sentences, tokens = split_sentences(text, blocks)
    attributions = find_attributions(text, sentences, tokens, find_quotes(text, blocks))
    return text, find_disclaimers(text, sentences, tokens, attributions)


CLAIM = "The rebels said they had taken Velm."


@pytest.mark.parametrize(
    "words",
    [
        "The claim could not be independently verified.",
        "This claim of the rebels could not be verified.",
        "It could not be confirmed.",
        "There was no independent confirmation of the claim.",
        "The report could not immediately be verified by independent sources.",
        "Reuters was unable to verify the claim.",
        "The Courier could not verify the statement.",
        "The UN has not been able to confirm this.",
        "The army has not confirmed the report.",
        "It was difficult to corroborate the claim.",
        "The claim has not been independently confirmed.",
        "The claim has yet to be verified.",
        "It was impossible to verify the report.",
        "Independent verification was not possible.",
        "The claim remains unverified.",
        "No independent source could confirm the claim.",
        "The Courier failed to verify the report.",
    ],
)
def test_not_verified(words: str) -> None:
    text, found = read(f"{CLAIM} {words}")
    assert [(d.verdict, d.target.of(text)) for d in found] == [("unverified", "they had taken Velm")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The army said it holds Velm, a claim that was difficult to corroborate.", "it holds Velm"),
        (
            "The rebels have claimed that they hold 40% of Ruvia, without this claim being able "
            "to be confirmed from an independent source.",
            "they hold 40% of Ruvia",
        ),
        ("The army estimates the dead at 60; to check this figure is not possible.", "the dead at 60"),
        (
            "The ministers may meet in Velm on Friday, the palace has not yet confirmed this.",
            "The ministers may meet in Velm on Friday",
        ),
    ],
)
def test_within_the_sentence(text: str, target: str) -> None:
    _, found = read(text)
    assert [(d.verdict, d.target.of(text)) for d in found] == [("unverified", target)]


def test_all_claims_of_a_paragraph() -> None:
    text, found = read(
        "The rebels said they had taken Velm. The army said it had killed forty men. "
        "These claims could not be verified."
    )
    assert [d.target.of(text) for d in found] == ["they had taken Velm", "it had killed forty men"]


def test_claims_of_a_place() -> None:
    text, found = read(
        "The rebels said they had taken Velm. The army said it had killed forty men in Orsk.",
        "The accounts of the fighting in Orsk could not be verified.",
    )
    assert [d.target.of(text) for d in found] == ["it had killed forty men in Orsk"]


def test_without_a_claim_the_sentence_before_is_meant() -> None:
    text, found = read("Velm has fallen. This could not be verified.")
    assert [d.target.of(text) for d in found] == ["Velm has fallen."]


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Government officials rejected this claim by the rebels.", "Government officials"),
        ("The army did not agree with this assessment.", "The army"),
        ("The army called the claim “a lie”.", "The army"),
        ("The army denied that Velm had fallen.", "The army"),
    ],
)
def test_disputed(words: str, by: str) -> None:
    text, found = read(f"{CLAIM} {words}")
    assert [(d.verdict, d.target.of(text), d.by_span and d.by_span.of(text), d.by) for d in found] == [
        ("disputed", "they had taken Velm", by, None)
    ]


def test_disputed_and_not_verified_at_once() -> None:
    text, found = read(
        "The rebels claimed control of 85% of Ruvia, a figure disputed by the government that could not be "
        "verified by independent sources."
    )
    assert {(d.verdict, d.target.of(text)) for d in found} == {
        ("disputed", "control of 85% of Ruvia"),
        ("unverified", "control of 85% of Ruvia"),
    }


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("The claim was confirmed by satellite images.", "satellite images"),
        ("The report was confirmed by two residents.", "two residents"),
        ("Two residents confirmed that Velm had fallen.", "Two residents"),
    ],
)
def test_confirmed(words: str, by: str) -> None:
    text, found = read(f"{CLAIM} {words}")
    assert [(d.verdict, d.target.of(text), d.by_span and d.by_span.of(text)) for d in found] == [
        ("confirmed", "they had taken Velm", by)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "If confirmed, the loss would be heavy.",
        "The army confirmed that it had left.",
        "Once this is verified, talks may begin.",
        "The army established a new post.",
        "The rebels checked papers at the gate.",
    ],
)
def test_no_disclaimer(words: str) -> None:
    assert read(f"{CLAIM} {words}")[1] == ()


@given(st.text(alphabet="aTh notbeverifd.,\n", max_size=100))
def test_spans_lie_in_the_text(text: str) -> None:
    whole, found = read(text.replace("\n", " "))
    assert all(0 <= d.span.start < d.span.end <= len(whole) and len(d.target) for d in found)
