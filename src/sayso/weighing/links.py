"""A union of linked things that remembers why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.model.ids import digest
from sayso.model.weighed import Lineage

LinkKind = Literal[
    "shared-text", "retold-text", "agency-credit", "shared-quote", "speech-event", "same-article", "judgement"
]

Pair = tuple[str, str]
"""Two ids, the lesser first."""

NO_PAIRS: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two records of one origin (ids, the lesser first), and the evidence for it.

    `strength` goes from 0 to 1000 (one more for versions of one article); `through` names, folded, the
    speaker or agency that the link goes through.
    """

    kind: LinkKind
    left: str
    right: str
    evidence: str
    strength: int = 0
    through: str = ""

    @property
    def pair(self) -> Pair:
        """The two records."""
        return self.left, self.right

    @property
    def id(self) -> str:
        """The link's id: the same two records and kind have the same one in every weighing."""
        return digest("ln", self.kind, [self.left, self.right])


def link(kind: LinkKind, a: str, b: str, evidence: str, strength: int = 0, through: str = "") -> Link:
    """Return the link between two records, whichever way round they come."""
    return Link(kind, min(a, b), max(a, b), evidence, strength, through)


class Union:
    """Joins ids into groups; a group is named by its least id."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def root(self, key: str) -> str:
        """Return the name of the group that `key` is in."""
        top = key
        while (above := self._up.get(top, top)) != top:
            top = above
        while key != top:
            self._up[key], key = top, self._up.get(key, key)
        return top

    def join(self, a: str, b: str) -> None:
        """Put the groups of `a` and `b` together."""
        first, second = sorted((self.root(a), self.root(b)))
        self._up[second] = first


def lineages(links: Iterable[Link]) -> tuple[Lineage, ...]:
    """Return one lineage a link, by id, so that each can be cut by itself; of several reasons the least is
    given.
    """
    made: dict[str, Lineage] = {}
    for one in sorted(links):
        made.setdefault(one.id, Lineage(one.id, one.kind, one.pair, one.evidence))
    return tuple(made[key] for key in sorted(made))
