"""Taken stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.reading.occupied import Occupied

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 60), st.integers(1, 9))


@given(st.lists(spans, max_size=12), spans)
def test_touches_is_overlap(taken: list[Span], asked: Span) -> None:
    assert Occupied(taken).touches(asked) == any(asked.overlaps(span) for span in taken)


@given(st.lists(spans, max_size=12))
def test_taking_one_after_another(offered: list[Span]) -> None:
    occupied, kept = Occupied(), list[Span]()
    for span in offered:
        assert occupied.touches(span) == any(span.overlaps(other) for other in kept)
        if not occupied.touches(span):
            occupied.take(span)
            kept.append(span)
