"""A union of linked things that remembers why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from sayso.model.ids import digest
from sayso.model.weighed import Lineage

LinkKind = Literal[
    "shared-text", "agency-credit", "shared-quote", "speech-event", "same-article", "judgement"
]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two records of one origin (ids, the lesser first), and the evidence for it."""

    kind: LinkKind
    left: str
    right: str
    evidence: str


def link(kind: LinkKind, a: str, b: str, evidence: str) -> Link:
    """Return the link between two records, whichever way round they come."""
    return Link(kind, min(a, b), max(a, b), evidence)


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


def lineages(links: set[Link]) -> tuple[Lineage, ...]:
    """Return one lineage a kind and group of linked records, by id; its evidence is the least link's."""
    unions: dict[LinkKind, Union] = defaultdict(Union)
    for one in sorted(links):
        unions[one.kind].join(one.left, one.right)
    members: dict[tuple[LinkKind, str], set[str]] = defaultdict(set)
    evidence: dict[tuple[LinkKind, str], str] = {}
    for one in sorted(links):
        key = (one.kind, unions[one.kind].root(one.left))
        members[key] |= {one.left, one.right}
        evidence.setdefault(key, one.evidence)
    made = [_lineage(kind, sorted(ids), evidence[kind, root]) for (kind, root), ids in members.items()]
    return tuple(sorted(made, key=lambda lineage: lineage.id))


def _lineage(kind: LinkKind, members: list[str], evidence: str) -> Lineage:
    return Lineage(digest("ln", kind, members), kind, tuple(members), evidence)
