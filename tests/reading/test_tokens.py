"""Words, their places, tags and lemmas."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.reading.lemmas import lemma
from sayso.reading.tokens import tokenize


def forms(text: str) -> list[str]:
    return [token.text for token in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army doesn’t hold Velm.", ["The", "army", "does", "n’t", "hold", "Velm", "."]),
        ("They can't; they cannot.", ["They", "ca", "n't", ";", "they", "can", "not", "."]),
        ("Orsk's border", ["Orsk", "'s", "border"]),
        ("the miners’ homes", ["the", "miners", "’", "homes"]),
        ("85% of it", ["85", "%", "of", "it"]),
        ("a U.S.-led force in the U.S.", ["a", "U.S.-led", "force", "in", "the", "U.S."]),
        ("the Orsk-Velm line", ["the", "Orsk-Velm", "line"]),
        ("1,037 men, 40km and $5.2 million", ["1,037", "men", ",", "40", "km", "and", "$", "5.2", "million"]),
        ("on the 3rd of May", ["on", "the", "3rd", "of", "May"]),
        ("Mr. Tal met Gen. A. B. Oss.", ["Mr.", "Tal", "met", "Gen.", "A.", "B.", "Oss", "."]),
        ("No. 5 said no.", ["No.", "5", "said", "no", "."]),
        ("the site”Ministry spokesman", ["the", "site", "”", "Ministry", "spokesman"]),
        ("It fell.But they left", ["It", "fell", ".", "But", "they", "left"]),
        ("see https://velm.example/a?b=1 now", ["see", "https://velm.example/a?b=1", "now"]),
        ("Qala'at al-Ras", ["Qala'at", "al-Ras"]),
        ("wait... what", ["wait", "...", "what"]),
        ("RVB/NNB agencies", ["RVB/NNB", "agencies"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The rebels claimed the town .", "claimed", "VBD"),
        ("The town was claimed by the rebels .", "claimed", "VBN"),
        ("Their claims could not be checked .", "claims", "NNS"),
        ("Fighters have taken the bridge .", "taken", "VBN"),
        ("“ We hold the bridge ” , he said .", "hold", "VBP"),
    ],
)
def test_tags(text: str, word: str, tag: str) -> None:
    assert [token.tag for token in tokenize(text, Span(0, len(text))) if token.text == word] == [tag]


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("captured", "VBD", "capture"),
        ("attacked", "VBD", "attack"),
        ("seizing", "VBG", "seize"),
        ("fled", "VBD", "flee"),
        ("withdrew", "VBD", "withdraw"),
        ("denies", "VBZ", "deny"),
        ("controlled", "VBN", "control"),
        ("shelling", "VBG", "shell"),
        ("wounded", "VBN", "wound"),
        ("means", "VBZ", "mean"),
        ("retaken", "VBN", "retake"),
        ("overran", "VBD", "overrun"),
        ("evacuated", "VBN", "evacuate"),
        ("dying", "VBG", "die"),
        ("freed", "VBD", "free"),
        ("forces", "NNS", "force"),
        ("crossings", "NNS", "crossing"),
        ("cities", "NNS", "city"),
        ("gunmen", "NNS", "gunman"),
        ("headquarters", "NNS", "headquarters"),
        ("Velm", "NNP", "velm"),
        ("n’t", "RB", "not"),
    ],
)
def test_lemma(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag) == expected


@given(st.text(max_size=200))
def test_tokens_are_slices_in_order_and_lose_nothing(text: str) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    assert all(token.span.of(text) == token.text for token in tokens)
    assert all(one.span.end <= two.span.start for one, two in pairwise(tokens))
    kept = "".join(token.text for token in tokens)
    assert kept == "".join(sign for sign in text if not sign.isspace())


def test_a_long_run_without_spaces_is_quick() -> None:
    text = "a.b-" * 20_000
    assert len("".join(forms(text))) == len(text)
