"""Canonical names of places: the gazetteer's, a set's ("districts of X"), or what "the site" points to."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.analysis import Entity
from sayso.model.span import Span
from sayso.reading.antecedents import antecedent_place, definite
from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import kinds, wordset
from sayso.reading.words import listed

_UNKEPT = frozenset(
    {"DT", "PDT", "PRP$", "CD", "POS", "RB", "RBS", "JJS", "RBR", "JJR", "IN", ",", "$", "WRB"}
)
"""Tags of words that are no part of the name of a set of places ("the nearly 400 northern districts")."""


@dataclass(frozen=True, slots=True)
class Named:
    """A slot's name and the words behind it; `name` is None with a `reason` where it stays open."""

    name: str | None
    span: Span
    side: str | None = None
    reason: str | None = None


def place_of(scene: Scene, phrase: Phrase) -> Named:
    """Return the place that the phrase names or points back to."""
    span = scene.span(phrase.first, phrase.end)
    name = _place_name(scene, phrase)
    return (
        Named(name, span)
        if name
        else Named(None, span, reason=f"which place '{span.of(scene.text)}' is stays open")
    )


def _place_name(scene: Scene, phrase: Phrase) -> str | None:
    head = scene.tokens[phrase.head]
    for word, tail in phrase.tails:
        if word in ("along", "on", "near") and scene.tokens[tail.head].lemma in ("border", "frontier"):
            return _place_name(scene, tail)
    entity = scene.entity(phrase.head)
    if head.lemma in ("border", "frontier") and phrase.tails:
        line = scene.entity(phrase.tails[-1][1].head)
        entity = line if line is not None and line.name.endswith("border") else entity
    if entity is not None and entity.kind in ("place", "state"):
        return _turned(scene, phrase, entity.name)
    part = head.lemma in kinds()["part"] or phrase.head in scene.quantity_at
    whole = next((t for word, t in phrase.tails if word == "of"), None)
    if part and whole is not None and "place" in kinds_of(scene, whole):
        return _place_name(scene, whole)
    if head.tag == "PRP" or head.tag == "WDT" or head.lemma == "there":
        return antecedent_place(scene, phrase.first, None)
    if head.lemma in wordset("whole_land") and head.tag == "NN":
        return _container(scene, phrase) or scene.home
    if head.lemma in kinds()["place"]:
        return _common_place(scene, phrase)
    if head.tag == "NNP" and phrase.head not in scene.mention_at:
        return _printed_name(scene, phrase)
    return None


def _printed_name(scene: Scene, phrase: Phrase) -> str:
    """Return a proper name that no gazetteer knows, as it is printed."""
    first = phrase.head
    while first > phrase.first and scene.tokens[first - 1].tag == "NNP" and first - 1 not in scene.mention_at:
        first -= 1
    return scene.words(first, phrase.head + 1)


def _turned(scene: Scene, phrase: Phrase, name: str) -> str:
    """Put a compass word before a name back ("northeastern X")."""
    words = [t.text for t in scene.tokens[phrase.first : phrase.head] if t.text.lower().endswith("ern")]
    first = words[0].lower() if words else ""
    return f"{first} {name}" if first and first not in name.lower() and first != "western-led" else name


def _common_place(scene: Scene, phrase: Phrase) -> str | None:
    """Name what a common noun calls a place: a set by its noun and where it lies, one by its name."""
    head = scene.tokens[phrase.head]
    owned = scene.tokens[phrase.first].lemma in ("its", "their", "it", "they") and phrase.first < phrase.head
    if owned and _inner_place(scene, phrase) is None:
        return antecedent_place(scene, phrase.first, None)
    if head.tag == "NNS":
        return _set_name(scene, phrase)
    border = _border(scene, phrase)
    if border is not None:
        return border
    inner = _inner_place(scene, phrase)
    if inner is not None and inner.kind == "place":
        return inner.name
    tail = next((t for word, t in phrase.tails if word == "of"), None)
    if tail is not None and "place" in kinds_of(scene, tail):
        return _place_name(scene, tail)
    if head.lemma in kinds()["place_again"] and definite(scene, phrase):
        found = antecedent_place(scene, phrase.first, head.lemma)
        if found is not None:
            return found
    return _container(scene, phrase)


