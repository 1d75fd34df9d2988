"""Borders and lines: "the border with A and B", "A-B border", "its borders", "the Iranian border"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.context import context_country, recall
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.nouns import phrase as text_of
from sayso.reading.cast.phrases import is_sponsored
from sayso.reading.cast.stage import Stage
from sayso.reading.cast.words import Page, plain, possessive

_REACH = 4
_SKIPPED = words("reference", "lines", "skipped")


@dataclass(frozen=True, slots=True)
class Line:
    """A border at ``words[first:last]``; `entity` None with `reason` where it stays open."""

    first: int
    last: int
    entity: int | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LineShape:
    """A border's words, not resolved yet: the noun at `place`, countries before and behind it.

    `owner` are the words of "its" or "the country's", where no country is named; `others` are
    ``(first, last, country)`` behind the noun's preposition.
    """

    first: int
    last: int
    place: int
    owners: tuple[str, ...] = ()
    owner: tuple[int, int] | None = None
    others: tuple[tuple[int, int, str], ...] = ()


def find_shapes(page: Page, hits: Mapping[int, Hit]) -> Iterator[LineShape]:
    """Yield the border phrases of a page in text order."""
    seen = False
    for place, word in enumerate(page.words):
        if word.low in words("areas", "lines", "heads") and word.tag[:2] in {"NN", "JJ", "VB"}:
            if not (word.tag.startswith("VB") and word.low == "border") and not _modifies(page, place):
                seen = True
                yield _shape(page, hits, place)
        elif seen and word.low == "that" and page.low(place + 1) == "with":
            others = tuple(_others(page, hits, place, owned=False))
            if others:
                yield LineShape(place, others[-1][1], place, others=others)


def resolve_line(stage: Stage, shape: LineShape) -> list[Line]:
    """Return the borders that a phrase names: one, or several ("the border with A and B")."""
    owners = list(shape.owners)
    if shape.owner is not None and not owners:
        ours = stage.page.low(shape.owner[0]) in {"our", "my"}
        found = None if ours else stage.who(stage, *shape.owner)
        country = context_country(stage, shape.place) if ours else None
        if found and found.entity is not None:
            country = stage.draft(found.entity).country
        country = country or stage.scene.home
        owners = [country] if country else []
    last = shape.place + 1
    if shape.others:
        return _with_others(stage, shape, owners)
    if len(owners) > 1:
        return [_between(stage, shape.first, last, owners[0], owners[1])]
    if owners:
        return [_of_one(stage, shape.first, last, owners[0])]
    line = _called_back(stage, shape)
    return [line] if line else []


def _modifies(page: Page, place: int) -> bool:
    """Tell whether "border" only qualifies the next noun ("border post", "border guards")."""
    after = place + 1
    if not page.follows(after) or not plain(page.words[after].gap):
        return False
    word = page.words[after]
    return bool(nouns().of(word.low)) or (word.tag in {"NN", "NNS"} and word.text.islower())


def _shape(page: Page, hits: Mapping[int, Hit], place: int) -> LineShape:
    """Return the shape around a border noun ("Afghan-Tajik border", "Iran's long border with …")."""
    codes, here, owner = list[str](), place, None
    while page.follows(here) and place - here < 6:
        hit = hits.get(here - 1)
        gap = page.words[here].gap
        before = page.words[here - 1].low
        if hit and hit.referent.kind == "state" and hit.referent.country and (plain(gap) or possessive(gap)):
            codes.insert(0, hit.referent.country)
            here = hit.first
        elif plain(gap) and (before in _SKIPPED or (before == "and" and codes and here - 2 in hits)):
            here -= 1
            if before in {"the", "its", "their"}:
                owner = (here, here + 1) if before != "the" else None
                break
        elif possessive(gap) and nouns().of(before) >= {"state"}:
            here -= 2 if page.low(here - 2) in {"the", "that", "this", "our", "my"} else 1
            owner = (here, here + 1 + (page.low(here) != before))
            break
        else:
            break
    others = tuple(_others(page, hits, place, owned=bool(codes)))
    return LineShape(here, others[-1][1] if others else place + 1, place, tuple(codes), owner, others)


def _others(
    page: Page, hits: Mapping[int, Hit], place: int, *, owned: bool
) -> Iterator[tuple[int, int, str]]:
    """Yield the countries behind the noun: "with A and B", "between A and B", "of A"."""
    prep = page.low(place + 1)
    if prep not in {"with", "between", "of", "into"} or (prep == "of" and owned):
        return
    here = place + 2
    while page.follows(here) and here - place < 14 and page.words[here].gap in {" ", ", ", "-", "–"}:
        hit = hits.get(here)
        if hit and hit.referent.kind == "state" and hit.referent.country:
            yield hit.first, hit.last, hit.referent.country
            here = hit.last
        elif page.low(here) in {"the", "and", "neighbouring", "neighboring", "both"}:
            here += 1
        else:
            return


def _with_others(stage: Stage, shape: LineShape, owners: list[str]) -> list[Line]:
    prep, others = stage.page.low(shape.place + 1), shape.others
    if prep in {"between", "of"} and len(others) > 1:
        return [_between(stage, shape.first, others[1][1], others[0][2], others[1][2])]
    if prep == "of":
        return [_of_one(stage, shape.first, others[0][1], others[0][2])]
    own = owners[0] if owners else _near_side(stage, shape.place, others[0][2])
    starts = [shape.first, *(start for start, _, _ in others[1:])]
    return [
        _between(stage, first, end, own, code) for first, (_, end, code) in zip(starts, others, strict=True)
    ]


def _near_side(stage: Stage, place: int, other: str) -> str | None:
    """Return the country on the near side of "the border with X": home, or whoever the sentence is about."""
    home = stage.scene.home
    if home and home != other:
        return home
    start = stage.page.spread[stage.page.words[place].sentence][0]
    codes = [
        hit.referent.country
        for number in range(start, place)
        if (hit := stage.hits.get(number)) and hit.referent.kind == "state" and hit.referent.country != other
    ]
    if codes:
        return codes[0]
    recent = [
        stage.draft(s.entity).country
        for s in stage.register.back(start)
        if stage.draft(s.entity).kind == "state"
    ]
    return next((code for code in recent if code and code != other), None)


def _between(stage: Stage, first: int, last: int, one: str | None, other: str) -> Line:
    if one is None:
        return Line(first, last, None, "the near side of the border is not said")
    border = stage.places.border(one, other)
    if border is None:
        names = sorted((stage.scene.country_name(one), stage.scene.country_name(other)))
        return Line(first, last, None, f"{names[0]} and {names[1]} share no border")
    return Line(first, last, stage.register.entity("place", border.name, place=border.id))


def _of_one(stage: Stage, first: int, last: int, code: str) -> Line:
    """Return "the Iranian border": of home and Iran; home's own border is all its borders."""
    home = stage.scene.home
    if home and code != home and stage.places.border(home, code):
        return _between(stage, first, last, home, code)
    name = text_of("areas", "lines", "borders_of").format(country=stage.scene.country_name(code))
    return Line(first, last, stage.register.entity("place", name, country=code))


