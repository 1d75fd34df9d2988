"""Dates and intervals as every line shows them: 7 Mar 2031, Mar 2031, 27 Feb – 4 Mar 2031."""

from __future__ import annotations

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(value: str) -> str:
    """Return an ISO day, month, year or ``first/last`` in words; anything else as it is."""
    first, slash, last = value.partition("/")
    if not slash:
        return " ".join(_parts(value))
    left, right = _parts(first), _parts(last)
    if left == right:
        return " ".join(right)
    # "27–28 Feb 2031", "27 Feb – 4 Mar 2031": month and year that both ends share are said once.
    shared = 0
    while len(left) == len(right) and shared < len(left) - 1 and left[-1 - shared] == right[-1 - shared]:
        shared += 1
    short = left[: len(left) - shared]
    return " ".join(short) + ("–" if len(short) == 1 and shared else " – ") + " ".join(right)


def _parts(point: str) -> list[str]:
    pieces = point.split("-")
    if not all(piece.isdigit() for piece in pieces) or len(pieces) > 3:
        return [point]
    if len(pieces) > 1 and not 1 <= int(pieces[1]) <= 12:
        return [point]
    month = [MONTHS[int(piece) - 1] for piece in pieces[1:2]]
    day = [str(int(piece)) for piece in pieces[2:]]
    return [*day, *month, pieces[0]]
