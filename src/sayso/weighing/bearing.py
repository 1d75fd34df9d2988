"""On which questions a voice bears beyond its own: those of the whole, of the part, of the kin type.

Only questions that other voices ask by themselves are borne on, so that none is made by this alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from sayso.claimtypes.account import WHOLE
from sayso.claimtypes.talks import talkers
from sayso.model.proposition import Proposition
from sayso.weighing.context import Group
from sayso.weighing.extent import Extents
from sayso.weighing.matters import bare, danger_of
from sayso.weighing.names import fold, folded, ground
from sayso.weighing.tallies import Fact, Tallies
from sayso.weighing.voices import Voice

_HOLDING = frozenset({"control", "takeover", "retreat"})

MOST_PARTS = 24
"""A voice bears on so many questions of one kind at most, so that cost stays bounded."""

MOST_TABLES = 3
"""Talks without a place bear on those at a place, where the parties meet at so many places at most."""


ASKED = frozenset({"asked", "taker", "at", "part", "set", "fate", "table", "threatened"})
"""Kinds of facts that tell which questions are asked, and what bears on them."""


def facts_asked(voice: Voice, groups: Sequence[Group], extents: Extents) -> Iterator[Fact]:
    """Yield what the questions that a voice asks by itself can be found by."""
    p = voice.proposition
    for group in groups:
        key = written(group)
        yield "asked", key, ""
        yield "taker", json.dumps([key, folded(p.actor)]), ""
        if p.type == "talks" and p.place:
            yield from (("table", who, key) for who in dict.fromkeys(_seats(p)))
        danger = danger_of(voice)
        if danger and danger.source and danger.whom:
            yield "threatened", fold(danger.whom), key
        name = p.place or p.place_from or p.place_to
        own = name is not None and ground(name) == group[0][2]
        yield from _indexed(group, key, name if own else group[0][2], extents)


def _indexed(group: Group, key: str, place: str | None, extents: Extents) -> Iterator[Fact]:
    (type_, actor, _, unit), mood = group
    if place is None or mood is not None:
        return
    yield "at", json.dumps([type_, extents.key(place)]), key
    if type_ == "control" and extents.of(place) == "spot":
        yield from (("part", whole, key) for whole in extents.around(place))
    if type_ == "casualties" and actor:
        yield "fate", json.dumps([actor, unit or ""]), key
    if type_ in ("control", "attack"):
        yield from (("set", json.dumps([type_, *one]), key) for one in extents.members(place))


def _seats(p: Proposition) -> Iterator[str]:
    """Yield who meets at a place: each party, and each two of them."""
    names = talkers(p)
    yield from map(fold, names)
    yield from [fold(" and ".join(two)) for two in combinations(names, 2)][:MOST_TABLES]


def written(group: Group) -> str:
    """Return a group as a text."""
    return json.dumps([list(group[0]), group[1]])


@lru_cache(maxsize=65_536)
def _read(text: str) -> Group:
    key, mood = json.loads(text)
    return tuple(key), mood


class Asked:
    """The questions that voices ask by themselves, found by what bears on them, as the tallies have them."""

    def __init__(self, tallies: Tallies) -> None:
        self._tallies = tallies

    def asks(self, group: Group) -> bool:
        """Tell whether somebody asks the question."""
        return self._tallies.most("asked", written(group)) is not None

    def takes(self, group: Group, actor: str | None) -> bool:
        """Tell whether the folded actor is among those told of where the question is asked."""
        return self._tallies.most("taker", json.dumps([written(group), actor])) is not None

    def at(self, type_: str, place: str) -> Sequence[Group]:
        """Return the questions of a type about the place with this key, so many at most."""
        return self._found("at", json.dumps([type_, place]))[:MOST_PARTS]

    def parts(self, whole: str) -> Sequence[Group]:
        """Return who-holds questions about places within the one with this key, so many at most."""
        return self._found("part", whole)[:MOST_PARTS]

    def sets(self, type_: str, kind: str, whole: str) -> Sequence[Group]:
        """Return the questions of a type about all places of a kind in one ("crossings of X")."""
        return self._found("set", json.dumps([type_, kind, whole]))

    def fates(self, actor: str | None, unit: str | None) -> Sequence[Group]:
        """Return the questions about what befell somebody, wherever."""
        return self._found("fate", json.dumps([actor or "", unit or ""]))

    def tables(self, who: str) -> Sequence[Group]:
        """Return the questions about talks at a place in which these take part."""
        return self._found("table", who)

    def threatened(self, whom: str) -> Sequence[Group]:
        """Return the questions whether somebody is a danger to this one, so many at most."""
        return self._found("threatened", whom)[:MOST_PARTS]

    def _found(self, kind: str, key: str) -> Sequence[Group]:
        return [_read(text) for text in self._tallies.all(kind, key)]


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
        fates = asked.fates(own[0][0][1], own[0][0][3])
        found += fates if len(fates) == 1 else ()
    if p.type == "stance":
        found += _of_stance(voice, asked, extents)
    if p.type == "talks":
        found += _of_talks(voice, own[0], asked, extents)
    return [group for group in dict.fromkeys(found) if group not in own and asked.asks(group)]


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
        yield from asked.parts(extents.key(place))
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
            groups = asked.sets("attack" if p.type == "attack" else "control", kind, whole)
            yield from (group for group in groups if asked.takes(group, folded(p.actor)))
    if p.type == "control" and p.quantity is None and extents.of(place) == "several":
        # "The others are left with the cities" tells of the land too.
        land: Group = ("control", None, ground(place).partition(" of ")[2], None), None
        if asked.asks(land) and not asked.takes(land, folded(p.actor)):
            yield land


def _of_demand(voice: Voice, own: Sequence[Group], asked: Asked) -> list[Group]:
    """What a side demands of somebody also tells how it stands towards them."""
    actor = voice.proposition.actor
    if not voice.side or not actor:
        return []
    group: Group = ("stance", fold(voice.side), bare(actor), None), None
    return [group] if asked.asks(group) and group not in own else []


def _of_stance(voice: Voice, asked: Asked, extents: Extents) -> Iterator[Group]:
    p = voice.proposition
    danger = danger_of(voice)
    if danger and danger.source is None and danger.whom:
        # Who fears, and does not say whom, is asked with those who are said to threaten him, or not to.
        yield from asked.threatened(fold(danger.whom))
    if p.place and p.actor and not p.target:
        for land in extents.lands(p.place):
            yield ("stance", fold(p.actor), land, None), None


def _of_talks(voice: Voice, own: Group, asked: Asked, extents: Extents) -> Iterator[Group]:
    """Talks: of a place in the land where they are also told of; without a place, where the parties meet."""
    p, names = voice.proposition, talkers(voice.proposition)
    pairs = [fold(" and ".join(two)) for two in combinations(names, 2)][:MOST_TABLES]
    if p.place:
        lands = (*extents.around(p.place), *(whole for _, whole in extents.sets(p.place)))
        tables = {group for two in pairs for group in asked.tables(two)}
        yield from (group for land in lands for group in asked.at("talks", land) if group in tables)
        return
    if len(pairs) > 1:
        # What a host says of two others bears on the talks of these two.
        yield from ((("talks", two, None, None), None) for two in pairs)
    for who in pairs or ([fold(names[0])] if names and (p.place_from or p.place_to) else []):
        tables_of = [group for group in asked.tables(who) if group != own]
        if len(tables_of) <= MOST_TABLES:
            yield from tables_of
