"""One phrase, name or pronoun at a time: which module resolves it."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.coreference import resolve_pronoun
from sayso.reading.cast.forces import resolve_forces
from sayso.reading.cast.metonyms import is_place
from sayso.reading.cast.ministries import resolve_government, resolve_ministry
from sayso.reading.cast.nouns import words
from sayso.reading.cast.organs import resolve_coalition, resolve_delegation, resolve_organ
from sayso.reading.cast.parties import resolve_group
from sayso.reading.cast.peoples import resolve_people, resolve_state
from sayso.reading.cast.phrases import Phrase, is_sponsored
from sayso.reading.cast.placenouns import resolve_place_phrase
from sayso.reading.cast.roles import introduce_person, person_entity
from sayso.reading.cast.spots import look_up, named_place, place_entity, resolve_run
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.stations import resolve_station
from sayso.reading.cast.unnamed import resolve_role
from sayso.reading.cast.words import fold

_SPEAKERS_OWN = frozenset(
    {"forces", "army", "soldiers", "government", "ministry", "group", "delegation", "coalition"}
)

Resolver = Callable[[Stage, Phrase], Outcome | None]

# In this order, for nouns of several classes ("commanders" are speakers and, of a party, its leaders).
_RESOLVERS: tuple[tuple[frozenset[str], Resolver], ...] = (
    (frozenset({"ministry"}), resolve_ministry),
    (frozenset({"government"}), resolve_government),
    (frozenset({"delegation"}), resolve_delegation),
    (frozenset({"forces", "army", "soldiers"}), resolve_forces),
    (frozenset({"group"}), resolve_group),
    (frozenset({"coalition"}), resolve_coalition),
    (frozenset({"spokes", "office", "speaker", "rank"}), resolve_role),
    (frozenset({"state"}), resolve_state),
    (frozenset({"people"}), resolve_people),
    (frozenset({"outlet"}), lambda stage, phrase: resolve_station(stage, phrase)),
    (frozenset({"place"}), resolve_place_phrase),
    (frozenset({"organ", "body"}), resolve_organ),
)

_COMMON = words("reference", "references", "common")


def _by_last_word(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "the front", "the council", "the observatory" to the latest body whose name ends so."""
    head = stage.page.low(phrase.head)
    bare = phrase.det in {"the", "this"} and phrase.mods[0] == phrase.mods[1]
    if not bare or head in _COMMON or phrase.classes.isdisjoint({"organ", "body", "coalition", "place"}):
        return None
    for seen in stage.register.back(phrase.first):
        draft = stage.draft(seen.entity)
        if draft.kind in {"party", "organisation"} and fold(draft.name.rsplit(" ", 1)[-1]) == head:
            return Outcome(seen.entity, "noun")
    return None


def resolve_phrase(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve a noun phrase by the class of its head; None where it speaks of nobody."""
    if phrase.det in {"our", "my"} and not phrase.classes.isdisjoint(_SPEAKERS_OWN):
        return Outcome(None, "we", "the speaker of the quotation is not known yet")
    short = _by_last_word(stage, phrase)
    if short is not None:
        return short
    for classes, resolver in _RESOLVERS:
        if not phrase.classes.isdisjoint(classes):
            found = resolver(stage, phrase)
            if found is not None:
                return found
    return None


def who(stage: Stage, first: int, last: int) -> Outcome | None:
    """Resolve the words ``[first, last)``, whatever they are; None where they name nobody."""
    shown = stage.shown.get((first, last)) or stage.introductions.get(first)
    if shown is not None and shown.last <= last:
        return introduce_person(stage, shown, stage.owners[shown.run.first])
    phrase = stage.inner.get((first, last)) or stage.phrases.get(first)
    if phrase and phrase.last <= last:
        return resolve_phrase(stage, phrase)
    start = first + 1 if stage.page.low(first) in {"the", "a", "an"} else first
    if start in stage.runs:
        return resolve_name(stage, start)
    if start in stage.hits:
        return resolve_hit(stage, stage.hits[start])
    return resolve_pronoun(stage, first)


def resolve_name(stage: Stage, first: int) -> Outcome | None:
    """Resolve the name run that begins at word `first`: a person, else a place or a body."""
    if first in stage.owners:
        return Outcome(person_entity(stage, stage.owners[first]), "name")
    return resolve_run(stage, stage.runs[first])


def resolve_hit(stage: Stage, hit: Hit) -> Outcome | None:
    """Resolve a known name: the state or party itself, a capital as place or government."""
    known = hit.referent
    if is_sponsored(stage.page, hit.last):
        return None
    if known.kind == "place":
        found = look_up(stage, known.name).place
        return Outcome(place_entity(stage, found) if found else named_place(stage, known.name), "name")
    if hit.form == "seat":
        return _seat(stage, hit)
    if hit.form == "adjective":
        return Outcome(stage.referent(known), "adjective")
    if hit.form == "people" and known.country:
        if stage.page.low(hit.first - 1) == "the":
            return Outcome(stage.state(known.country), "metonym")
        printed = stage.page.span(hit.first, hit.last).of(stage.page.text)
        return Outcome(stage.register.entity("group", printed, country=known.country, plural=True), "name")
    return Outcome(stage.referent(known), "name")


def _seat(stage: Stage, hit: Hit) -> Outcome | None:
    printed = stage.page.span(hit.first, hit.last).of(stage.page.text)
    if is_place(stage.page, hit) or _listed(stage, hit):
        found = look_up(stage, printed.title() if printed.islower() else printed).place
        if found is not None:
            return Outcome(place_entity(stage, found), "name")
        return Outcome(None, "name", "no place of that name in the gazetteer")
    code = hit.referent.country
    if hit.referent.kind != "state" or code is None:
        return Outcome(stage.referent(hit.referent), "metonym")
    return Outcome(stage.government(code), "metonym")


def _listed(stage: Stage, hit: Hit) -> bool:
    """Tell whether the capital stands in a list behind a place ("in X and Y")."""
    place = hit.first - 1
    if not stage.page.follows(hit.first) or stage.page.low(place) != "and" or not stage.register.seen:
        return False
    last = stage.register.seen[-1]
    return last.last == place and stage.draft(last.entity).kind == "place"
