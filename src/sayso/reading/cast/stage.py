"""What is known while an article's references are resolved one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.introductions import Introduction
from sayso.reading.cast.names import Run
from sayso.reading.cast.people import Person
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.register import Draft, Register
from sayso.reading.cast.scene import Places, Scene
from sayso.reading.cast.words import Page
from sayso.reading.cast.world import Referent


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reference comes to: an entity, or None with the reason; `how` as in `Mention`."""

    entity: int | None
    how: str
    reason: str | None = None


Who = Callable[["Stage", int, int], Outcome | None]


@dataclass(slots=True)
class Stage:
    """An article's words and finds, the register that grows, and `who`, which resolves any stretch.

    `hits` are by each of their words; `runs`, `introductions` and `phrases` (the longest of each) by their
    first; `inner` and `shown` are all phrases and introductions by both ends.  `owners` gives the person of
    the run that begins at a word, `persons` a person's entity, `short` the acronyms that the article uses
    for parties.
    """

    page: Page
    scene: Scene
    places: Places
    register: Register
    who: Who
    hits: Mapping[int, Hit] = field(default_factory=dict)
    runs: Mapping[int, Run] = field(default_factory=dict)
    phrases: Mapping[int, Phrase] = field(default_factory=dict)
    inner: Mapping[tuple[int, int], Phrase] = field(default_factory=dict)
    introductions: Mapping[int, Introduction] = field(default_factory=dict)
    shown: Mapping[tuple[int, int], Introduction] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    owners: Mapping[int, int] = field(default_factory=dict)
    persons: dict[int, int] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)

    def draft(self, entity: int) -> Draft:
        """Return an entity's draft."""
        return self.register.drafts[entity]

    def referent(self, known: Referent, *, plural: bool = False) -> int:
        """Return the entity of a known referent."""
        place = self.places.country(known.country) if known.kind == "state" and known.country else None
        return self.register.entity(
            known.kind,
            known.name,
            side=self.scene.side(known),
            country=known.country,
            place=place.id if place else None,
            plural=plural or known.kind == "party",
        )

    def state(self, code: str) -> int:
        """Return the entity of a country as a state."""
        return self.referent(Referent("state", self.scene.country_name(code), code))

    def government(self, code: str) -> int:
        """Return the entity of a country's government; a foreign one is the state itself."""
        name = self.scene.government(code)
        if name == self.scene.country_name(code):
            return self.state(code)
        return self.register.entity("party", name, side=name, country=code)

    def side(self, name: str) -> int:
        """Return the entity of a side by its name."""
        code = self.scene.country_of(name)
        if code is not None:
            return self.government(code)
        for number, draft in enumerate(self.register.drafts):
            if draft.name == name and draft.kind in {"party", "state", "organisation", "group"}:
                return number
        return self.register.entity("party", name, side=name)

    def hit_before(self, place: int) -> Hit | None:
        """Return the known name that ends before word `place`."""
        hit = self.hits.get(place - 1)
        return hit if hit and hit.last == place else None
