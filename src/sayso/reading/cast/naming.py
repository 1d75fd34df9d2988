"""How bodies are named and called back."""

from __future__ import annotations

from sayso.model.analysis import EntityKind
from sayso.reading.cast.context import recall
from sayso.reading.cast.ownership import Whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.stage import Outcome, Stage


def make_body(stage: Stage, kind: EntityKind, name: str, owner: Whose | None) -> int:
    """Return the entity of a body with its owner's side and country."""
    if owner is None:
        return stage.register.entity(kind, name)
    return stage.register.entity(kind, name, side=owner.side, country=owner.country)


def same_head(stage: Stage, phrase: Phrase, heads: frozenset[str]) -> Outcome | None:
    """Resolve "the X" to the last body called by one of these nouns, or say that there is none."""
    seen = recall(stage, phrase.first, lambda seen: seen.head in heads, 8)
    if seen is None:
        noun = stage.page.words[phrase.head].text
        return Outcome(None, "noun", f"nothing before that 'the {noun}' calls back")
    return Outcome(seen.entity, "noun")


def own_words(stage: Stage, phrase: Phrase) -> str:
    """Return the phrase's words from the first modifier on, determiner left out."""
    first = phrase.mods[0] if phrase.mods[0] < phrase.head else phrase.head
    return " ".join(stage.page.span(first, phrase.last).of(stage.page.text).split())


def words_without_owner(stage: Stage, phrase: Phrase) -> str:
    """Return the phrase's words without the names of countries and parties among them."""
    places = [n for n in range(phrase.mods[0], phrase.last) if n not in stage.hits]
    return " ".join(stage.page.words[n].text for n in places)
