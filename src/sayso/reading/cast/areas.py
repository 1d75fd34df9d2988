"""Places without a name of their own: "rural areas", "districts of X", "northern X", "the capital"."""

from __future__ import annotations

from sayso.reading.cast.context import recall
from sayso.reading.cast.directions import Area, make_area, whole_at
from sayso.reading.cast.nouns import phrase as text_of
from sayso.reading.cast.nouns import rewrites, words
from sayso.reading.cast.ownership import whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.stage import Stage

_NEAR = frozenset({"near", "around", "outside"})

_REGIONS = words("reference", "areas", "regions")

_EDGES = words("reference", "areas", "edges")

_POINTS = words("reference", "areas", "points")


def resolve_area(stage: Stage, phrase: Phrase) -> Area | None:
    """Resolve "N districts of X", "major border crossings", "Afghan territory"; None for other nouns."""
    head = stage.page.low(phrase.head)
    if head in words("areas", "areas", "ground"):
        return _held(stage, phrase) or _ground(stage, phrase)
    if head not in words("areas", "areas", "plural"):
        return None
    held = _held(stage, phrase)
    if held is not None:
        return held
    if _names_each(stage, phrase, head):
        return None
    what = _what(stage, phrase, head)
    nearby = _beside(stage, phrase, what)
    if nearby is not None:
        return nearby
    whole = _whole_of(stage, phrase)
    if whole is None or (
        what == head and head in {"areas", "positions", "bases", "territories", "camps", "posts"}
    ):
        return None
    name = text_of("areas", "areas", "whole").format(what=what, whole=whole[0])
    return make_area(stage, phrase.first, max(phrase.last, whole[1]), name, whole[2])


def _names_each(stage: Stage, phrase: Phrase, head: str) -> bool:
    """Tell whether the plural noun only closes a list of names ("X and Y districts")."""
    place = phrase.head - 1
    named = any(run.last == phrase.head for run in stage.runs.values() if run.first >= phrase.mods[0])
    return (
        named
        and head in {"districts", "provinces", "regions", "governorates", "counties"}
        and place >= phrase.mods[0]
    )


def _what(stage: Stage, phrase: Phrase, head: str) -> str:
    kept = rewrites("areas", "areas", "kept")
    lows = stage.page.lows(*phrase.mods)
    return " ".join([*(kept[low] for low in lows if low in kept), head])


def _whole_of(stage: Stage, phrase: Phrase) -> tuple[str, int, str | None] | None:
    """Return what the area is a part of: "of X", "X's", "X-an", else home."""
    page = stage.page
    if page.low(phrase.last) in {"of", "in", "across"}:
        start = phrase.last + 1 + (page.low(phrase.last + 1) in {"the", "neighbouring", "neighboring"})
        whole = whole_at(stage, start)
        if whole:
            return whole
    owner = whose(stage, phrase)
    if owner and owner.entity is not None:
        draft = stage.draft(owner.entity)
        country = draft.country if draft.kind in {"state", "party"} else None
        name = stage.scene.country_name(country) if country else draft.name
        return (name, phrase.last, country) if draft.kind in {"state", "place"} or country else None
    for place in range(*phrase.mods):
        if place in stage.runs and place not in stage.owners:
            found = whole_at(stage, place)
            return (found[0], phrase.last, found[2]) if found else None
    if phrase.owned:
        return None
    region = recall(
        stage, phrase.first, lambda s: s.head in _REGIONS and stage.draft(s.entity).kind == "place", 0
    )
    if region is not None:
        draft = stage.draft(region.entity)
        return draft.name, phrase.last, draft.country
    home = stage.scene.home
    elsewhere = {"other", "foreign", "european", "western", "neighboring", "neighbouring"} & set(
        page.lows(*phrase.mods)
    )
    return (stage.scene.country_name(home), phrase.last, home) if home and not elsewhere else None


