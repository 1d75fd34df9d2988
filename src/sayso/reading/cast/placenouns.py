"""Nouns of place with their names: "Herat province", "the city of X", "the Y border post", "the town"."""

from __future__ import annotations

from collections.abc import Callable

from sayso.languages import table
from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.context import recall
from sayso.reading.cast.nouns import words
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.register import Seen
from sayso.reading.cast.spots import look_up, named_place, place_entity, within_reach
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.words import plain

_APPOSED = words("reference", "placenouns", "apposed")
"""Nouns after which "of" brings the place's own name ("the city of X"), not what it is a part of."""

_FAR = 10


def resolve_place_phrase(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "Herat province", "the city of X", "the river X", "the town"."""
    core = _core_before(stage, phrase) or _core_behind(stage, phrase)
    if core is not None:
        return _with_core(stage, phrase, core)
    if phrase.det in {"the", "this", "that"} and not _qualified(stage, phrase):
        return _called_back(stage, phrase)
    return None


def core_end(stage: Stage, phrase: Phrase) -> int:
    """Return where a place phrase ends when the name stands behind its noun."""
    run = stage.runs.get(_behind(stage, phrase))
    if run and _core_before(stage, phrase) is None and _core_behind(stage, phrase):
        return run.last
    return phrase.last


def _core_before(stage: Stage, phrase: Phrase) -> str | None:
    """Return the name before the noun: "Herat" of "Herat province"."""
    for place in range(phrase.mods[0], phrase.mods[1]):
        run = stage.runs.get(place)
        if run and run.last <= phrase.head and not run.organ and run.first not in stage.owners:
            between = range(run.last, phrase.head)
            if all(stage.page.words[n].capital or _kindly(stage, n) for n in between):
                return run.name
        hit = stage.hits.get(place)
        if hit and hit.last == phrase.head and _names_one(stage, phrase, hit):
            return stage.page.span(hit.first, hit.last).of(stage.page.text)
    return None


def _names_one(stage: Stage, phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a capital or country before the noun is the place's own name ("Kabul airport")."""
    single = not stage.page.low(phrase.head).endswith("s")
    return single and hit.form in {"seat", "name"} and hit.referent.kind == "state"


def _kindly(stage: Stage, place: int) -> bool:
    """Tell whether a word between name and noun belongs to the noun ("X border post")."""
    return stage.page.words[place].tag.startswith("NN") or stage.page.words[place].tag == "JJ"


def _behind(stage: Stage, phrase: Phrase) -> int:
    page = stage.page
    place = phrase.last
    head = page.low(phrase.head)
    if page.low(place) == "of" and head in _APPOSED and page.follows(place):
        place += 1
        if page.low(place) in {"nearby", "neighbouring", "neighboring"}:
            place += 1
        return place
    if page.low(place) == "at" and head in {"crossing", "post", "checkpoint"} and page.follows(place):
        return place + 1
    joined = page.follows(place) and plain(page.words[place].gap)
    apposed = head in _APPOSED | {"river", "bridge", "base", "refinery", "crossing", "post", "mount", "lake"}
    return place if joined and apposed else -1


def _core_behind(stage: Stage, phrase: Phrase) -> str | None:
    place = _behind(stage, phrase)
    run = stage.runs.get(place)
    if run and run.first not in stage.owners and not run.organ:
        return run.name
    hit = stage.hits.get(place)
    if hit and hit.form == "seat":
        return stage.page.span(hit.first, hit.last).of(stage.page.text)
    return None


def _with_core(stage: Stage, phrase: Phrase, core: str) -> Outcome:
    head = stage.page.low(phrase.head)
    head = (
        head.removesuffix("s")
        if head in {"districts", "provinces", "regions", "governorates", "sectors", "townships", "zones"}
        else head
    )
    row = _row(head)
    kinds = frozenset(row["kinds"]) if row else None
    found = look_up(stage, f"{core} {head}")
    fits = (
        found.place is not None
        and (kinds is None or found.place.kind in kinds)
        and within_reach(stage, found)
    )
    place = found.place if fits else None
    keep = bool(row and row.get("keep"))
    if place is None and not keep:
        again = look_up(stage, core, kinds)
        again = again if again.place else look_up(stage, core)
        place = again.place if within_reach(stage, again) else None
    if place is not None and not (keep and place.kind in {"town", "city", "region"}):
        return Outcome(place_entity(stage, place), "name")
    around = place or look_up(stage, core).place
    middle = " ".join(
        stage.page.words[n].text
        for n in range(*phrase.mods)
        if n not in stage.hits and _between(stage, phrase, n)
    )
    name = " ".join(f"{core} {middle} {head}".split()) if keep or head in {"district", "region"} else core
    return Outcome(named_place(stage, name, around.country if around else stage.scene.home), "name")


def _between(stage: Stage, phrase: Phrase, place: int) -> bool:
    """Tell whether a word stands between the name and the noun ("X nuclear power plant")."""
    before = [run.last for run in stage.runs.values() if phrase.mods[0] <= run.first < phrase.head]
    return bool(before) and place >= before[-1]


def _row(head: str) -> dict[str, list[str]] | None:
    rows: list[dict[str, list[str]]] = table("english", "areas")["noun"]
    return next((row for row in rows if head in row["words"]), None)


def _qualified(stage: Stage, phrase: Phrase) -> bool:
    """Tell whether modifiers or "of …" keep "the … town" from calling back a place named before."""
    plain_mods = {
        "border",
        "besieged",
        "strategic",
        "key",
        "whole",
        "entire",
        "same",
        "embattled",
        "captured",
    }
    lows = set(stage.page.lows(*phrase.mods))
    return bool(lows - plain_mods) or stage.page.low(phrase.last) == "of"


def _called_back(stage: Stage, phrase: Phrase) -> Outcome | None:
    head = stage.page.low(phrase.head)
    same: dict[str, list[str]] = table("english", "areas")["same"]
    if head not in same:
        return None
    fits = _fitting(stage, head, frozenset(same[head]))
    seen = recall(stage, phrase.first, fits, _FAR)
    if seen is None:
        return Outcome(None, "noun", f"no place before that 'the {head}' calls back")
    return Outcome(seen.entity, "noun")


def _fitting(stage: Stage, head: str, heads: frozenset[str]) -> Callable[[Seen], bool]:
    """Return a test for the places that a noun can call back, by their kind or the noun they had."""
    kinds: list[str] = table("english", "areas")["called"].get(head, [])

    def fits(seen: Seen) -> bool:
        draft = stage.draft(seen.entity)
        if draft.kind != "place" or draft.name.endswith("border"):
            return False
        kind = _kind_of(stage, draft.name) if draft.place else None
        return seen.head in heads or kind in kinds

    return fits


def _kind_of(stage: Stage, name: str) -> str | None:
    place = look_up(stage, name).place
    return place.kind if place else None
