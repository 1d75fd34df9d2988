"""Organs of states and parties: ministries, governments, armies, councils, coalitions."""

from __future__ import annotations

from sayso.reading.cast.context import context_of
from sayso.reading.cast.naming import make_body, own_words, same_head, words_without_owner
from sayso.reading.cast.nouns import words
from sayso.reading.cast.ownership import Whose, of_country, whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.stage import Outcome, Stage

_STANDS_FOR_SIDE = words("reference", "organs", "stands_for_side")


def resolve_organ(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve councils, commands, offices and other bodies of a country, place or party."""
    head = stage.page.low(phrase.head)
    owner = whose(stage, phrase)
    if owner is None and phrase.det == "the":
        owner = _ruling_organ(stage, phrase, head)
    if owner is None:
        return _placed_organ(stage, phrase) or (
            same_head(stage, phrase, frozenset({head})) if phrase.det in {"the", "this", "that"} else None
        )
    draft = stage.draft(owner.entity) if owner.entity is not None else None
    if draft and draft.name.endswith(("Ministry", "Department")):
        return Outcome(owner.entity, "noun")
    if head in _STANDS_FOR_SIDE and owner.side:
        side = stage.government(owner.country) if draft and draft.kind == "state" and owner.country else None
        return Outcome(side if side is not None else stage.side(owner.side), "noun")
    if draft and phrase.owned and draft.kind == "person":
        return Outcome(make_body(stage, "organisation", f"{head} of {draft.name}", owner), "noun")
    if phrase.tail and not phrase.owned and stage.page.low(phrase.last) == "of":
        said = " ".join(stage.page.span(phrase.mods[0], phrase.end).of(stage.page.text).split())
        return Outcome(make_body(stage, "organisation", said, owner), "noun")
    if phrase.owned or phrase.det or stage.page.words[phrase.head].capital or phrase.tail:
        extra = words_without_owner(stage, phrase)
        return Outcome(make_body(stage, "organisation", f"{owner.label} {extra}", owner), "noun")
    return None


def _ruling_organ(stage: Stage, phrase: Phrase, head: str) -> Whose | None:
    """Return whose "the presidency" or "the military council" is by the sentence around it."""
    lows = set(stage.page.lows(*phrase.mods))
    alone = not lows and head in {"presidency", "parliament", "cabinet", "senate", "judiciary"}
    if alone or (lows and lows <= {"military", "ruling", "transitional", "sovereign", "sovereignty"}):
        code = context_of(stage, phrase)
        return of_country(stage, code) if code else None
    return None


def _placed_organ(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "Anbar provincial council": a body named by its place belongs to the country's side."""
    unit = stage.page.low(phrase.head) in words("parties", "modifiers", "units")
    if unit and phrase.mods[0] < phrase.mods[1]:
        return Outcome(stage.register.entity("party", own_words(stage, phrase)), "name")
    for place in range(*phrase.mods):
        if place in stage.runs and place not in stage.owners:
            found = stage.places.find(stage.runs[place].name, countries=stage.scene.countries).place
            code = found.country if found else None
            side = stage.scene.government(code) if code else None
            name = own_words(stage, phrase)
            return Outcome(stage.register.entity("organisation", name, side=side, country=code), "name")
    return None


def resolve_coalition(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "the Saudi-led coalition", later "the coalition"."""
    if any(n in stage.hits for n in range(*phrase.mods)):
        name = own_words(stage, phrase)
        return Outcome(stage.register.entity("party", name, side=name), "name")
    return same_head(stage, phrase, frozenset({"coalition", "alliance"})) if phrase.definite else None


def resolve_delegation(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "a Taliban delegation", later "the delegation"."""
    owner = whose(stage, phrase)
    head = stage.page.low(phrase.head)
    if owner is None:
        return same_head(stage, phrase, frozenset({head})) if phrase.definite else None
    if head == "leaders" and owner.armed and phrase.definite:
        return Outcome(owner.entity, "noun")
    return Outcome(
        stage.register.entity("group", f"{owner.label} {head}", side=owner.side, plural=True), "name"
    )
