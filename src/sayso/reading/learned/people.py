"""Mentions made into entities: which mean the same, what each is called, and to whom it belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.learned.naming import is_capital, is_named, name_of
from sayso.reading.learned.network import Network
from sayso.reading.learned.pairs import Spoken, is_pronoun, matrix
from sayso.reading.learned.scheme import KINDS
from sayso.reading.learned.signals import Signals

REACH = 50
"""So many mentions back an antecedent is looked for; the network of pairs was trained with it."""
NEAR = 2
"""So many sentences apart two mentions may stand to tell who belongs to whom."""
SIDE_THRESHOLD = 0.0
_OWNED = 2.0
"""The score of a pair of which one says in words that it belongs to the other."""
_ARTICLES = frozenset({"the", "a", "an"})
_HOLDING = frozenset({"party", "state", "organisation"})
_RANK = {"person": 0, "unit": 1, "weapon": 1, "outlet": 2, "organisation": 2, "party": 3, "state": 3}
"""Who can belong to whom: the lower to the higher."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """An entity: its kind and name, the number of whom it belongs to, its mentions by number."""

    kind: str
    name: str
    holder: int | None
    mentions: tuple[int, ...]


def gather(signals: Signals, network: Network) -> tuple[tuple[Somebody, ...], Mapping[int, int]]:
    """Return the entities of a text, and for each mention's number its entity's."""
    mentions = signals.mentions
    if not mentions:
        return (), {}
    states = np.stack([signals.states[m.first : m.last].mean(0) for m in mentions])
    pairs = [(i, j) for j in range(len(mentions)) for i in range(max(0, j - REACH), j)]
    scores = np.zeros((0, 2), dtype=np.float32)
    if pairs:
        first, second = [i for i, _ in pairs], [j for _, j in pairs]
        scores = network.compare(states[first], states[second], matrix(mentions, pairs))
    groups = namesakes(mentions, _groups(len(mentions), pairs, scores[:, 0].tolist()))
    of = {mention: number for number, group in enumerate(groups) for mention in group}
    kinds = [_kind([mentions[n] for n in group]) for group in groups]
    names = [name_of(kind, [mentions[n] for n in group]) for kind, group in zip(kinds, groups, strict=True)]
    holders = _holders(mentions, kinds, names, of, pairs, scores[:, 1].tolist())
    found = [
        Somebody(kinds[number], names[number], holders.get(number), tuple(group))
        for number, group in enumerate(groups)
    ]
    return tuple(found), of


def _groups(count: int, pairs: Sequence[tuple[int, int]], scores: Sequence[float]) -> list[list[int]]:
    """Join each mention with its best antecedent, where one is likelier than none."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), score in zip(pairs, scores, strict=True):
        best[j] = max(best.get(j, (0.0, -1)), (score, i))
    groups: list[list[int]] = []
    of: dict[int, int] = {}
    for mention in range(count):
        earlier = best.get(mention, (0.0, -1))[1]
        if earlier < 0:
            of[mention] = len(groups)
            groups.append([])
        else:
            of[mention] = of[earlier]
        groups[of[mention]].append(mention)
    return groups


def namesakes(mentions: Sequence[Spoken], groups: Sequence[list[int]]) -> list[list[int]]:
    """Return the groups with those joined that bear one name: the same words, or one person's last name.

    Groups that hold two names of one kind are left to themselves, for neither is then theirs for certain.
    """
    kinds = [_kind([mentions[n] for n in group]) for group in groups]
    names = [name_of(kind, [mentions[n] for n in group]) for kind, group in zip(kinds, groups, strict=True)]
    full: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        if kinds[number] == "person" and len(name.split()) > 1 and is_capital(name.split()[-1]):
            full.setdefault(name.split()[-1].lower(), []).append(number)
    first: dict[tuple[bool, str], int] = {}
    found: list[list[int]] = [[] for _ in groups]
    for number, name in enumerate(names):
        person = kinds[number] == "person"
        at = number
        if is_body(name):
            bearers = full.get(name.lower(), []) if person else []
            same = {names[n] for n in bearers}
            at = bearers[0] if len(same) == 1 else first.setdefault((person, name.lower()), number)
            at = first.setdefault((person, names[at].lower()), at)
        found[at] += groups[number]
    return [sorted(group) for group in found if group]


def _kind(mentions: Sequence[Spoken]) -> str:
    named = [m.kind for m in mentions if not m.pronoun] or [m.kind for m in mentions]
    return KINDS[Counter(named).most_common(1)[0][0]]


def _holders(
    mentions: Sequence[Spoken],
    kinds: Sequence[str],
    names: Sequence[str],
    of: Mapping[int, int],
    pairs: Sequence[tuple[int, int]],
    scores: Sequence[float],
) -> dict[int, int]:
    """Return for entities the one that they belong to, by the surest pair of their mentions."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), told in zip(pairs, scores, strict=True):
        a, b = of[i], of[j]
        score = max(told, _OWNED) if _owned(mentions[i], mentions[j]) else told
        if score <= SIDE_THRESHOLD or a == b or mentions[j].sentence - mentions[i].sentence > NEAR:
            continue
        low, high = sorted((a, b), key=lambda n: _RANK.get(kinds[n], 9))
        if kinds[high] not in _HOLDING or kinds[low] == "place" or not is_body(names[high]):
            continue
        if _RANK.get(kinds[low]) == _RANK.get(kinds[high]):
            inner = mentions[j].first >= mentions[i].first and mentions[j].last <= mentions[i].last
            low, high = (a, b) if inner else (b, a)
        best[low] = max(best.get(low, (SIDE_THRESHOLD, -1)), (score, high))
    return {low: high for low, (_, high) in best.items() if high >= 0}


def _owned(outer: Spoken, inner: Spoken) -> bool:
    """Tell whether a mention names its owner: "the Front's spokesman", "a clerk of the Front"."""
    if not (outer.first <= inner.first and inner.last <= outer.last) or len(outer.words) == len(inner.words):
        return False
    before = [w.lower() for w in outer.words[: inner.first - outer.first] if w.lower() not in _ARTICLES]
    after = outer.words[inner.last - outer.first :]
    return before[-1:] in (["of"], ["for"]) or (
        not before and after[:1] in (("'s",), ("’s",), ("'",), ("’",))
    )


def is_body(name: str) -> bool:
    """Tell whether a name is more than a pronoun or a common noun: it is called by it, or is a government."""
    return not is_pronoun(name) and (is_named(name) or "government" in name)
