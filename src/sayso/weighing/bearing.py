"""On which questions a voice bears beyond its own: those of the whole, of the part, of the kin type.

Only questions that other voices ask by themselves are borne on, so that none is made by this alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.claimtypes.account import WHOLE
from sayso.claimtypes.talks import talkers
from sayso.weighing.context import Group
from sayso.weighing.extent import Extents
from sayso.weighing.matters import bare, danger_of
from sayso.weighing.names import fold, folded, ground
from sayso.weighing.voices import Voice

_HOLDING = frozenset({"control", "takeover", "retreat"})

MOST_PARTS = 24
"""A voice bears on so many questions of one kind at most, so that cost stays bounded."""

MOST_TABLES = 3
"""Talks without a place bear on those at a place, where the parties meet at so many places at most."""


Fact = tuple[str, tuple[str, ...], Group]
"""Kind, key and value: that the question `Group` is found under the key."""


def facts_asked(voice: Voice, groups: Sequence[Group], extents: Extents) -> Iterator[Fact]:
    """Yield what a voice tells of the questions that it asks by itself.  Context: none but places.

    * asked: the question is asked; taker: of it, who is said to hold, take or attack
    * at: of a type about a place; part: who holds a part of a place; set: of a type about a set of places
    * table: where a party, or two of them, talk; fate: what befell somebody; threat: who threatens whom
    """
    p = voice.proposition
    for group in groups:
        (type_, actor, at, unit), mood = group
        yield "asked", (str(group),), group
        yield "taker", (str(group), folded(p.actor) or ""), group
        danger = danger_of(voice)
        if danger and danger.source and danger.whom:
            yield "threat", (fold(danger.whom),), group
        if type_ == "talks" and p.place:
            names = talkers(p)
            pairs = [fold(" and ".join(two)) for two in combinations(names, 2)][:MOST_TABLES]
            yield from (("table", (who,), group) for who in (*map(fold, names), *pairs))
        if type_ == "casualties" and actor and at is not None:
            yield "fate", (actor, unit or ""), group
        place = next((n for n in (p.place, p.place_from, p.place_to) if n and ground(n) == at), None)
        if place is not None and mood is None:
            yield from _facts_of_place(group, place, extents)


def _facts_of_place(group: Group, place: str, extents: Extents) -> Iterator[Fact]:
    type_ = group[0][0]
    yield "at", (type_, extents.key(place)), group
    if type_ == "control" and extents.of(place) == "spot":
        yield from (("part", (whole,), group) for whole in extents.around(place))
    if type_ in ("control", "attack"):
        yield from (("set", (type_, kind, whole), group) for kind, whole in extents.members(place))


class Asked:
    """The questions that voices ask by themselves, found by what bears on them.

    Context: the facts of all voices (`facts_asked`) as sets, so that order makes no difference; what one
    voice bears on changes only with a fact under a key that it looks up.
    """

    def __init__(self, own: Iterable[tuple[Voice, Sequence[Group]]], extents: Extents) -> None:
        found: dict[tuple[str, tuple[str, ...]], set[Group]] = defaultdict(set)
        for voice, groups in own:
            for kind, key, group in facts_asked(voice, groups, extents):
                found[kind, key].add(group)
        self._found = {key: sorted(groups, key=str) for key, groups in found.items()}

    def all(self, kind: str, *key: str) -> Sequence[Group]:
        """Return the questions found under the key, in one order, so many at most."""
        return self._found.get((kind, key), [])[:MOST_PARTS]

    def has(self, group: Group) -> bool:
        """Tell whether a question is asked."""
        return ("asked", (str(group),)) in self._found

    def takes(self, group: Group, actor: str | None) -> bool:
        """Tell whether some voice of the question itself has this side hold, take or attack."""
        return ("taker", (str(group), folded(actor) or "")) in self._found


def bearing(voice: Voice, own: Sequence[Group], asked: Asked, extents: Extents) -> list[Group]:
    """Return the further questions that a voice bears on.  Context: `asked`, and no other voice."""
    p = voice.proposition
    if not own:
        return []
    if voice.mood == "demand":
        return _of_demand(voice, own, asked)
    place = p.place or p.place_from
    found: list[Group] = []
    if place and (p.type in _HOLDING or p.type == "attack"):
        found += _of_ground(voice, own[0], place, asked, extents)
    presence = p.type == "deployment" and p.actor and voice.mood == "fact"
    if presence and p.place and not (p.place_from or p.place_to) and extents.of(p.place) == "spot":
        found += (
            *asked.all("at", "control", extents.key(p.place)),
            *asked.all("at", "attack", extents.key(p.place)),
        )
    if p.type == "casualties" and p.place and p.target is None and voice.mood == "doubt":
        # "Nobody could vouch for any toll" is of all tolls there.
        found += asked.all("at", "casualties", extents.key(p.place))
    if p.type == "casualties" and not p.place and p.quantity and p.quantity.value == 1:
        # What befell one person is one matter, whether the place is told or not.
        fates = asked.all("fate", own[0][0][1] or "", own[0][0][3] or "")
        found += fates if len(fates) == 1 else ()
    if p.type == "stance":
        found += _of_stance(voice, asked, extents)
    if p.type == "talks":
        found += _of_talks(voice, own[0], asked, extents)
    return [group for group in dict.fromkeys(found) if group not in own and asked.has(group)]


def _of_ground(voice: Voice, own: Group, place: str, asked: Asked, extents: Extents) -> Iterator[Group]:
    """Ground: the whole that the place is a part of, the parts of it, the sets that it is of, the land."""
    type_ = own[0][0]
    if type_ not in ("control", "attack"):
        return
    if type_ == "attack" and extents.of(place) == "spot":
        # Who holds a place is also told by who fights for it.
        yield ("control", None, ground(place), None), None
    if voice.mood in ("fact", "doubt"):
        if type_ == "attack":
            for whole in extents.around(place):
                yield from asked.all("at", "control", whole) if voice.retakes else ()
        for whole in extents.around(place):
            # Who attacks in a region is asked of one side, who attacks a place of all.
            yield from (
                g
                for g in asked.all("at", type_, whole)
                if g[0][1] in (None, own[0][1], folded(voice.proposition.actor))
            )
    if type_ == "control" and voice.share and voice.share[0] >= WHOLE:
        yield from asked.all("part", extents.key(place))
    if voice.mood == "fact":
        yield from _of_sets(voice, place, asked, extents)
    p = voice.proposition
    if voice.retakes and p.actor:
        # Who fights for a place that is contended for also answers whether he fights in the land.
        yield ("attack", fold(p.actor), extents.country(place), None), None


def _of_sets(voice: Voice, place: str, asked: Asked, extents: Extents) -> Iterator[Group]:
    """What a side gains or attacks is of the sets that it is said to gain or attack ("crossings of X")."""
    p = voice.proposition
    if voice.said.polarity == "positive" and p.type != "retreat":
        for kind, whole in extents.sets(place):
            groups = asked.all("set", "attack" if p.type == "attack" else "control", kind, whole)
            yield from (group for group in groups if asked.takes(group, p.actor))
    if p.type == "control" and p.quantity is None and extents.of(place) == "several":
        # "The others are left with the cities" tells of the land too.
        land: Group = ("control", None, ground(place).partition(" of ")[2], None), None
        if asked.has(land) and not asked.takes(land, p.actor):
            yield land


def _of_demand(voice: Voice, own: Sequence[Group], asked: Asked) -> list[Group]:
    """What a side demands of somebody also tells how it stands towards them."""
    actor = voice.proposition.actor
    if not voice.side or not actor:
        return []
    group: Group = ("stance", fold(voice.side), bare(actor), None), None
    return [group] if asked.has(group) and group not in own else []


def _of_stance(voice: Voice, asked: Asked, extents: Extents) -> Iterator[Group]:
    p = voice.proposition
    danger = danger_of(voice)
    if danger and danger.source is None and danger.whom:
        # Who fears, and does not say whom, is asked with those who are said to threaten him, or not to.
        yield from asked.all("threat", fold(danger.whom))
    if p.place and p.actor and not p.target:
        for land in extents.lands(p.place):
            yield ("stance", fold(p.actor), land, None), None


def _of_talks(voice: Voice, own: Group, asked: Asked, extents: Extents) -> Iterator[Group]:
    """Talks: of a place in the land where they are also told of; without a place, where the parties meet."""
    p, names = voice.proposition, talkers(voice.proposition)
    pairs = [fold(" and ".join(two)) for two in combinations(names, 2)][:MOST_TABLES]
    if p.place:
        lands = (*extents.around(p.place), *(whole for _, whole in extents.sets(p.place)))
        tables = {group for two in pairs for group in asked.all("table", two)}
        yield from (group for land in lands for group in asked.all("at", "talks", land) if group in tables)
        return
    if len(pairs) > 1:
        # What a host says of two others bears on the talks of these two.
        yield from ((("talks", two, None, None), None) for two in pairs)
    for who in pairs or ([fold(names[0])] if names and (p.place_from or p.place_to) else []):
        tables_of = [group for group in asked.all("table", who) if group != own]
        if len(tables_of) <= MOST_TABLES:
            yield from tables_of
