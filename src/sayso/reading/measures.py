"""Standing figures in passing: "the province's 14 districts", "X, 130 km south of Y"."""

from __future__ import annotations

from itertools import pairwise

from sayso.reading.clauses import Parse
from sayso.reading.events import Event
from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Frame, wordset

_COUNT = Frame("measure", {})
_DISTANCE = Frame("measure", {})
_LENGTH = Frame("measure", {})
_RANK = Frame("measure", {})


def measures_of(scene: Scene, parse: Parse) -> tuple[Event, ...]:
    """Return the standing figures of one sentence in text order."""
    found: list[Event] = []
    for phrase in parse.phrases:
        event = (
            _count(scene, phrase)
            or _distance(scene, parse, phrase)
            or _length(scene, phrase)
            or _rank(scene, parse, phrase)
        )
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


def _length(scene: Scene, phrase: Phrase) -> Event | None:
    """Read "the 440 km border between X and Y": how long a line is."""
    tokens = scene.tokens
    before = tokens[phrase.first : phrase.head]
    if tokens[phrase.head].lemma not in wordset("lines"):
        return None
    if not any(a.tag == "CD" and b.lemma in wordset("lengths") for a, b in pairwise(before)):
        return None
    slots = {"actor": phrase, "place": phrase, "thing": phrase}
    return Event("measure", _LENGTH, phrase.head, None, phrase.first, phrase.end, slots)


def _rank(scene: Scene, parse: Parse, phrase: Phrase) -> Event | None:
    """Read "X, the busiest crossing between Y and Z": where a place stands among its like."""
    tokens = scene.tokens
    inside = tokens[phrase.first : phrase.head]
    if phrase.first < 1 or tokens[phrase.first].text.lower() != "the" or tokens[phrase.first - 1].text != ",":
        return None
    if "place" not in kinds_of(scene, phrase) or scene.entity(phrase.head) is not None or not phrase.tails:
        return None
    if phrase.tails[0][0] != "between" or not any(t.tag == "JJS" for t in inside):
        return None
    subject = next((p for p in parse.phrases if phrase.first - 1 in (p.end, p.last)), None)
    named = scene.entity(subject.head) if subject is not None else None
    if subject is None or named is None or named.kind != "place":
        return None
    slots = {"actor": subject, "place": subject, "thing": phrase}
    return Event("measure", _RANK, phrase.head, None, subject.first, phrase.end, slots)


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
