"""How much a mark tells of the kinship of the texts that share it: fixed, whatever else a ledger holds.

So the likeness of two texts is theirs alone; no third article changes it, and a new one is compared with its
own candidates only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sayso.languages import table

MOST = 20
"""The weight of a mark that the table of common marks does not list."""


def weight(mark: str) -> int:
    """Return the weight of a mark, from 0 (in every text) to `MOST`."""
    return _common().get(mark, MOST)


def mass(marks: Iterable[str]) -> int:
    """Return the weight of marks together; names and numbers, which retelling keeps, count half as much
    again.
    """
    return sum(weight(mark) * (2 if mark[0] == "w" else 3) for mark in marks)


@cache
def _common() -> Mapping[str, int]:
    listed = table("english", "commonness")["weights"]
    return {_mark(word): int(value) for value, words in listed.items() for word in words.split()}


def _mark(word: str) -> str:
    """Return the mark behind a word of the table, which writes names with a capital."""
    if word[0] == "#":
        return word
    return "N" + word.casefold() if word[0].isupper() else "w" + word
