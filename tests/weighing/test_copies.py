"""Sentences that are one but for light edits."""

from __future__ import annotations

import pytest

from sayso.weighing.copies import near, triples_of


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
