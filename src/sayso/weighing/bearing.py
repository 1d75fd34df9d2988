"""On which questions a voice bears beyond its own: those of the whole, of the part, of the kin type.

Only questions that other voices ask by themselves are borne on, so that none is made by this alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.claimtypes.account import WHOLE
from sayso.claimtypes.talks import talkers
from sayso.model.proposition import Proposition
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


class Asked:
    """The questions that voices ask by themselves, found by what bears on them.

    Context: the set of these questions, and who is said to take places of each set ("districts of …").
    """

    def __init__(self, own: Iterable[tuple[Voice, Sequence[Group]]], extents: Extents) -> None:
        self.groups: set[Group] = set()
        self.takers: dict[Group, set[str | None]] = defaultdict(set)
        self.fates: dict[tuple[str, str], list[Group]] = defaultdict(list)
        self.tables: dict[str, list[Group]] = defaultdict(list)
        self.threatened: dict[str, set[Group]] = defaultdict(set)
        places: dict[str, str] = {}
        for voice, groups in own:
            self.groups.update(groups)
            for group in groups:
                p = voice.proposition
                self.takers[group].add(folded(p.actor))
                name = p.place or p.place_from or p.place_to
                if name and ground(name) == group[0][2]:
                    places[ground(name)] = min(name, places.get(ground(name), name))
                if p.type == "talks" and p.place:
                    _seat(self.tables, group, p)
                danger = danger_of(voice)
                if danger and danger.source and danger.whom:
                    self.threatened[fold(danger.whom)].add(group)
        self.by_key: dict[tuple[str, str], list[Group]] = defaultdict(list)
        self.parts: dict[str, list[Group]] = defaultdict(list)
        self.sets: dict[tuple[str, str, str], list[Group]] = defaultdict(list)
        for group in sorted(self.groups, key=str):
            self._index(group, places.get(group[0][2] or "", group[0][2]), extents)

    def at(self, type_: str, place: str) -> Sequence[Group]:
        """Return the questions of a type about the place with this key, so many at most."""
        return self.by_key.get((type_, place), [])[:MOST_PARTS]

    def _index(self, group: Group, place: str | None, extents: Extents) -> None:
        (type_, actor, _, unit), mood = group
        if place is None or mood is not None:
            return
        self.by_key[type_, extents.key(place)].append(group)
        if type_ == "control" and extents.of(place) == "spot":
            for whole in extents.around(place):
                self.parts[whole].append(group)
        if type_ == "casualties" and actor:
            self.fates[actor, unit or ""].append(group)
        if type_ in ("control", "attack"):
            for kind, whole in extents.members(place):
                self.sets[type_, kind, whole].append(group)


def _seat(tables: dict[str, list[Group]], group: Group, p: Proposition) -> None:
    """Note who meets at a place: each party, and each two of them."""
    names = talkers(p)
    pairs = [fold(" and ".join(two)) for two in combinations(names, 2)][:MOST_TABLES]
    for who in (*map(fold, names), *pairs):
        if group not in tables[who]:
            tables[who].append(group)


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
        found += (*asked.at("control", extents.key(p.place)), *asked.at("attack", extents.key(p.place)))
    if p.type == "casualties" and p.place and p.target is None and voice.mood == "doubt":
        # "Nobody could vouch for any toll" is of all tolls there.
        found += asked.at("casualties", extents.key(p.place))
    if p.type == "casualties" and not p.place and p.quantity and p.quantity.value == 1:
        # What befell one person is one matter, whether the place is told or not.
        fates = asked.fates.get((own[0][0][1] or "", own[0][0][3] or ""), ())
        found += fates if len(fates) == 1 else ()
    if p.type == "stance":
        found += _of_stance(voice, asked, extents)
    if p.type == "talks":
        found += _of_talks(voice, own[0], asked, extents)
    return [group for group in dict.fromkeys(found) if group not in own and group in asked.groups]


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
                yield from asked.at("control", whole) if voice.retakes else ()
        for whole in extents.around(place):
            # Who attacks in a region is asked of one side, who attacks a place of all.
            yield from (
                g
                for g in asked.at(type_, whole)
                if g[0][1] in (None, own[0][1], folded(voice.proposition.actor))
            )
    if type_ == "control" and voice.share and voice.share[0] >= WHOLE:
        yield from asked.parts.get(extents.key(place), ())[:MOST_PARTS]
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
            groups = asked.sets.get(("attack" if p.type == "attack" else "control", kind, whole), ())
            yield from (group for group in groups if folded(p.actor) in asked.takers[group])
    if p.type == "control" and p.quantity is None and extents.of(place) == "several":
        # "The others are left with the cities" tells of the land too.
        land: Group = ("control", None, ground(place).partition(" of ")[2], None), None
        if land in asked.groups and folded(p.actor) not in asked.takers[land]:
            yield land


def _of_demand(voice: Voice, own: Sequence[Group], asked: Asked) -> list[Group]:
    """What a side demands of somebody also tells how it stands towards them."""
    actor = voice.proposition.actor
    if not voice.side or not actor:
        return []
    group: Group = ("stance", fold(voice.side), bare(actor), None), None
    return [group] if group in asked.groups and group not in own else []


def _of_stance(voice: Voice, asked: Asked, extents: Extents) -> Iterator[Group]:
    p = voice.proposition
    danger = danger_of(voice)
    if danger and danger.source is None and danger.whom:
        # Who fears, and does not say whom, is asked with those who are said to threaten him, or not to.
        yield from sorted(asked.threatened.get(fold(danger.whom), ()), key=str)[:MOST_PARTS]
    if p.place and p.actor and not p.target:
        for land in extents.lands(p.place):
            yield ("stance", fold(p.actor), land, None), None


def _of_talks(voice: Voice, own: Group, asked: Asked, extents: Extents) -> Iterator[Group]:
    """Talks: of a place in the land where they are also told of; without a place, where the parties meet."""
    p, names = voice.proposition, talkers(voice.proposition)
    pairs = [fold(" and ".join(two)) for two in combinations(names, 2)][:MOST_TABLES]
    if p.place:
        lands = (*extents.around(p.place), *(whole for _, whole in extents.sets(p.place)))
        tables = {group for two in pairs for group in asked.tables.get(two, ())}
        yield from (group for land in lands for group in asked.at("talks", land) if group in tables)
        return
    if len(pairs) > 1:
        # What a host says of two others bears on the talks of these two.
        yield from ((("talks", two, None, None), None) for two in pairs)
    for who in pairs or ([fold(names[0])] if names and (p.place_from or p.place_to) else []):
        tables_of = [group for group in asked.tables.get(who, ()) if group != own]
        if len(tables_of) <= MOST_TABLES:
            yield from tables_of
