"""Where the words of two texts differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 5
"""Words shown on either side of a change."""

BLOCK = 90_000
TOTAL = 2_000_000
"""Pairs of words (or of paragraphs) that are compared for one stretch, and for two texts, at most: what is
larger is given as one change.  `difflib` takes time by these pairs."""

CLOSE = 3
"""Changes with fewer words than these between them are told as one."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A stretch that differs: its words in either text (one may be empty), and those around it."""

    before: str
    was: str
    now: str
    after: str


def differences(one: str, other: str) -> tuple[Changed, ...]:
    """Return where the words of `other` differ from those of `one`, in order; layout makes no difference.

    Paragraphs are compared first, then the words of those that changed.
    """
    left, right = _paragraphs(one), _paragraphs(other)
    room = _Room()
    found: list[Changed] = []
    words = [word for paragraph in left for word in paragraph]
    for was, now, at in _stretches(left, right, room):
        for a, b, c, d in _joined(_opcodes(was, now, room)):
            start, end = at + a, at + b
            found.append(
                Changed(
                    " ".join(words[max(0, start - AROUND) : start]), " ".join(was[a:b]), " ".join(now[c:d]),
                    " ".join(words[end : end + AROUND]),
                )
            )  # fmt: skip
    return tuple(found)


class _Room:
    """How many pairs may still be compared."""

    def __init__(self) -> None:
        self.left = TOTAL

    def takes(self, one: int, other: int) -> bool:
        if one * other > min(BLOCK, self.left):
            return False
        self.left -= one * other
        return True


def _paragraphs(text: str) -> list[tuple[str, ...]]:
    return [words for line in text.splitlines() if (words := tuple(line.split()))]


def _stretches(
    left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]], room: _Room
) -> Iterator[tuple[list[str], list[str], int]]:
    """Yield the words of paragraphs that differ, and how many words of `left` stand before them."""
    starts = [0]
    for paragraph in left:
        starts.append(starts[-1] + len(paragraph))
    for a, b, c, d in _opcodes(left, right, room):
        was = [word for paragraph in left[a:b] for word in paragraph]
        now = [word for paragraph in right[c:d] for word in paragraph]
        if was != now:
            yield was, now, starts[a]


def _opcodes(
    left: Sequence[object], right: Sequence[object], room: _Room
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches (start and end in either) that differ; all between equal ends where
    it is too much.
    """
    head, tail = _ends(left, right)
    a, b, c, d = head, len(left) - tail, head, len(right) - tail
    if (a, c) == (b, d):
        return
    if a == b or c == d or not room.takes(b - a, d - c):
        yield a, b, c, d
        return
    # Without `autojunk`, which would pass over frequent words: the block is small.
    matcher = SequenceMatcher(None, left[a:b], right[c:d], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield a + i, a + j, c + k, c + m


def _joined(found: Iterator[tuple[int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    last: tuple[int, int, int, int] | None = None
    for one in found:
        if last is not None and one[0] - last[1] < CLOSE:
            last = last[0], one[1], last[2], one[3]
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _ends(left: Sequence[object], right: Sequence[object]) -> tuple[int, int]:
    """Return how much two sequences have in common at their start, and at their end behind it."""
    most = min(len(left), len(right))
    head = next((n for n in range(most) if left[n] != right[n]), most)
    rest = most - head
    return head, next((n for n in range(rest) if left[-1 - n] != right[-1 - n]), rest)
