"""Ids and counts in words."""

from __future__ import annotations

import pytest

from sayso.faces.cli.lines import count_words, short


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("st-a267b6479dbaff13", "st-a267b647"),
        ("because of qu-0123456789abcdef (st-fedcba9876543210).", "because of qu-01234567 (st-fedcba98)."),
        ("row-17", "row-17"),
        ("st-a267", "st-a267"),
        ("best-a267b6479dbaff13", "best-a267b6479dbaff13"),
    ],
)
def test_ids_that_sayso_made_are_cut(text: str, words: str) -> None:
    assert short(text) == words


def test_counts() -> None:
    assert count_words(1, "origin") == "1 origin"
    assert count_words(0, "origin") == "0 origins"
    assert count_words(1200, "entry", "entries") == "1,200 entries"
