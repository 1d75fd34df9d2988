"""What each statement bears on.

A statement knows of the others only what the tallies say; so whatever turns no tally touches nothing but the
questions and the claim that its own statements bear on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sayso.ledger.memory import Bearing
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.asking import homes
from sayso.weighing.bases import Bases, facts_whole
from sayso.weighing.bearing import ASKED, Asked, bearing, facts_asked
from sayso.weighing.claims import stem
from sayso.weighing.context import Group, facts_of
from sayso.weighing.extent import Extents
from sayso.weighing.overlay import Overlay
from sayso.weighing.questions import question_id
from sayso.weighing.sides import TOLD, Sides, facts_told
from sayso.weighing.tallies import Fact, Key, Tallies
from sayso.weighing.voices import Voice, spellings, voice_of


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement as a voice, the groups whose questions it answers by the questions' ids, its bearing."""

    voice: Voice
    groups: Mapping[str, Group]
    bearing: Bearing


@dataclass(slots=True)
class Hearing:
    """A statement on its way to being heard: what was found out so far, and what that leans on.

    `weighs` is False where people rejected it: then it tells nothing and bears on nothing.
    """

    statement: Statement
    weighs: bool
    facts: list[Fact] = field(default_factory=list)
    leans: set[Key] = field(default_factory=set)
    voice: Voice | None = None
    homes: tuple[Group, ...] = ()


class Ear:
    """Hears statements in levels.

    What a statement tells on a level hangs on the tallies of the levels before it and no others; so a level
    is told by all statements before the next one is.
    """

    def __init__(self, profile: Profile, tallies: Tallies, overlay: Overlay) -> None:
        self.tallies = tallies
        self.overlay = overlay
        self.extents = Extents(profile)
        self._spelled = spellings(profile)
        self._sides = Sides(profile, tallies=tallies)
        self._bases = Bases(tallies=tallies)
        self._asked = Asked(tallies)
        self._levels: tuple[Callable[[Hearing], tuple[Fact, ...]], ...] = (
            self._says, self._speaks, self._asks,
        )  # fmt: skip

    @property
    def levels(self) -> range:
        """The levels, in their order."""
        return range(len(self._levels))

    def listen(self, statement: Statement) -> Hearing:
        """Begin to hear a statement, its fields as people corrected them."""
        return Hearing(self.overlay.put_right(statement), self.overlay.takes(statement))

    def tell(self, hearing: Hearing, level: int) -> tuple[Fact, ...]:
        """Return the facts that a statement tells on a level, once; the levels before it must be tallied."""
        if not hearing.weighs:
            return ()
        self.tallies.asked()
        facts = self._levels[level](hearing)
        hearing.leans.update(self.tallies.asked())
        hearing.facts += facts
        return facts

    def heard(self, hearing: Hearing) -> Heard | None:
        """Return what a statement that told all levels bears on, None where it is not weighed."""
        if hearing.voice is None:
            return None
        self.tallies.asked()
        further = bearing(hearing.voice, hearing.homes, self._asked, self.extents)
        groups = {question_id(group): group for group in (*hearing.homes, *further)}
        leans = {*hearing.leans, *self.tallies.asked()}
        bears = Bearing(
            hearing.statement.id, tuple(sorted(groups)), stem(hearing.voice), tuple(hearing.facts),
            tuple(sorted(leans)),
        )  # fmt: skip
        return Heard(hearing.voice, groups, bears)

    def _says(self, hearing: Hearing) -> tuple[Fact, ...]:
        return (*facts_told(hearing.statement), *facts_whole(hearing.statement.proposition))

    def _speaks(self, hearing: Hearing) -> tuple[Fact, ...]:
        hearing.voice = voice_of(hearing.statement, self._sides, self._spelled, self._bases)
        return tuple(facts_of(hearing.voice))

    def _asks(self, hearing: Hearing) -> tuple[Fact, ...]:
        if hearing.voice is None:
            return ()
        hearing.homes = homes(hearing.voice, self.extents, self.tallies)
        return tuple(facts_asked(hearing.voice, hearing.homes, self.extents))


def level_of(fact: Fact) -> int:
    """Return the level on which facts of this kind are told."""
    return 0 if fact[0] in TOLD or fact[0] == "whole" else 2 if fact[0] in ASKED else 1
