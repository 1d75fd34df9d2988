"""Statements as the weighing sees them: whose they are, and what they come to once denials are turned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sayso.claimtypes.figures import Bounds
from sayso.languages import table
from sayso.model.profile import Profile
from sayso.model.proposition import Proposition
from sayso.model.statement import Statement
from sayso.weighing.bases import Bases
from sayso.weighing.names import fold
from sayso.weighing.organs import unnamed
from sayso.weighing.sides import Sides

Mood = Literal["fact", "plan", "condition", "demand", "doubt"]
"""fact: is or was so; plan: intended or predicted; condition: so if something else is, or permitted;
doubt: the claimer does not commit."""

# Here the group itself is asked about: soldiers who flee are not their government.
_HOLDING = frozenset({"control", "takeover", "retreat"})

_GROUPS_THEMSELVES = frozenset({"flight", "measure", "other"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement with the side that gives it.

    `proposition` has sides in the place of their organs and one spelling a place; `said` is the same,
    turned into its negative where the statement denies it.  `share` bounds its figure as a share of the
    whole, where that is known; `disputed_by` are the sides of whom the article says that they dispute it.
    """

    statement: Statement
    side: str | None
    mood: Mood
    proposition: Proposition
    said: Proposition
    share: Bounds | None = None
    disputed_by: frozenset[str] = frozenset()

    @property
    def denies(self) -> bool:
        """Whether the statement rejects what somebody else put forward."""
        return self.statement.epistemic.startswith("false")

    @property
    def retakes(self) -> bool:
        """Whether it tells of an attack to get a place back, which says that the attacker lacks it."""
        if self.said.type != "attack" or self.said.polarity == "negative":
            return False
        words = self.statement.evidence.casefold()
        return any(stem in words for stem in table("english", "weighing")["retake"])

    @property
    def narrated(self) -> bool:
        """Whether an outlet says so in its own voice."""
        return self.statement.attribution == "narrator"


def voices(statements: Iterable[Statement], profile: Profile, sides: Sides) -> list[Voice]:
    """Return the statements as voices, by their ids; of wholes, what these statements tell is known."""
    spelled = spellings(profile)
    ordered = sorted(statements, key=lambda s: (s.id, s.article))
    bases = Bases(statement.proposition for statement in ordered)
    return [voice_of(statement, sides, spelled, bases) for statement in ordered]


def spellings(profile: Profile) -> dict[str, str]:
    """Return the profile's name of each place by its folded other names."""
    return {
        fold(name): place.name for place in reversed(profile.places) for name in (*place.names, place.name)
    }


def voice_of(statement: Statement, sides: Sides, spelled: Mapping[str, str], bases: Bases) -> Voice:
    """Return a statement as a voice, places in the spelling given.  Context: `sides` and `bases`."""
    p = statement.proposition

    def place(name: str | None) -> str | None:
        return spelled.get(fold(name), name) if name else None

    def actor(name: str | None) -> str | None:
        if name is None or p.type in _GROUPS_THEMSELVES:
            return name
        if p.type in _HOLDING and unnamed(name) and sides.of(name) == name:
            return None  # "his men hold it": somebody does, and nobody's rival
        return sides.group_of(name) if p.type == "casualties" else sides.all_of(name)

    normal = replace(
        p, actor=actor(p.actor), target=actor(p.target), place=place(p.place),
        place_from=place(p.place_from), place_to=place(p.place_to),
    )  # fmt: skip
    if p.type == "control" and p.when is None and statement.modality == "actual":
        # A state asserted without a date is one of the day on which it is asserted.
        normal = replace(normal, when=statement.said_on)
    denies = statement.epistemic.startswith("false")
    return Voice(
        statement, sides.giving(statement), mood_of(statement), normal,
        turned(normal) if denies else normal, bases.share(normal), _disputers(statement, sides),
    )  # fmt: skip


def _disputers(statement: Statement, sides: Sides) -> frozenset[str]:
    if statement.verification != "disputed" or statement.verified_by is None:
        return frozenset()
    return frozenset(sides.of(name) for name in statement.verified_by.split(" and "))


def turned(p: Proposition) -> Proposition:
    """Return the proposition that holds where `p` does not."""
    return replace(p, polarity="negative" if p.polarity == "positive" else "positive")


def mood_of(statement: Statement) -> Mood:
    """Return what kind of word the statement gives."""
    if statement.epistemic == "unknown":
        return "doubt"
    if statement.modality == "demanded":
        return "demand"
    if statement.modality == "conditional":
        return "condition"
    return "fact" if statement.modality == "actual" else "plan"
