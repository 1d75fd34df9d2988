"""Peoples, countries called by a noun, and the conflict's parties taken together."""

from __future__ import annotations

from sayso.reading.cast.context import recall
from sayso.reading.cast.nouns import phrase as text_of
from sayso.reading.cast.nouns import words
from sayso.reading.cast.ownership import whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.words import Page

_REACH = 3
_FAR = 12


def resolve_people(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "the Afghan people"; peoples speak for nobody."""
    page = stage.page
    head = page.low(phrase.head)
    if any(n in stage.hits and stage.hits[n].form != "seat" for n in range(*phrase.mods)):
        owner = whose(stage, phrase)
        if owner:
            name = f"{owner.label} {head}"
            return Outcome(stage.register.entity("group", name, country=owner.country, plural=True), "name")
    told = [
        page.low(n)
        for n in range(*phrase.mods)
        if page.words[n].tag in {"JJ", "VBN"} and page.words[n].text.islower()
    ]
    if phrase.owned or (
        not told and head in {"men", "people", "community", "organizations", "organisations", "society"}
    ):
        return None
    kind = [
        page.low(n) for n in range(*phrase.mods) if page.words[n].tag == "NN" and page.words[n].text.islower()
    ]
    name = " ".join(
        [*(low for low in told if low not in words("parties", "modifiers", "plain")), *kind, head]
    )
    return Outcome(stage.register.entity("group", name, plural=True), "noun")


def resolve_state(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "the country", "this Central Asian country", "the neighbouring country"."""
    lows = set(stage.page.lows(*phrase.mods))
    home = stage.scene.home
    if lows & {"neighboring", "neighbouring"} and home and stage.page.low(phrase.head).endswith("s"):
        name = f"neighboring countries of {stage.scene.country_name(home)}"
        return Outcome(stage.register.entity("group", name, plural=True), "noun")
    if not phrase.definite or phrase.owned:
        return None
    if stage.page.low(phrase.head) == "republic":
        return _the_republic(stage, phrase)
    states = [s for s in stage.register.back(phrase.first) if stage.draft(s.entity).kind == "state"]
    sentence = stage.page.words[phrase.first].sentence
    abroad = [s for s in states if stage.draft(s.entity).country != home and sentence - s.sentence <= _REACH]
    hit = stage.hits.get(phrase.last + 1)
    if stage.page.low(phrase.last) == "of" and hit and hit.referent.kind == "state":
        return Outcome(stage.referent(hit.referent), "noun")
    if lows & {"neighboring", "neighbouring"} or (phrase.det == "this" and lows):
        return (
            Outcome(abroad[0].entity, "noun") if abroad else Outcome(None, "noun", "no other country before")
        )
    same = [
        s
        for s in states
        if (s.sentence == sentence and s.subject) or (phrase.det == "that" and sentence - s.sentence <= 1)
    ]
    if same:
        return Outcome(same[0].entity, "noun")
    if home is None:
        return Outcome(None, "noun", "no country that the article is about")
    return Outcome(stage.state(home), "noun")


def _the_republic(stage: Stage, phrase: Phrase) -> Outcome:
    """Resolve "the (breakaway) republic" to the last that is called so."""
    seen = recall(stage, phrase.first, lambda s: "Republic" in stage.draft(s.entity).name, _FAR)
    if seen is None:
        return Outcome(None, "noun", "no republic named before")
    return Outcome(seen.entity, "noun")


def sides_at(page: Page, place: int) -> int | None:
    """Return where "warring parties", "all sides" … that begin at `place` end; None for other words."""
    lows = page.lows(place, place + 7)
    if lows[:2] == ("parties", "to") and len(lows) > 3:
        return next((place + n + 1 for n in range(3, len(lows)) if lows[n] in {"conflict", "war"}), None)
    for length in range(min(4, len(lows)), 1, -1):
        if " ".join(page.lows(place, place + length)) in words("parties", "inference", "generic"):
            return place + length
    return None


def resolve_sides(stage: Stage) -> Outcome | None:
    """Resolve the parties of the conflict at home, taken together."""
    home = stage.scene.home
    if home is None:
        return None
    name = text_of("parties", "names", "parties").format(adjective=stage.scene.adjective(home))
    return Outcome(stage.register.entity("group", name, plural=True), "noun")
