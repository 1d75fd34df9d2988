"""Which articles bear on a conflict."""

from __future__ import annotations

import pytest

from sayso.model.analysis import Analysis, Entity, Token
from sayso.model.span import Span
from sayso.reading.bearing import bears_on_conflict


def analysed(words: str, *kinds: str) -> Analysis:
    tokens = tuple(Token(Span(0, 0), word, "NN", word) for word in words.split())
    entities = tuple(Entity(kind, f"Name {n}") for n, kind in enumerate(kinds))  # type: ignore[arg-type]
    return Analysis("art", None, tokens, entities=entities)


@pytest.mark.parametrize(
    ("words", "kinds", "bears"),
    [
        ("goal penalty siege rebellion fighting", ("place", "organisation", "person"), False),
        ("gate guard seize", ("party",), True),
        ("soldier shelling rebel truce refugee", ("place",), True),
        ("share market attack price capture", ("organisation",), False),
        ("", (), False),
    ],
)
def test_parties_or_many_words_of_war(words: str, kinds: tuple[str, ...], bears: bool) -> None:
    assert bears_on_conflict(analysed(words, *kinds)) is bears
