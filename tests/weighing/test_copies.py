"""Articles that carry one text."""

from __future__ import annotations

import random

import pytest

from sayso.model.article import Article, Block
from sayso.model.span import Span
from sayso.weighing.copies import copies, near, triples_of, words_of

RANDOM = random.Random(7)
VOCABULARY = [f"word{n}" for n in range(4000)]


def _text(words: int) -> list[str]:
    return [RANDOM.choice(VOCABULARY) for _ in range(words)]


def _article(key: str, words: list[str]) -> Article:
    return Article(key, key, None, " ".join(words), ())


AGENCY = _text(400)


def _edited(words: list[str], every: int) -> list[str]:
    return [f"new{n}" if n % every == 0 else word for n, word in enumerate(words)]


@pytest.mark.parametrize(
    ("copy", "linked"),
    [
        (AGENCY, True),
        (AGENCY[200:] + AGENCY[:200], True),
        (AGENCY[:150] + _text(100), True),
        (_edited(AGENCY, 10), True),
        (_text(400), False),
        (AGENCY[:25] + _text(375), False),
        ([], False),
    ],
)
def test_copies_are_found_and_shared_quotes_are_no_copy(copy: list[str], linked: bool) -> None:
    found = copies([_article("a", AGENCY), _article("b", copy)])
    assert [(one.left, one.right) for one in found] == ([("a", "b")] if linked else [])
    assert all("runs of 5 words are shared, as “word" in one.evidence for one in found)


def test_many_copies_make_one_chain_whatever_their_order() -> None:
    articles = [_article(f"a{n:02}", _edited(AGENCY, 9 + n)) for n in range(20)]
    found = copies(articles)
    assert copies(articles[::-1]) == found
    assert {key for one in found for key in (one.left, one.right)} == {a.id for a in articles}


def test_what_a_page_puts_around_its_text_does_not_count() -> None:
    text = "Subscribe now to read. The bridge is ours."
    blocks = (Block(Span(0, 22), "boilerplate"), Block(Span(23, 42), "paragraph"))
    assert words_of(Article("a", "a", None, text, blocks)) == ["the", "bridge", "is", "ours"]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("The Reds took the bridge at Norvik on Monday night", True),
        ("On Monday night the Reds took the bridge at Norvik", True),
        ("The Blues took the ford near Sund on Monday", False),
        ("The Reds", False),
    ],
)
def test_a_sentence_lightly_edited_is_the_same(other: str, same: bool) -> None:
    first, second = triples_of("The Reds took the bridge at Norvik on Monday"), triples_of(other)
    assert near(len(first & second), len(first), len(second)) is same
