"""Stretches of words in rows of tags."""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]
"""First word, and the one behind the last."""


def stretches(tags: Sequence[int]) -> list[Range]:
    """Return the stretches in a row of 0 none, 1 beginning, 2 inside; an inside alone begins one too."""
    found: list[Range] = []
    for number, tag in enumerate(tags):
        if tag == 1 or (tag == 2 and not (found and found[-1][1] == number)):
            found.append((number, number + 1))
        elif tag == 2:
            found[-1] = (found[-1][0], number + 1)
    return found
