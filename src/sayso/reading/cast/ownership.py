"""Whose organ, force or speaker a phrase names: by its adjective, its possessor or what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.likeness import likeness
from sayso.reading.cast.nouns import words
from sayso.reading.cast.phrases import Phrase, is_sponsored
from sayso.reading.cast.stage import Stage

_MISSPELT = 80.0


@dataclass(frozen=True, slots=True)
class Whose:
    """To whom an organ or a role belongs: the word for it in names ("Afghan"), side, country, entity."""

    label: str
    side: str | None
    country: str | None
    entity: int | None
    armed: bool = False


def whose(stage: Stage, phrase: Phrase) -> Whose | None:
    """Return whose organ or speaker the phrase names by its own words; None where they do not say."""
    found = _by_modifier(stage, phrase) or _by_owner(stage, phrase) or _by_tail(stage, phrase)
    if found is None or found.side is None:
        return _loyal(stage, phrase) or found
    return found


def of_entity(stage: Stage, entity: int) -> Whose:
    """Return what belongs to an entity: for a country named by its adjective, else by its name."""
    draft = stage.draft(entity)
    label = draft.name
    if draft.kind == "place" and draft.name in stage.scene.world.realms:
        return Whose(label, stage.scene.world.realms[draft.name], draft.country, entity)
    ruling = draft.country is not None and draft.name == stage.scene.government(draft.country)
    own = draft.kind in {"state", "group", "person"} or ruling
    if draft.country and own and draft.name not in stage.scene.armed and draft.kind != "organisation":
        label = stage.scene.adjective(draft.country)
    label = stage.short.get(label, label)
    return Whose(label, draft.side, draft.country, entity, draft.name in stage.scene.armed)


def of_country(stage: Stage, code: str) -> Whose:
    """Return what belongs to a country's government."""
    return Whose(stage.scene.adjective(code), stage.scene.government(code), code, None)


_RULED = words("reference", "ownership", "ruled")


def _run_by(stage: Stage, first: int, last: int) -> Whose | None:
    """Return the party of "the Hamas-run ministry", which counts as its own."""
    for place in range(first, last):
        hit = stage.hits.get(place)
        if hit and is_sponsored(stage.page, hit.last) and stage.page.low(hit.last) in _RULED:
            label = f"{label_of(stage, hit)}-{stage.page.low(hit.last)}"
            return Whose(label, stage.scene.side(hit.referent), hit.referent.country, None)
    return None


def _by_modifier(stage: Stage, phrase: Phrase) -> Whose | None:
    ruled = _run_by(stage, *phrase.mods)
    if ruled is not None:
        return ruled
    place = phrase.mods[1]
    while place > phrase.mods[0]:
        hit = stage.hit_before(place)
        if hit and hit.first >= phrase.mods[0]:
            if not is_sponsored(stage.page, hit.last) and stage.page.low(hit.first - 1) != "pro":
                return _of_hit(stage, hit)
            place = hit.first
        else:
            place -= 1
    return None


def _of_hit(stage: Stage, hit: Hit) -> Whose | None:
    known = hit.referent
    if known.kind in {"outlet", "place"}:
        return None
    if known.kind == "state" and known.country:
        entity = stage.state(known.country)
        return Whose(
            stage.scene.adjective(known.country), stage.scene.government(known.country), known.country, entity
        )
    return Whose(
        label_of(stage, hit), stage.scene.side(known), known.country, stage.referent(known), known.armed
    )


def _unknown_state(stage: Stage, owner: tuple[int, int]) -> Whose | None:
    """Return whose "X's defence ministry" is where no list knows the state or region X."""
    run = stage.runs.get(owner[0])
    if run is None or run.last != owner[1] or owner[0] in stage.owners:
        return None
    return Whose(run.name, run.name, None, None)


def label_of(stage: Stage, hit: Hit) -> str:
    """Return the party's name as printed ("Houthi", "GNA"), put right where it is misspelt."""
    printed, name = stage.page.span(hit.first, hit.last).of(stage.page.text), hit.referent.name
    if name in stage.short:
        return stage.short[name]
    if "." in printed:
        return name
    misspelt = likeness(printed.lower(), name.lower()) >= _MISSPELT and f"{printed}s" != name
    return name if misspelt else printed


def _by_owner(stage: Stage, phrase: Phrase) -> Whose | None:
    if phrase.owner:
        found = stage.who(stage, *phrase.owner)
        if found is None and not phrase.classes.isdisjoint(
            {"ministry", "government", "army", "forces", "organ"}
        ):
            return _unknown_state(stage, phrase.owner)
    elif phrase.det in words("pronouns", "pronouns", "possessive"):
        found = stage.who(stage, phrase.first, phrase.first + 1)
    else:
        return None
    if found and found.entity is not None:
        return of_entity(stage, found.entity)
    return _run_by(stage, *phrase.owner) if phrase.owner else None


def _by_tail(stage: Stage, phrase: Phrase) -> Whose | None:
    if phrase.tail is None or phrase.prep is None or _is_about(stage, phrase):
        return None
    found = stage.who(stage, *phrase.tail)
    if found is None or found.entity is None:
        return _run_by(stage, *phrase.tail)
    draft = stage.draft(found.entity)
    if draft.kind in {"place", "state"} and phrase.prep in {"in", "at", "from", "before", "within"}:
        unit = stage.page.low(phrase.head) in words("parties", "modifiers", "units")
        seated = not phrase.classes.isdisjoint({"ministry", "government", "organ"}) and not unit
        if draft.country is None or not (seated or phrase.prep == "before"):
            return None
        return of_country(stage, draft.country)
    return of_entity(stage, found.entity)


def _is_about(stage: Stage, phrase: Phrase) -> bool:
    """Tell whether the tail names what the role deals with ("envoy for Afghanistan")."""
    head = stage.page.low(phrase.head)
    return phrase.prep in {"for", "to", "before"} and head in words("people", "side_words", "about")


def _loyal(stage: Stage, phrase: Phrase) -> Whose | None:
    """Return whose "forces loyal to X" are."""
    place = next((n for n in (phrase.last, phrase.end) if stage.page.lows(n, n + 2) == ("loyal", "to")), None)
    if place is None or not stage.page.follows(place):
        return None
    found = stage.who(stage, place + 2, place + 3)
    return of_entity(stage, found.entity) if found and found.entity is not None else None
