"""What each statement bears on, and the weighing of what bears on one thing.

A statement knows of the others only what the tallies say; so whatever changes no tally's most common value
touches nothing but the question and the claim that its own statements bear on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.ledger.memory import Bearing, Part, Weighed
from sayso.model.ids import digest
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.model.weighed import Claim, Question
from sayso.weighing.asking import Group, facts_of, group_of
from sayso.weighing.claims import claim, claims, stem
from sayso.weighing.extent import Extents
from sayso.weighing.links import Link, Union, lineages
from sayso.weighing.origins import Origins
from sayso.weighing.overlay import Overlay, apart
from sayso.weighing.questions import question, question_id
from sayso.weighing.sides import Sides, facts_told
from sayso.weighing.tallies import Fact, Key, Tallies
from sayso.weighing.voices import Voice, spellings, voice_of

ARTICLES = "articles"
"""The part that holds what the articles themselves have in common."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement as a voice, the groups whose questions it answers by the questions' ids, its bearing."""

    voice: Voice
    groups: Mapping[str, Group]
    bearing: Bearing


class Ear:
    """Turns statements into voices that know what they bear on, by the tallies as they stand.

    All facts of all statements must be in the tallies before `heard` is asked.
    """

    def __init__(self, profile: Profile, tallies: Tallies, overlay: Overlay) -> None:
        self.tallies = tallies
        self.overlay = overlay
        self.extents = Extents(profile)
        self._spelled = spellings(profile)
        self._sides = Sides(profile, tallies=tallies)

    def told(self, statement: Statement) -> tuple[Fact, ...]:
        """Return what the statement tells of sides; nothing where it is not weighed."""
        if not self.overlay.takes(statement):
            return ()
        return tuple(facts_told(self.overlay.put_right(statement)))

    def voice(self, statement: Statement) -> tuple[Voice, tuple[Key, ...]] | None:
        """Return the statement as a voice and what that leans on, None where it is not weighed."""
        if not self.overlay.takes(statement):
            return None
        self.tallies.asked()
        voice = voice_of(self.overlay.put_right(statement), self._sides, self._spelled)
        return voice, self.tallies.asked()

    def heard(self, voice: Voice, told: tuple[Fact, ...], leans: tuple[Key, ...]) -> Heard:
        """Return what the voice bears on."""
        self.tallies.asked()
        group = group_of(voice, self.extents, self.tallies)
        groups = {} if group is None else {question_id(group): group}
        leaning = tuple(sorted({*leans, *self.tallies.asked()}))
        bearing = Bearing(
            voice.statement.id,
            tuple(sorted(groups)),
            stem(voice),
            (*told, *facts_of(voice)),
            leaning,
        )
        return Heard(voice, groups, bearing)


def question_part(name: str, members: Iterable[Heard], ear: Ear, origins: Origins) -> Part:
    """Return the question that the members answer together, those apart from it, and their lineages.

    `name` is the question's id; of several merged ones that of the one they were merged into.
    """
    ordered = sorted(members, key=lambda one: one.voice.statement.id)
    made: list[Question] = []
    tied: set[Link] = set()
    for judgement, voices, group in _questions(name, ordered, ear.overlay):
        found, links = question(group, voices, origins, ear.extents)
        made.append(replace(found, id=apart(name, judgement)) if judgement else found)
        tied.update(links)
    return Part(name, Weighed((), tuple(made), lineages(tied)))


def _questions(
    name: str, members: Sequence[Heard], overlay: Overlay
) -> Iterator[tuple[str | None, list[Voice], Group]]:
    """Yield voices that answer one question, with the judgement that sets them apart and their group."""
    moved = {
        key: split.judgement
        for split in overlay.apart
        for key in split.statements
        if overlay.question(split.record) == name
    }
    groups: dict[str | None, list[Heard]] = defaultdict(list)
    for one in members:
        groups[moved.get(one.voice.statement.id)].append(one)
    for judgement, found in sorted(groups.items(), key=lambda item: item[0] or ""):
        by_id = {
            key: group for one in found for key, group in one.groups.items() if overlay.question(key) == name
        }
        if by_id:
            yield judgement, [one.voice for one in found], by_id.get(name) or by_id[min(by_id)]


def claim_part(name: str, members: Iterable[Heard], ear: Ear) -> Part:
    """Return the claims that the members make."""
    ordered = sorted((one.voice for one in members), key=lambda voice: voice.statement.id)
    moved = {key: split.judgement for split in ear.overlay.alone for key in split.statements}
    together = [voice for voice in ordered if voice.statement.id not in moved]
    found = claims(together, ear.overlay.joined)
    alone: dict[str, list[Voice]] = defaultdict(list)
    for voice in ordered:
        if voice.statement.id in moved:
            alone[moved[voice.statement.id]].append(voice)
    found += [_set_apart(claim(members), judgement) for judgement, members in sorted(alone.items())]
    return Part(name, Weighed(tuple(found), (), ()))


def _set_apart(one: Claim, judgement: str) -> Claim:
    return replace(one, id=digest("cl", one.id, judgement))


def article_part(origins: Origins) -> Part:
    """Return why articles are of one origin."""
    return Part(ARTICLES, Weighed((), (), lineages(set(origins.links))))


def claim_parts(stems: Mapping[str, str | None], overlay: Overlay) -> dict[str, str]:
    """Return for stems that people's merging of claims ties together the one that names their part.

    `stems` gives the stem of each statement that `overlay` joins with another.
    """
    union = Union()
    for one, other in overlay.joined:
        left, right = stems.get(one), stems.get(other)
        if left is not None and right is not None:
            union.join(left, right)
    return {key: union.root(key) for key in {*stems.values()} if key is not None}
