"""Introductions: names with the role phrases beside them.

Three shapes introduce somebody: "spokesman X", "X, a spokesman for Y," and "a spokesman for Y, X,".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.cast.names import Run
from sayso.reading.cast.nouns import words
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.words import Page

_ROLES = frozenset({"spokes", "office", "speaker", "rank"})

_CLOSERS = (",", ".", ";", ":", ")", "–", "—", "(", "“", '"', "”")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person's name with the role phrases beside it, from `first` to `last`."""

    run: Run
    roles: tuple[Phrase, ...]
    first: int
    last: int


def introduce(page: Page, runs: Sequence[Run], phrases: Sequence[Phrase]) -> tuple[Introduction, ...]:
    """Return the introductions of a page, in order of the runs."""
    roles = [phrase for phrase in phrases if not phrase.classes.isdisjoint(_ROLES)]
    ending: dict[int, Phrase] = {}
    for phrase in sorted(roles, key=lambda role: role.first):
        ending.setdefault(phrase.end, phrase)
    for phrase in roles:
        ending.setdefault(phrase.last, phrase)
    starting = {phrase.first: phrase for phrase in roles}
    return tuple(
        found for run in runs if not run.organ and (found := _introduction(page, run, ending, starting))
    )


def _introduction(
    page: Page, run: Run, ending: dict[int, Phrase], starting: dict[int, Phrase]
) -> Introduction | None:
    first, last, roles = run.first, run.last, []
    before = ending.get(first)
    if before and page.words[first].gap in {" ", ". ", "-", "\u00a0"} and not _plural(page, before):
        roles.append(before)
        first = before.first
    elif _titled(page, first):
        first -= 1
    called = ending.get(_before_called(page, first))
    if called and not roles:
        return Introduction(run, (called,), called.first, last)
    apart = ending.get(first)
    if apart and _comma(page.words[first].gap) and _announces(page, apart, last):
        roles.append(apart)
        first = apart.first
    behind = starting.get(last)
    if behind and page.follows(last) and _comma(page.words[last].gap) and _explains(page, behind):
        roles.append(behind)
        last = behind.end
    if not roles and first == run.first:
        return None
    return Introduction(run, tuple(roles), first, last)


_CALLED = (
    ("who", "goes", "by", "the", "name"), ("who", "goes", "by"), ("known", "as"), ("identified", "as"),
    ("named",), ("going", "by", "the", "name"), ("who", "gave", "his", "name", "as"),
    ("identified", "only", "as"), ("who", "gave", "his", "name", "only", "as"),
    ("who", "gave", "her", "name", "as"), ("who", "gave", "her", "name", "only", "as"),
    ("who", "gave", "only", "his", "first", "name"), ("who", "gave", "only", "her", "first", "name"),
)  # fmt: skip


def _before_called(page: Page, first: int) -> int:
    """Return where "who goes by the name" and the like begin before a name; -1 without them."""
    for lows in _CALLED:
        if page.lows(max(0, first - len(lows)), first) == lows:
            return first - len(lows)
    return -1


def _comma(gap: str) -> bool:
    return gap.strip() == ","


def _plural(page: Page, phrase: Phrase) -> bool:
    word = page.words[phrase.head]
    return word.tag in {"NNS", "NNPS"} and word.low.endswith("s")


def _titled(page: Page, first: int) -> bool:
    before = page.words[first - 1] if page.follows(first) else None
    return before is not None and before.low in words("people", "roles", "title") and before.capital


def _announces(page: Page, phrase: Phrase, last: int) -> bool:
    """Tell whether "role, X" is one person: the role is single and the name closes its clause."""
    if _plural(page, phrase):
        return False
    after = page.after(last)
    verb = page.follows(last) and page.words[last].tag in {"VBD", "VBZ", "MD"}
    return after.lstrip().startswith(_CLOSERS) or verb or not page.follows(last)


def _explains(page: Page, phrase: Phrase) -> bool:
    """Tell whether "X, role" is one person: a role without "the", or one that closes its clause."""
    if _plural(page, phrase) or phrase.det in {"this", "that"}:
        return False
    if phrase.det in {"a", "an"}:
        return True
    after = page.after(phrase.end)
    follower = page.low(phrase.end) if page.follows(phrase.end) else ""
    return (
        after.lstrip().startswith(_CLOSERS)
        or not page.follows(phrase.end)
        or follower in {"who", "whose", "in", "at", "for"}
    )
