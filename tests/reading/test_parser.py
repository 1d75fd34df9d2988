"""Dependency trees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.parser import LONGEST, Weights, pack, parse_words, score, unpack
from sayso.reading.tagger import tag


def tree(sentence: str) -> list[tuple[str, str, str]]:
    words = sentence.split()
    found = parse_words(words, tag(words))
    return [
        (word, relation, words[head] if head >= 0 else "-")
        for word, head, relation in zip(words, found.heads, found.relations, strict=True)
    ]


@pytest.mark.parametrize(
    ("sentence", "arc"),
    [
        ("The rebels captured the town .", ("rebels", "nsubj", "captured")),
        ("The rebels captured the town .", ("town", "obj", "captured")),
        ("The town was captured by the rebels .", ("town", "nsubj:pass", "captured")),
        ("The army said it had left .", ("left", "ccomp", "said")),
        ("They fled to the border .", ("border", "obl", "fled")),
        ("The army left .", ("left", "root", "-")),
    ],
)
def test_arcs(sentence: str, arc: tuple[str, str, str]) -> None:
    assert arc in tree(sentence)


def test_typographic_marks_are_read_like_plain_ones() -> None:
    tags = ("``", "PRP", "VBD", "''")
    assert parse_words(["“", "It", "fell", "”"], tags) == parse_words(['"', "It", "fell", '"'], tags)


def test_a_sentence_too_long_is_parsed_in_pieces() -> None:
    words = ["town"] * (LONGEST + 3)
    found = parse_words(words, ["NN"] * len(words))
    assert len(found.heads) == len(words)
    assert found.heads.count(-1) == 2


@given(st.lists(st.sampled_from(["the", "army", "left", ",", "who", "and", "said", "“"]), max_size=12))
def test_every_word_has_a_head_and_one_is_the_root(words: list[str]) -> None:
    found = parse_words(words, tag(words))
    assert len(found.heads) == len(found.relations) == len(words)
    assert found.heads.count(-1) == (1 if words else 0)
    for place in range(len(words)):
        seen = set()
        while place >= 0:
            assert place not in seen
            seen.add(place)
            place = found.heads[place]


def test_weights_come_back_as_packed() -> None:
    import numpy as np

    scores = np.array([[1, 0, -2], [0, 300, 0]], dtype=np.int16)
    weights = unpack(pack(["a|x", "b"], scores, ["nsubj"], frozenset({"town"})))
    assert isinstance(weights, Weights)
    assert [score([name], weights).tolist() for name in ("a|x", "b", "c")] == [
        [1, 0, -2],
        [0, 300, 0],
        [0, 0, 0],
    ]
    assert (weights.relations, weights.known) == (("nsubj",), frozenset({"town"}))
