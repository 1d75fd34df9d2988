"""Places: names through the gazetteer, with the nouns around them."""

from __future__ import annotations

from sayso.model.place import Place
from sayso.reading.cast.names import Run
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.scene import FoundPlace
from sayso.reading.cast.stage import Outcome, Stage

_SURE = 0.9

_FAR_OFF = 0.8

_RIGHTED = 0.78
"""Likeness from which a misspelt name is put right: one letter in eight, at home."""


def place_entity(stage: Stage, place: Place) -> int:
    """Return the entity of a gazetteer place."""
    if place.kind == "country" and place.country:
        return stage.state(place.country)
    return stage.register.entity("place", place.name, place=place.id, country=place.country)


def named_place(stage: Stage, name: str, country: str | None = None) -> int:
    """Return the entity of a place that the gazetteer does not know, under its printed name."""
    return stage.register.entity("place", name, country=country)


def look_up(
    stage: Stage, name: str, kinds: frozenset[str] | None = None, *, fuzzy: bool = True
) -> FoundPlace:
    """Ask the gazetteer with the article's countries as context."""
    scene = stage.scene
    return stage.places.find(name, countries=scene.countries, kinds=kinds, fuzzy=fuzzy, regions=scene.regions)


def resolve_run(stage: Stage, run: Run) -> Outcome | None:
    """Resolve a bare name that is nobody's: a place that the gazetteer or the words around it vouch for."""
    if run.lows[-1] in words("outlets", "nouns", "titles") and len(run.lows) > 1:
        return Outcome(stage.register.entity("outlet", run.name), "name")
    if run.organ:
        return Outcome(stage.register.entity("organisation", run.name), "name")
    short = _short_for(stage, run)
    if short is not None:
        return Outcome(short, "alias")
    longer = _site_of(stage, run)
    if longer is not None:
        return Outcome(longer, "alias")
    located = is_located(stage, run)
    found = look_up(stage, run.name, fuzzy=located)
    place = found.place
    at_home = place is not None and place.country in stage.scene.countries and found.score >= _SURE
    if place is not None and (at_home or (located and within_reach(stage, found))) and _alike(run, found):
        if _doubtful(stage, run, found):
            return Outcome(named_place(stage, run.name, place.country), "name")
        return Outcome(place_entity(stage, place), "name")
    return Outcome(named_place(stage, run.name), "name") if located else None


def _site_of(stage: Stage, run: Run) -> int | None:
    """Return the base named before by this name and its kind."""
    for number, draft in enumerate(stage.register.drafts):
        based = draft.kind == "place" and draft.name in {f"{run.name} base", f"{run.name} airbase"}
        if based and draft.place is None:
            return number
    return None


def within_reach(stage: Stage, found: FoundPlace) -> bool:
    """Tell whether the article may mean a place: at home, next door, or known by its main name."""
    place, home = found.place, stage.scene.home
    if place is None:
        return False
    if found.score >= _FAR_OFF or place.country is None or place.country in stage.scene.countries:
        return True
    return home is not None and stage.places.border(home, place.country) is not None


def _doubtful(stage: Stage, run: Run, found: FoundPlace) -> bool:
    """Tell a find by a misspelling that may be another place of nearly that name.

    A short name differs from its neighbours by a letter or two; so only long names are put right.  A
    profile's own few places have no such neighbours.
    """
    if found.score >= _RIGHTED or stage.scene.world.governments:
        return False
    return look_up(stage, run.name, fuzzy=False).place is None


def _short_for(stage: Stage, run: Run) -> int | None:
    """Return the body or outlet of which a single word is the last part ("Azadi" for "Radio Azadi")."""
    if len(run.lows) > 1:
        return None
    for place, hit in stage.hits.items():
        longer = (
            hit.last - hit.first > 1
            and hit.form == "name"
            and hit.referent.kind in {"outlet", "organisation", "party"}
        )
        if longer and place == hit.last - 1 and stage.page.low(place) == run.lows[0]:
            return stage.referent(hit.referent)
    return None


def _alike(run: Run, found: FoundPlace) -> bool:
    """Tell whether a find is close enough: countries are known by their names, never by a code."""
    if found.place is not None and found.place.kind == "country" and len(run.name) < 5:
        return False
    return found.score >= 0.5 or len(run.name) >= 5


def is_located(stage: Stage, run: Run) -> bool:
    """Tell whether the words around a name treat it as a place."""
    page = stage.page
    if _fares(stage, run):
        return True
    if not page.follows(run.first):
        return False
    before = page.words[run.first - 1]
    gap = page.words[run.first].gap
    directed = before.low in words("areas", "directions", "words")
    if gap == " " and (before.low in _LOCATIVE or directed or "place" in nouns().of(before.low)):
        return True
    if gap == " " and before.low == "of":
        return page.low(run.first - 2) in words("areas", "locative", "before_of")
    if gap == " " and before.lemma in words("areas", "locative", "verbs") and before.tag.startswith("VB"):
        return True
    return _listed(stage, run)


_LOCATIVE = words("reference", "spots", "locative")


def _fares(stage: Stage, run: Run) -> bool:
    """Tell whether what follows says that the name is a place ("X fell", "X in Y province")."""
    page = stage.page
    if _closes_list(stage, run):
        return True
    if not page.follows(run.last) or page.words[run.last].gap != " ":
        return False
    after = page.words[run.last]
    if after.lemma in words("areas", "locative", "undergo"):
        return True
    ahead = page.lows(run.last + 1, run.last + 5)
    if after.low == "in":
        return any(low in words("reference", "areas", "regions") for low in ahead)
    return after.lemma in {"be", "remain"} and ahead[:1] == ("under",)


def _closes_list(stage: Stage, run: Run) -> bool:
    """Tell whether a noun of place closes the list that the name stands in ("X, Y and Z districts")."""
    page, place = stage.page, run.last
    joints = 0
    while page.follows(place) and place - run.last < 8:
        word = page.words[place]
        if place in stage.runs and word.gap in {" ", ", "}:
            place = stage.runs[place].last
        elif word.low == "and" and word.gap in {" ", ", "}:
            joints += 1
            place += 1
        else:
            return (
                joints > 0 and word.gap == " " and word.low.endswith("s") and "place" in nouns().of(word.low)
            )
    return False


def _listed(stage: Stage, run: Run) -> bool:
    """Tell whether the name stands in a list right behind another place ("X, Y and Z")."""
    page = stage.page
    place = run.first - 1 if page.low(run.first - 1) == "and" else run.first
    if place < run.first and page.words[place].gap not in {" ", ", "}:
        return False
    if place == run.first and page.words[run.first].gap != ", ":
        return False
    last = stage.register.seen[-1] if stage.register.seen else None
    return last is not None and last.last == place and stage.draft(last.entity).kind == "place"
