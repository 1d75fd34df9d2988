"""The lexicon of triggers: every entry is well formed, and patterns match as they say."""

from __future__ import annotations

import pytest

from sayso.claimtypes import registry
from sayso.languages import table
from sayso.reading.triggers import (
    SLOTS,
    embeds,
    kinds,
    match_words,
    noun_frames,
    supports,
    verb_frames,
    wordset,
)

NEEDS = {"quantity", "negation", "bodies"}


def test_every_verb_frame_fills_known_slots_of_known_kinds() -> None:
    for rows in verb_frames().values():
        for pattern, frame in rows:
            assert frame.type in registry(), pattern
            assert set(frame.roles.values()) <= SLOTS | {"quantity"}, pattern
            assert frame.subject_is | frame.object_is <= set(kinds()) | KINDS, pattern
            assert frame.need <= NEEDS, pattern


KINDS = {"none", "quantity", "party", "person", "state", "organisation"}
"""Kinds that no list of nouns defines: an entity's own, a figure, and no object at all."""


def test_longer_patterns_come_first() -> None:
    for rows in verb_frames().values():
        sizes = [len(pattern) for pattern, _ in rows]
        assert sizes == sorted(sizes, reverse=True)


def test_nouns_and_supports_and_embeds_are_there() -> None:
    assert noun_frames()["offensive"].type == "attack"
    assert any("launch" in s.object for s in supports())
    assert any(("plan",) in e.patterns for e in embeds())
    assert "and" in wordset("joins")


def test_there_are_several_hundred_triggers() -> None:
    assert sum(len(row["verbs"]) for row in table("english", "triggers")["frame"]) > 600


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        (("take", "control", "of"), "take full control of X", 3),
        (("take", "control", "of"), "take X", None),
        (("be", "under", "control"), "be also under our full control", 5),
        (("fall", "to"), "fall a b c d e f to", None),
    ],
)
def test_patterns(pattern: tuple[str, ...], words: str, expected: int | None) -> None:
    lemmas = words.split()
    assert match_words(pattern, lemmas, 0, len(lemmas)) == expected
