"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.sentences import LONGEST, split_sentences


def split(text: str) -> list[str]:
    sentences, _ = split_sentences(text, (Block(Span(0, len(text)), "paragraph"),))
    return [sentence.span.of(text) for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velm fell. Orsk held.", ["Velm fell.", "Orsk held."]),
        ("Mr. Tal met Gen. Oss. They talked.", ["Mr. Tal met Gen. Oss.", "They talked."]),
        (
            "The U.S.-led force left the U.S. It was late.",
            ["The U.S.-led force left the U.S.", "It was late."],
        ),
        ("A U.S. envoy came on Oct. 7. He left.", ["A U.S. envoy came on Oct. 7.", "He left."]),
        ("It ended in Oct. The rest is known.", ["It ended in Oct.", "The rest is known."]),
        ('He is calm "there." But she is not.', ['He is calm "there."', "But she is not."]),
        (
            "“We hold it. We will stay,” he said. Others left.",
            ["“We hold it.", "We will stay,” he said.", "Others left."],
        ),
        ("“Will it hold?” asked Tal. Nobody knew.", ["“Will it hold?” asked Tal.", "Nobody knew."]),
        ("It is quiet.The guards left.", ["It is quiet.", "The guards left."]),
        (
            "They “hold the site”Ministry spokesman Tal said. Good.",
            ["They “hold the site”Ministry spokesman Tal said.", "Good."],
        ),
        ("They are tired. ” Officials said no.", ["They are tired. ”", "Officials said no."]),
        ("Wait… They left. No... never.", ["Wait…", "They left.", "No... never."]),
        ("KARVEL (NNB) - Rebels took Velm. It fell.", ["Rebels took Velm.", "It fell."]),
        ("KARVEL, March 3 (NNB) — Rebels took Velm.", ["Rebels took Velm."]),
        ("Karvel (NNB) – Rebels took Velm.", ["Rebels took Velm."]),
        ("Two men – brothers – were hurt.", ["Two men – brothers – were hurt."]),
        ("Points:\n• Velm fell\n• Orsk held", ["Points:", "Velm fell", "Orsk held"]),
        ("One line\nwrapped here. Two.", ["One line\nwrapped here.", "Two."]),
        ("It cost 3.5 million. No. 5 is next.", ["It cost 3.5 million.", "No. 5 is next."]),
        ("J. R. Oss spoke. A. Tal did not.", ["J. R. Oss spoke.", "A. Tal did not."]),
        ("...", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_only_paragraphs_are_read() -> None:
    text = "Velm falls\nRebels took it."
    blocks = (Block(Span(0, 10), "title"), Block(Span(11, len(text)), "paragraph"))
    sentences, tokens = split_sentences(text, blocks)
    assert [(s.span.of(text), s.block) for s in sentences] == [("Rebels took it.", 1)]
    assert tokens[0].text == "Rebels"


def test_a_title_alone_is_read() -> None:
    text = "Rebels take Velm"
    sentences, _ = split_sentences(text, (Block(Span(0, len(text)), "title"),))
    assert [s.span.of(text) for s in sentences] == [text]


def test_a_sentence_without_end_is_cut() -> None:
    text = "town " * (LONGEST + 10) + ", town " * LONGEST
    sentences, tokens = split_sentences(text, (Block(Span(0, len(text)), "paragraph"),))
    assert max(sentence.last - sentence.first for sentence in sentences) <= LONGEST
    assert sum(sentence.last - sentence.first for sentence in sentences) == len(tokens)


@given(st.text(alphabet='abAB .!?"“”’\n,1-', max_size=120))
def test_sentences_hold_all_their_tokens_in_order(text: str) -> None:
    sentences, tokens = split_sentences(text, (Block(Span(0, len(text)), "paragraph"),))
    covered = [n for s in sentences for n in range(s.first, s.last)]
    assert covered == list(range(len(tokens)))
    for sentence in sentences:
        own = tokens[sentence.first : sentence.last]
        assert sentence.span == Span(own[0].span.start, own[-1].span.end)
