"""Noun phrases found by their head: "a senior U.S. defence official", "the group's military spokesman".

A phrase runs from its determiner over its modifiers to its head; a possessor ("Iraq's", "its") belongs
to it, and so does one prepositional phrase that says whose or where it is (`tail`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.cast.nouns import words
from sayso.reading.cast.words import Page

_POSSESSIVE_PRONOUNS = words("reference", "phrases", "possessive_pronouns")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at ``words[first:last]`` with its head at `head` (``head == last - 1``).

    `det` is the determiner or possessive pronoun, folded; `owner` the words of the possessor, `mods`
    those of the modifiers (both half-open); `prep` and `tail` the phrase after it and `end` where that
    ends (`last` without one).  `portfolio` is what a ministry is for, where that follows its head
    ("Ministry of Defence").
    """

    first: int
    last: int
    head: int
    classes: frozenset[str]
    det: str | None = None
    owner: tuple[int, int] | None = None
    mods: tuple[int, int] = (0, 0)
    prep: str | None = None
    tail: tuple[int, int] | None = None
    end: int = 0
    portfolio: tuple[int, int] | None = None

    @property
    def definite(self) -> bool:
        """Tell whether the phrase is about something known: "the …", "its …", "X's …"."""
        return self.owned or self.det in {"the", "this", "that", "these", "those"}

    @property
    def owned(self) -> bool:
        """Tell whether a possessor or a possessive pronoun says whose it is."""
        return self.owner is not None or self.det in _POSSESSIVE_PRONOUNS


def is_sponsored(page: Page, last: int) -> bool:
    """Tell whether a country's name that ends before word `last` is only a sponsor's ("Iran-backed")."""
    return (
        last < len(page.words)
        and page.words[last].gap.endswith(("-", "‑", "‐", "–"))
        and page.low(last) in words("parties", "modifiers", "sponsor")
    )
