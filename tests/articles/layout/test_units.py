from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.layout.units import units_of
from sayso.articles.page import Page, Part, compose


def test_bullets_and_stanzas() -> None:
    units = units_of(Page("a", "Title\n\n  • One   thing\n- Two\n\nThree"))
    assert [(unit.text, unit.stanza, unit.bullet) for unit in units] == [
        ("Title", 1, False),
        ("One thing", 2, True),
        ("Two", 2, True),
        ("Three", 3, False),
    ]


@given(st.lists(st.text(max_size=12)))
def test_parts_come_back_from_the_composed_text(texts: list[str]) -> None:
    text, hints = compose(Part(piece) for piece in texts)
    assert [hint.span.of(text) for hint in hints] == [piece.strip() for piece in texts if piece.strip()]
