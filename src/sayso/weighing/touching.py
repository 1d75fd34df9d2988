"""Which statements a change touches: those that came in, and those that lean on a tally that it turned."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sayso.ledger.memory import Bearing, Memory
from sayso.model.statement import Statement
from sayso.weighing.asking import facts_of
from sayso.weighing.parts import Ear, Heard
from sayso.weighing.sides import TOLD
from sayso.weighing.tallies import Key
from sayso.weighing.voices import Voice


@dataclass(slots=True)
class Scene:
    """The statements of one weighing: what is loaded, heard and borne on so far, and was before."""

    memory: Memory
    ear: Ear
    loaded: dict[str, Statement] = field(default_factory=dict)
    former: dict[str, Bearing] = field(default_factory=dict)
    heard: dict[str, Heard] = field(default_factory=dict)
    _voices: dict[str, tuple[Voice, tuple[Key, ...]] | None] = field(default_factory=dict)

    def load(self, ids: Collection[str]) -> None:
        """Fetch statements, and what they bore on before."""
        new = set(ids) - self.loaded.keys()
        self.loaded.update((statement.id, statement) for statement in self.memory.statements(new))
        self.former.update(self.memory.bearings(new))

    def speak(self, ids: Iterable[str]) -> None:
        """Make loaded statements voices."""
        for key in ids:
            if key not in self._voices:
                self._voices[key] = self.ear.voice(self.loaded[key])

    def voice(self, key: str) -> Voice | None:
        """Return the voice of a statement that spoke, None where it is not weighed."""
        found = self._voices[key]
        return None if found is None else found[0]

    def hear(self, ids: Iterable[str]) -> None:
        """Find out what loaded statements bear on, by the tallies as they stand."""
        for key in ids:
            self.speak([key])
            found = self._voices[key]
            if found is not None and key not in self.heard:
                self.heard[key] = self.ear.heard(found[0], self.ear.told(self.loaded[key]), found[1])

    def bearing(self, key: str) -> Bearing:
        """Return what a statement that was heard bears on."""
        return self.heard[key].bearing if key in self.heard else Bearing(key)


def touched(scene: Scene, came: Collection[str]) -> set[str]:
    """Return the statements that are touched where those of `came` are new or judged anew.

    Afterwards the tallies hold all facts as they are now, and what is touched was heard.
    """
    tallies = scene.ear.tallies
    scene.load(came)
    for key in sorted(came):
        tallies.add((fact for fact in _former_facts(scene, key) if fact[0] in TOLD), -1)
        tallies.add(scene.ear.told(scene.loaded[key]))
    turned = tallies.changed()
    spoken = set(came) | scene.memory.leaning(turned)
    scene.load(spoken)
    scene.speak(sorted(spoken))
    for key in sorted(spoken):
        tallies.add((fact for fact in _former_facts(scene, key) if fact[0] not in TOLD), -1)
        voice = scene.voice(key)
        tallies.add(facts_of(voice) if voice is not None else ())
    found = spoken | scene.memory.leaning(tallies.changed() - turned)
    scene.load(found)
    scene.hear(sorted(found))
    return found


def _former_facts(scene: Scene, key: str) -> tuple[tuple[str, str, str], ...]:
    return scene.former[key].facts if key in scene.former else ()
