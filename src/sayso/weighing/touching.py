"""Which statements a change touches: those that came in, and those that lean on a tally that it turned."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sayso.ledger.memory import Bearing, Memory
from sayso.weighing.hearing import Ear, Heard, Hearing, level_of


@dataclass(slots=True)
class Scene:
    """The statements of one weighing: what is loaded and heard so far, and what it bore on before."""

    memory: Memory
    ear: Ear
    former: dict[str, Bearing] = field(default_factory=dict)
    heard: dict[str, Heard] = field(default_factory=dict)
    _hearings: dict[str, Hearing] = field(default_factory=dict)
    _told: dict[str, int] = field(default_factory=dict)

    def load(self, ids: Collection[str]) -> None:
        """Fetch statements, and what they bore on before."""
        new = set(ids) - self._hearings.keys()
        for statement in self.memory.statements(new):
            self._hearings[statement.id] = self.ear.listen(statement)
        self.former.update(self.memory.bearings(new))

    def tell(self, key: str, level: int) -> tuple[tuple[str, str, str], ...]:
        """Return what a loaded statement tells on a level, by the tallies of those before it."""
        facts: tuple[tuple[str, str, str], ...] = ()
        for one in range(self._told.get(key, 0), level + 1):
            facts = self.ear.tell(self._hearings[key], one)
        self._told[key] = level + 1
        return facts

    def hear(self, ids: Iterable[str]) -> None:
        """Find out what loaded statements bear on, by the tallies as they stand."""
        for key in ids:
            if key in self.heard:
                continue
            self.tell(key, self.ear.levels[-1])
            found = self.ear.heard(self._hearings[key])
            if found is not None:
                self.heard[key] = found

    def bearing(self, key: str) -> Bearing:
        """Return what a statement that was heard bears on."""
        return self.heard[key].bearing if key in self.heard else Bearing(key)


def touched(scene: Scene, came: Collection[str]) -> set[str]:
    """Return the statements that are touched where those of `came` are new or judged anew.

    Afterwards the tallies hold all facts as they are now, and what is touched was heard.
    """
    tallies = scene.ear.tallies
    found = set(came)
    turned: set[tuple[str, str]] = set()
    for level in scene.ear.levels:
        scene.load(found)
        for key in sorted(found):
            former = scene.former[key].facts if key in scene.former else ()
            tallies.add((fact for fact in former if level_of(fact) == level), -1)
            tallies.add(scene.tell(key, level))
        # Who leans on what this level turned tells otherwise on the next one, at the earliest.
        now = tallies.changed()
        found |= scene.memory.leaning(now - turned)
        turned = now
    scene.load(found)
    scene.hear(sorted(found))
    return found