def _beside(stage: Stage, phrase: Phrase, what: str) -> Area | None:
    """Return "towns north of X", "villages near X"."""
    page, place = stage.page, phrase.last
    if page.low(place) in {"just", "immediately", "further"}:
        place += 1
    edge = _edge_behind(stage, place)
    if page.low(place) in _POINTS and page.low(place + 1) == "of":
        whole = whole_at(stage, place + 2)
        link = f"{page.low(place)} of"
    elif edge is not None:
        whole, link = whole_at(stage, place + 5), f"{edge} of"
    else:
        near = _near_behind(stage, phrase)
        if near is None:
            return None
        whole, link = whole_at(stage, near + 1), page.low(near)
    return make_area(stage, phrase.first, whole[1], f"{what} {link} {whole[0]}", whole[2]) if whole else None


def _edge_behind(stage: Stage, place: int) -> str | None:
    """Return "east" for "on the eastern edge of" right behind a plural place."""
    first, article, point, edge, link = (stage.page.low(n) for n in range(place, place + 5))
    beside = first in {"on", "at"} and article == "the" and link == "of"
    if not beside or edge not in _EDGES or not point.endswith("ern") or point[:-3] not in _POINTS:
        return None
    return point[:-3]


def _near_behind(stage: Stage, phrase: Phrase) -> int | None:
    """Return the word "near" behind a plural place, at once or at the end of what tells more of it."""
    page = stage.page
    for place in range(phrase.last, min(phrase.last + 9, len(page.words))):
        if (
            not page.follows(place)
            or "," in page.words[place].gap
            or page.words[place].tag in {"VBD", "VBZ", "MD"}
        ):
            return None
        if page.low(place) in _NEAR:
            return place if whole_at(stage, place + 1) else None
    return None


def _ground(stage: Stage, phrase: Phrase) -> Area | None:
    """Return the country itself for "Tajik territory", "the territory of Tajikistan"."""
    whole = _whole_of(stage, phrase)
    lows = stage.page.lows(*phrase.mods)
    if (
        whole is None
        or whole[2] is None
        or not (phrase.mods[0] < phrase.mods[1] or whole[1] > phrase.last or phrase.owned)
    ):
        return None
    kept = rewrites("areas", "areas", "kept")
    if any(low in kept for low in lows):
        what = " ".join(kept[low] for low in lows if low in kept)
        return make_area(
            stage,
            phrase.first,
            phrase.last,
            f"{what} areas of {stage.scene.country_name(whole[2])}",
            whole[2],
        )
    named = any(n in stage.hits or n in stage.runs for n in range(phrase.first, max(phrase.last, whole[1])))
    if not named and not phrase.owned:
        return None
    if whole[0] != stage.scene.country_name(whole[2]):
        return make_area(stage, phrase.first, max(phrase.last, whole[1]), whole[0], whole[2])
    return Area(phrase.first, max(phrase.last, whole[1]), stage.state(whole[2]))


def _held(stage: Stage, phrase: Phrase) -> Area | None:
    """Return "X-held territory of home" for "areas controlled by X", "territories it holds"."""
    page, home = stage.page, stage.scene.home
    place = phrase.last + (page.low(phrase.last) in {"already", "now", "still", "currently"})
    if home is None or not page.follows(phrase.last):
        return None
    holder: int | None = None
    if page.low(place) in {"controlled", "held", "occupied", "seized"} and page.low(place + 1) == "by":
        holder = place + 2
    elif page.low(place) == "under" and page.low(place + 2) == "control":
        holder = place + 1
    elif page.low(place + 1) in {"holds", "controls", "hold", "control"}:
        holder = place
    if holder is None:
        return None
    found = stage.who(stage, holder, holder + 1)
    if found is None or found.entity is None:
        return None
    side = stage.draft(found.entity).side or stage.draft(found.entity).name
    country = stage.scene.country_name(home)
    name = text_of("areas", "areas", "held").format(side=side, country=country)
    return make_area(stage, phrase.first, place + 1, name, home)
