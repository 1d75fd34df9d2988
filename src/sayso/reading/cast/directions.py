"""Parts of a country or place by the points of the compass: "southern X", "the north of X"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.cast.nouns import words
from sayso.reading.cast.stage import Stage

_SIDES = {
    "north": "northern",
    "south": "southern",
    "east": "eastern",
    "west": "western",
    "centre": "central",
    "center": "central",
    "northeast": "northeastern",
    "northwest": "northwestern",
    "southeast": "southeastern",
    "southwest": "southwestern",
}


@dataclass(frozen=True, slots=True)
class Area:
    """A described place at ``words[first:last]``."""

    first: int
    last: int
    entity: int


_PARTS = words("reference", "directions", "parts")


def resolve_directed(stage: Stage, place: int) -> Area | None:
    """Resolve "southern X", "the north of X", "in the south" at the direction word `place`."""
    page = stage.page
    word, after = page.words[place], place + 1
    if not page.follows(after):
        return None
    if page.low(after) in _PARTS and page.low(after + 1) == "of":
        start = after + 2 + (page.low(after + 2) in {"the", "this"})
        part = whole_at(stage, start)
        article = "the " if page.low(start - 1) == "the" else ""
        return (
            make_area(stage, place, part[1], f"{word.low} {page.low(after)} of {article}{part[0]}", part[2])
            if part
            else None
        )
    whole = whole_at(stage, after) if page.words[after].gap == " " else None
    if whole and not (page.opens(place) and page.low(after) == "of"):
        return make_area(stage, place, whole[1], f"{_full(word.low)} {whole[0]}", whole[2])
    if word.low in _SIDES and page.low(place - 1) == "the":
        return _the_side(stage, place, after)
    return None


def _the_side(stage: Stage, place: int, after: int) -> Area | None:
    page, home = stage.page, stage.scene.home
    side = _SIDES[page.words[place].low]
    if page.low(after) == "of":
        start = after + 1 + (page.low(after + 1) in {"the", "neighbouring", "neighboring"})
        whole = whole_at(stage, start)
        if whole is None and page.low(start) == "country" and home:
            whole = (stage.scene.country_name(home), start + 1, home)
        return make_area(stage, place, whole[1], f"{side} {whole[0]}", whole[2]) if whole else None
    if page.low(place - 2) == "in" and home and not page.words[after].tag.startswith(("NN", "JJ")):
        return make_area(stage, place, place + 1, f"{side} {stage.scene.country_name(home)}", home)
    return None


def _full(low: str) -> str:
    """Return the adjective of a point ("northwest" → "northwestern")."""
    return low if low.endswith(("ern", "al", "upper", "lower")) else low + "ern"


def whole_at(stage: Stage, place: int) -> tuple[str, int, str | None] | None:
    """Return name, end and country of the country or place that begins at `place`."""
    hit = stage.hits.get(place)
    if (
        hit
        and hit.first == place
        and hit.form == "name"
        and hit.referent.kind == "state"
        and hit.referent.country
    ):
        return stage.scene.country_name(hit.referent.country), hit.last, hit.referent.country
    run = stage.runs.get(place)
    if run and run.first not in stage.owners and not run.organ:
        found = stage.places.find(run.name, countries=stage.scene.countries).place
        name = found.name if found and not found.name.startswith(run.name) else run.name
        return name, run.last, found.country if found else stage.scene.home
    return None


def make_area(stage: Stage, first: int, last: int, name: str, country: str | None) -> Area:
    """Return the area under a name; an article before it belongs to its words."""
    if first > 0 and stage.page.low(first - 1) == "the" and stage.page.follows(first):
        first -= 1
    return Area(first, last, stage.register.entity("place", name, country=country))