def _border(scene: Scene, phrase: Phrase) -> str | None:
    """Name a border by the two states on it, in the order of the alphabet."""
    if scene.tokens[phrase.head].lemma not in ("border", "frontier"):
        return None
    states = _neighbours(scene, phrase)
    inner = _inner_place(scene, phrase)
    if inner is not None:
        states.append(inner.name)
    if len(states) == 1 and scene.home is not None and scene.home != states[0]:
        states.append(scene.home)
    return "-".join(sorted(states[:2])) + " border" if len(states) >= 2 else None


def _neighbours(scene: Scene, phrase: Phrase) -> list[str]:
    """Return the states of "of A with B", "between A and B" after a border."""
    found: list[str] = []
    for word, tail in phrase.tails:
        entity = scene.entity(tail.head)
        if word in ("with", "between", "of") and entity is not None and entity.kind in ("state", "place"):
            found += [entity.name, *_neighbours(scene, tail)]
    return found


def _set_name(scene: Scene, phrase: Phrase) -> str | None:
    """Name a set of places ("provincial capitals of X", "towns north of Y").

    Parts of a site ("buildings") are the site named before; only whole places are sets in a country.
    """
    kept = [scene.tokens[k].text for k in range(phrase.first, phrase.head + 1) if _kept(scene, phrase, k)]
    noun = " ".join([*(w.lower() if w.isupper() is False and not w[:1].isupper() else w for w in kept)])
    where = _container(scene, phrase)
    if where:
        return f"{noun} of {where}"
    beside = _beside(scene, phrase)
    if beside:
        return f"{noun} {beside}"
    edge = next((_place_name(scene, t) for word, t in phrase.tails if "place" in kinds_of(scene, t)), None)
    if edge is None and scene.tokens[phrase.head].text.lower() not in listed("areas", "areas", "plural"):
        return antecedent_place(scene, phrase.first, None)
    where = edge or scene.home
    return f"{noun} of {where}" if where else noun


def _kept(scene: Scene, phrase: Phrase, place: int) -> bool:
    token = scene.tokens[place]
    if place == phrase.head:
        return True
    if token.tag in _UNKEPT:
        return False
    if place in scene.mention_at or place in scene.quantity_at:
        return False
    return token.lemma not in wordset("vague") and any(sign.isalpha() for sign in token.text)


def _inner_place(scene: Scene, phrase: Phrase) -> Entity | None:
    """Return the place or state named inside the phrase before its head."""
    for place in range(phrase.head - 1, phrase.first - 1, -1):
        entity = scene.entity(place)
        if entity is not None and entity.kind in ("place", "state"):
            return entity
    return None


def _container(scene: Scene, phrase: Phrase) -> str | None:
    """Return what the place lies in: its possessor, its adjective, or its "of" or "in"."""
    inner = _inner_place(scene, phrase)
    if inner is not None:
        return inner.name
    for word, tail in phrase.tails:
        if word in wordset("containing") and ("place" in kinds_of(scene, tail) or scene.entity(tail.head)):
            return _place_name(scene, tail)
    return None


def _beside(scene: Scene, phrase: Phrase) -> str | None:
    """Return "north of X" or "along X" after a set of places."""
    place = phrase.last
    while place < len(scene.tokens) and scene.tokens[place].lemma in ("just", "immediately", "to", "the"):
        place += 1
    if (
        place + 2 < len(scene.tokens)
        and scene.tokens[place].lemma in wordset("compass")
        and scene.tokens[place + 1].lemma == "of"
    ):
        entity = scene.entity(place + 2) or scene.entity(min(place + 3, len(scene.tokens) - 1))
        return f"{scene.tokens[place].lemma} of {entity.name}" if entity else None
    for word, tail in phrase.tails:
        name = _place_name(scene, tail) if word in wordset("beside") else None
        if name:
            return f"{word} {name}"
    return None
