"""Which of many links hold once people have cut some and added others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.weighing.links import Link, Pair, Union, link

ADDED = "a person says that the two are of one origin"


def forest(
    found: Iterable[Link], known: Collection[str], cut: frozenset[Pair], added: frozenset[Pair]
) -> list[Link]:
    """Return the links that join records into origins, no more than it takes, the strongest first.

    What people added goes before what was found.  No link is taken that would bring two records together
    which people say are not of one origin, by whatever way round; so a cut parts two records for good, and
    each record between them stays with the one that it is tied to more strongly.
    """
    union = Union()
    held = []
    said = [link("judgement", *pair, ADDED, 1000) for pair in sorted(added) if set(pair) <= set(known)]
    ranked = sorted(found, key=lambda one: (-one.strength, one))
    for one in (*said, *ranked):
        roots = {union.root(one.left), union.root(one.right)}
        if len(roots) == 2 and not any({union.root(a), union.root(b)} == roots for a, b in cut):
            union.join(one.left, one.right)
            held.append(one)
    return held


def groups(found: Iterable[Link]) -> dict[str, str]:
    """Return for each linked record the name of its group: the least id in it."""
    union = Union()
    linked = list(found)
    for one in linked:
        union.join(one.left, one.right)
    return {key: union.root(key) for one in linked for key in one.pair}
