"""Ministries and governments."""

from __future__ import annotations

from sayso.reading.cast.context import context_of, recall
from sayso.reading.cast.naming import make_body, own_words, same_head
from sayso.reading.cast.nouns import rewrites, words
from sayso.reading.cast.ownership import of_country, whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.stage import Outcome, Stage

_MINISTRY_HEADS = words("reference", "ministries", "ministry_heads")

_RULING = words("reference", "ministries", "ruling")


def resolve_ministry(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "Afghan Interior Ministry", "the ministry", "Ministry of Defence of X"."""
    page = stage.page
    head = page.low(phrase.head)
    portfolio = _portfolio(stage, phrase)
    owner = whose(stage, phrase)
    if not portfolio and owner is None:
        return same_head(stage, phrase, _MINISTRY_HEADS) if phrase.definite else None
    if not portfolio:
        return Outcome(owner.entity, "noun") if owner and head != "department" else None
    last = "Department" if head == "department" else "Ministry"
    suffix = f"{portfolio.title().replace(' And ', ' and ')} {last}"
    if owner is None and phrase.owned:
        return None
    if owner is None:
        earlier = recall(stage, phrase.first, lambda s: stage.draft(s.entity).name.endswith(suffix), 12)
        code = context_of(stage, phrase)
        if earlier and (code is None or stage.draft(earlier.entity).country == code):
            return Outcome(earlier.entity, "noun")
        owner = of_country(stage, code) if code else None
    name = f"{owner.label} {suffix}" if owner else suffix
    return Outcome(make_body(stage, "organisation", name, owner), "name")


def _portfolio(stage: Stage, phrase: Phrase) -> str:
    """Return what a ministry is for in canonical words ("defense"), "" where that is not said."""
    page = stage.page
    head = page.low(phrase.head)
    short = rewrites("parties", "ministries", "short")
    if head in short:
        return short[head]
    first, last = phrase.portfolio or phrase.mods
    lows = [
        page.low(n)
        for n in range(first, last)
        if phrase.portfolio or page.low(n) in words("parties", "ministries", "words")
    ]
    said = " ".join(low for low in lows if low != "the")
    changed = rewrites("parties", "ministries", "rewrite")
    return changed.get(said, said)


def resolve_government(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "the Afghan government", "Kabul authorities", "the government"."""
    owner = whose(stage, phrase)
    lows = {stage.page.low(n) for n in range(*phrase.mods) if n not in stage.hits}
    if "occupation" in lows and owner is None and len(stage.scene.countries) > 1:
        owner = of_country(stage, next(code for code in stage.scene.countries if code != stage.scene.home))
    if not lows <= _RULING | words("parties", "modifiers", "sponsor"):
        name = own_words(stage, phrase)
        return Outcome(make_body(stage, "organisation", name, owner), "noun")
    if owner is not None:
        if owner.entity is not None and stage.draft(owner.entity).kind != "state":
            return Outcome(stage.side(owner.side) if owner.side else owner.entity, "noun")
        return Outcome(stage.government(owner.country), "noun") if owner.country else None
    if not phrase.definite:
        return None
    home = stage.scene.home
    if home is None:
        return Outcome(None, "noun", "no country that the government could be of")
    return Outcome(stage.government(home), "noun")
