"""Standing figures in passing: "the province's 14 districts", "X, 130 km south of Y"."""

from __future__ import annotations

from sayso.reading.clauses import Parse
from sayso.reading.events import Event
from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Frame, wordset

_COUNT = Frame("measure", {})
_DISTANCE = Frame("measure", {})


def measures_of(scene: Scene, parse: Parse) -> tuple[Event, ...]:
    """Return the standing figures of one sentence in text order."""
    found: list[Event] = []
    for phrase in parse.phrases:
        event = _count(scene, phrase) or _distance(scene, parse, phrase)
        if event is not None:
            found.append(event)
    return tuple(found)


def _count(scene: Scene, phrase: Phrase) -> Event | None:
    """Read "X's nearly 400 districts": all the districts that X has."""
    tokens = scene.tokens
    mark = next((k for k in range(phrase.first, phrase.head) if tokens[k].tag == "POS"), None)
    if mark is None or tokens[phrase.head].tag != "NNS" or "place" not in kinds_of(scene, phrase):
        return None
    if not any(tokens[k].tag == "CD" for k in range(mark, phrase.head)):
        return None
    owner = Phrase(phrase.first, mark - 1, mark)
    if "place" not in kinds_of(scene, owner):
        return None
    slots = {"actor": owner, "place": owner, "thing": phrase}
    return Event("measure", _COUNT, phrase.head, None, phrase.first, phrase.last, slots)


def _distance(scene: Scene, parse: Parse, phrase: Phrase) -> Event | None:
    """Read "X, 130 km south of Y" or "X, 130 km from Y"."""
    tokens = scene.tokens
    if tokens[phrase.head].lemma not in wordset("lengths") or not any(
        t.tag == "CD" for t in tokens[phrase.first : phrase.head]
    ):
        return None
    place = phrase.first - 1
    if place < parse.sentence.first or tokens[place].text not in (",", "("):
        return None
    subject = next((p for p in parse.phrases if p.end == place or p.last == place), None)
    following = next((p for p in parse.phrases if phrase.last < p.first <= phrase.last + 4), None)
    if subject is None or following is None or "place" not in kinds_of(scene, subject):
        return None
    if tokens[following.first - 1].lemma not in ("of", "from"):
        return None
    slots = {"actor": subject, "place": subject, "thing": phrase, "target": following}
    return Event("measure", _DISTANCE, phrase.head, None, subject.first, following.end, slots)
