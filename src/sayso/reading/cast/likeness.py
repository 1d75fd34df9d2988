"""How alike two written names are, and when two people's names are one person's."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

# Romanisations of one surname ("Rahmon", "Rakhmon": 92; "Shaheen", "Saheen": 92) lie above, surnames that
# merely rhyme ("Karimov", "Rahimov": 71; "Hassan", "Hussein": 62) below.
_SURNAME = 84.0
_SAME_FIRST = 80.0


@lru_cache(maxsize=8192)
def likeness(left: str, right: str) -> float:
    """Return how much two strings agree, 0 … 100: twice the matching letters over all letters."""
    return 100.0 * SequenceMatcher(None, left, right, autojunk=False).ratio()


def one_person(left: Sequence[str], right: Sequence[str], *, same_role: bool) -> bool:
    """Tell whether two names (folded words) are spellings of one person's.

    A full name and a full name agree in the first word and nearly in the last; a surname alone must be
    nearly the last word of the full name.  A surname that is not spelt the same also needs the same
    first name or, failing that, the same role.
    """
    if not left or not right:
        return False
    if tuple(left) == tuple(right):
        return True
    short, long = sorted((tuple(left), tuple(right)), key=len)
    if long[-len(short) :] == short or (long[: len(short)] == short and len(short) > 1):
        return True
    if short[-1][:1] != long[-1][:1]:
        return False
    near = likeness(short[-1], long[-1]) >= _SURNAME
    if len(short) == 1:
        return near and same_role
    return near and likeness(short[0], long[0]) >= _SAME_FIRST


def surname(lows: Sequence[str]) -> tuple[str, ...]:
    """Return the part of a name that stands for it alone, its article included ("al sharafi")."""
    if len(lows) > 2 and lows[-2] in {"al", "el", "bin", "ben", "abu", "van", "von", "de", "ag", "ould"}:
        return tuple(lows[-2:])
    return tuple(lows[-1:])
