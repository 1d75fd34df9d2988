"""Sentences are cut in time that grows with the text, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from sayso.model.article import Article, Block
from sayso.model.span import Span
from sayso.weighing.texts.marks import text_of


def _sentences(text: str) -> list[str]:
    article = Article("art-a", "a", None, text, (Block(Span(0, len(text)), "paragraph"),), language="en")
    return [one.span.of(text) for one in text_of(article).sentences]


def test_where_sentences_end() -> None:
    text = "The bridge is open to carts now... Nobody was hurt at Ford (5 men saw it). “It held!” Said so."
    assert _sentences(text)[:2] == [
        "The bridge is open to carts now...",
        "Nobody was hurt at Ford (5 men saw it).",
    ]


@pytest.mark.parametrize("piece", [".", "…", ". ", ".”", "a.", "“"])
def test_a_hundred_thousand_stops_take_no_time(piece: str) -> None:
    begun = time.process_time()
    _sentences("A b. " + piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 5
