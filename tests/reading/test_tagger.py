"""Part-of-speech tags."""

from __future__ import annotations

import pytest

from sayso.reading.tagger import features, tag


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("The rebels have seized two border posts .", "DT NNS VBP VBN CD NN NNS ."),
        ("She said that the talks had stalled .", "PRP VBD IN DT NNS VBD VBN ."),
        ("According to the ministry , no soldier was lost .", "VBG IN DT NN , DT NN VBD VBN ."),
        ("They will not leave the city .", "PRP MD RB VB DT NN ."),
        ("“ It fell ” , he added .", "`` PRP VBD '' , PRP VBD ."),
    ],
)
def test_tags(words: str, tags: str) -> None:
    assert tag(words.split()) == tuple(tags.split())


def test_a_name_that_ends_like_a_pronoun_stays_a_name() -> None:
    words = ["The", "Houthis", "deny", "targeting", "it", "."]
    assert tag(words)[:2] == ("DT", "NNPS")


def test_no_words_no_tags() -> None:
    assert tag([]) == ()


def test_typographic_marks_look_like_plain_ones() -> None:
    assert features(["don’t", "“"]) == features(["don't", '"'])


def test_one_tag_a_word_on_odd_input() -> None:
    words = ["", "\u200b", "ÄÖÜ", "١٢", "a" * 500, "😀"]
    assert len(tag(words)) == len(words)