def _called_back(stage: Stage, shape: LineShape) -> Line | None:
    """Return the border that "the border" calls back: the last one named near."""
    page = stage.page
    noun = page.low(shape.place)
    if page.low(shape.first) not in {"the", "that", "this"} and noun != "borders":
        return None
    seen = recall(stage, shape.first, lambda seen: seen.head == "border", _REACH)
    if seen is not None:
        return Line(shape.first, shape.last, seen.entity)
    if noun == "borders" and stage.scene.home:
        return _of_one(stage, shape.first, shape.last, stage.scene.home)
    pair = _neighbours_near(stage, shape)
    if pair is not None:
        return _between(stage, shape.first, shape.last, *pair)
    return Line(shape.first, shape.last, None, "no border named before that 'the border' calls back")


def _neighbours_near(stage: Stage, shape: LineShape) -> tuple[str, str] | None:
    """Return the only two neighbours that the sentence and the one before it name, if there are just two."""
    sentence = stage.page.words[shape.place].sentence
    first = stage.page.spread[max(0, sentence - 1)][0]
    named = {
        hit.referent.country
        for place in range(first, shape.first)
        if (hit := stage.hits.get(place))
        and hit.referent.kind == "state"
        and hit.referent.country
        and not is_sponsored(stage.page, hit.last)
    }
    codes = sorted(named)
    return (codes[0], codes[1]) if len(codes) == 2 and stage.places.border(codes[0], codes[1]) else None
