"""Canonical names for the slots: of places ("districts of X", "the site"), of actors and of targets."""

from __future__ import annotations

from sayso.model.analysis import Entity
from sayso.reading.phrases import Phrase
from sayso.reading.placing import Named
from sayso.reading.scenes import Scene
from sayso.reading.triggers import kinds, wordset
from sayso.reading.words import listed


def _seat(scene: Scene, place: Entity) -> Entity | None:
    """Return the state for whose government a place with feelings stands ("concern in its capital")."""
    states = [
        e for e in scene.analysis.entities if e.kind == "state" and e.country == place.country and e.country
    ]
    return states[0] if states else None


_POINTING = frozenset({"PRP", "PRP$", "WP", "WDT", "EX", "DT", "CD"})
"""Tags of words that name nobody by themselves."""


def target_of(scene: Scene, phrase: Phrase) -> Named:
    """Return who is meant by the target: of somebody's act or word ("X's offer"), that somebody."""
    owner = _owner(scene, phrase)
    head = scene.tokens[phrase.head]
    if scene.entity(phrase.head) is None and owner is not None and head.lemma not in kinds()["people"]:
        return Named(owner.name, scene.span(phrase.first, phrase.last), owner.side)
    for word, tail in phrase.tails:
        if (
            scene.entity(phrase.head) is None
            and owner is None
            and word in ("of", "by", "from")
            and scene.entity(tail.head)
        ):
            return actor_of(scene, tail)
    named = actor_of(scene, phrase)
    if named.name is None and _thing(scene, phrase):
        return Named(plain_words(scene, phrase) + _origin(scene, phrase), named.span)
    return named


def actor_of(scene: Scene, phrase: Phrase, *, acting: bool = False) -> Named:
    """Return who the phrase names: its entity, the entity before its head, or its own words.

    With `acting` a place stands for its state ("concern in the capital").
    """
    span = scene.span(phrase.first, phrase.last)
    entity = scene.entity(phrase.head)
    if entity is not None:
        return _of_entity(scene, phrase, entity, acting=acting)
    counted = next((t for word, t in phrase.tails if word == "of"), None)
    head = scene.tokens[phrase.head]
    if counted is not None and (phrase.head in scene.quantity_at or head.lemma in wordset("counts")):
        return actor_of(scene, counted)
    owner = _owner(scene, phrase)
    deed = head.lemma in kinds()["weapon"] | kinds()["event"] | wordset("acts")
    if owner is not None and (deed or head.lemma in kinds()["force"]):
        return Named(owner.name, span, owner.side)
    if deed or head.tag in _POINTING or _bare_figure(scene, phrase):
        mention = scene.mention_at.get(phrase.head)
        reason = mention.reason if mention is not None else None
        return Named(None, span, reason=reason or f"'{span.of(scene.text)}' names nobody by itself")
    known = _by_noun(scene, phrase.head) or _government(scene, phrase)
    if known is not None:
        return Named(known.name, span, known.side)
    if _thing(scene, phrase):
        return Named(None, span, reason=f"'{span.of(scene.text)}' is a thing, and whose it is stays open")
    return Named(plain_words(scene, phrase) + _origin(scene, phrase), span, owner.side if owner else None)


_ACTING = (
    "force",
    "people",
    "civilians",
    "displaced",
    "troops",
    "fighters",
    "envoys",
    "casualties",
    "place",
    "aid",
    "weapon",
)
"""Kinds of nouns that can stand in a slot for who acts or is acted on."""


def _thing(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether the head is a common noun neither listed for people and bodies nor formed like one."""
    head = scene.tokens[phrase.head]
    if not head.tag.startswith("NN") or head.tag.startswith("NNP") or head.lemma in wordset("acts"):
        return False
    listed_as = any(head.lemma in kinds()[kind] for kind in (*_ACTING, "event"))
    return not listed_as and not head.lemma.endswith(listed("people", "formed", "endings"))


def _of_entity(scene: Scene, phrase: Phrase, entity: Entity, *, acting: bool) -> Named:
    span = scene.span(phrase.first, phrase.last)
    if entity.kind == "place" and acting:
        entity = _seat(scene, entity) or entity
    if entity.side and scene.tokens[phrase.head].lemma in ("mission", "presence"):
        return Named(entity.side, span, entity.side)
    return Named(entity.name, span, entity.side)


def _government(scene: Scene, phrase: Phrase) -> Entity | None:
    """Return the one government of the article for a bare "government"."""
    if scene.tokens[phrase.head].lemma not in ("government", "authorities") or phrase.head - phrase.first > 1:
        return None
    found = [e for e in scene.analysis.entities if e.name.startswith("Government of ")]
    return found[0] if len(found) == 1 or (found and found[0].name.endswith(f" {scene.home}")) else None


def _bare_figure(scene: Scene, phrase: Phrase) -> bool:
    return scene.tokens[phrase.head].lemma in wordset("counts") and phrase.head in scene.quantity_at


def _origin(scene: Scene, phrase: Phrase) -> str:
    """Return " from X" where people are told apart by where they come from."""
    for word, tail in phrase.tails:
        entity = scene.entity(tail.head)
        if word == "from" and entity is not None and entity.kind in ("place", "state"):
            return f" from {entity.name}"
    return ""


def _by_noun(scene: Scene, token: int) -> Entity | None:
    """Return who "insurgent" is in "the insurgent offensive": the one whom the article calls insurgents."""
    lemma = scene.tokens[token].lemma
    if lemma not in kinds()["fighters"]:
        return None
    found: dict[str, Entity] = {}
    for mention in scene.analysis.mentions:
        words = mention.span.of(scene.text).lower().split()
        if mention.entity is not None and words and words[-1] in (lemma, f"{lemma}s"):
            entity = scene.analysis.entities[mention.entity]
            found.setdefault(entity.name, entity)
    return next(iter(found.values())) if len(found) == 1 else None


def _owner(scene: Scene, phrase: Phrase) -> Entity | None:
    """Return the party or state named inside the phrase before its head."""
    for place in range(phrase.head - 1, phrase.first - 1, -1):
        entity = scene.entity(place) or _by_noun(scene, place)
        if entity is not None and entity.kind in ("party", "state", "organisation", "group", "person"):
            return entity
    return None


def plain_words(scene: Scene, phrase: Phrase) -> str:
    """Return the phrase's own words without its opening article, its figure, and quotation marks."""
    tokens = scene.tokens
    first = phrase.first
    while first < phrase.head and (
        tokens[first].tag
        in ("DT", "PDT", "PRP$", "CD", "IN", "RB", "RBR", "JJR", "RBS", "$", "``", "''", "JJS")
        or tokens[first].lemma in wordset("vague")
        or first in scene.quantity_at
    ):
        first += 1
    return scene.words(first, phrase.last).strip("“”\"'‘’")
