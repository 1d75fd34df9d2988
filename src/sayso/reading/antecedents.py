"""What "there", "the site" and "its" point back to."""

from __future__ import annotations

from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene


def definite(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether the phrase points back ("the town", "that post", "its bridge")."""
    return scene.tokens[phrase.first].lemma in ("the", "this", "that", "its", "their")


def antecedent_place(scene: Scene, before: int, noun: str | None) -> str | None:
    """Return the place last named before a token, that one by preference whose name holds `noun`."""
    last: str | None = None
    for place in range(before - 1, max(-1, before - 160), -1):
        entity = scene.entity(place)
        mention = scene.mention_at.get(place)
        if (
            entity is None
            or mention is None
            or entity.kind not in ("place", "state")
            or mention.how == "metonym"
        ):
            continue
        if noun in ("country", "nation") and entity.kind != "state":
            continue
        if noun in (None, "country", "nation"):
            return entity.name
        if entity.kind == "place" and (noun in entity.name.lower() or _near(scene, place, noun)):
            return entity.name
        last = last or (entity.name if entity.kind == "place" else None)
    return last


def _near(scene: Scene, place: int, noun: str | None) -> bool:
    """Tell whether the noun stands beside the name ("the city of X", "X province")."""
    around = scene.tokens[max(0, place - 4) : place + 4]
    return any(token.lemma == noun for token in around)
