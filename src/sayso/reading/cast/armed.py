"""Armed groups that no list knows, inferred from how an article speaks of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.likeness import likeness
from sayso.reading.cast.names import Run
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.scene import Places
from sayso.reading.cast.words import Page, plain, possessive
from sayso.reading.cast.world import Alias, Referent

_LINKS = words("reference", "armed", "links")
_SHORT = re.compile(r"\s?\(([A-Z][A-Za-z]{0,2}[A-Z0-9][A-Z0-9-]{0,6})\)|, or ([A-Z]{2,7}),")
_LONGEST = 9
# A word counts as a misspelling of a party's name from this likeness on, if its first letters agree:
# "Talib", "Talibn" for "Taliban" reach 83 and 92; two different groups' names stay below 75.
_ALIKE = 80
_SAME_START = 4
_OFTEN = 3


def infer_groups(
    page: Page,
    hits: Sequence[Hit],
    runs: Sequence[Run],
    people: frozenset[str],
    places: Places,
    countries: Sequence[str],
) -> tuple[Alias, ...]:
    """Return aliases for the armed groups that the text itself makes known, and for misspelt known ones.

    `people` are the folded names of persons, which are never taken for groups.
    """
    free = [run for run in runs if run.known_as not in people]
    short = _abbreviated(page, [*free, *hits])
    company = tuple(_by_company(page, free, places, countries))
    return (
        *_named(page, tuple(_by_title(page, hits))),
        *_called(page, company),
        *_misspelt(free, hits),
        *short,
    )


def _abbreviated(page: Page, parts: Sequence[Run | Hit]) -> Iterator[Alias]:
    """Yield the acronyms that stand in brackets behind bodies, lines and groups ("X Y Foundation (XYF)")."""
    for part in parts:
        short = _SHORT.match(page.text, page.words[part.last - 1].span.end)
        if short is None or part.last - part.first < 2:
            continue
        if isinstance(part, Hit):
            known = part.referent
        elif part.organ:
            known = Referent("organisation", part.name)
        else:
            continue
        yield Alias(short.group(1) or short.group(2), "name", known)


def _called(page: Page, groups: Sequence[tuple[int, int, str]]) -> Iterator[Alias]:
    """Yield the aliases of groups named by an adjective and a noun ("X rebels", later "the Xs")."""
    seen: set[str] = set()
    for first, last, noun in groups:
        name = page.span(first, last).of(page.text)
        if name in seen:
            continue
        seen.add(name)
        group = Referent("party", f"{name} {noun}".strip(), armed=True)
        yield Alias(f"{name} {noun}".strip(), "name", group)
        yield Alias(name, "adjective" if noun else "name", group)
        yield Alias(name[:-1] if name.endswith("s") else f"{name}s", "name", group)


def _named(page: Page, groups: Sequence[tuple[int, int]]) -> Iterator[Alias]:
    seen: set[str] = set()
    for first, last in groups:
        name = page.span(first, last).of(page.text)
        if name in seen:
            continue
        seen.add(name)
        group = Referent("party", name, armed=True)
        yield Alias(name, "name", group)
        short = _SHORT.match(page.text, page.words[last - 1].span.end)
        if short:
            yield Alias(short.group(1) or short.group(2), "name", group)


def _by_title(page: Page, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield the names that say themselves what they are ("… Liberation Front")."""
    whole = {(hit.first, hit.last) for hit in hits}
    demonyms = {place for hit in hits if hit.form != "seat" for place in range(hit.first, hit.last)}
    for number, (first, last) in enumerate(page.spread):
        if page.titled(number):
            continue
        for start, end in _capitals(page, first, last):
            own = [p for p in range(start, end) if p not in demonyms and page.words[p].capital]
            names = words("parties", "inference", "names")
            titled = any(page.low(p) in names for p in own) and len(own) > 1
            start = _past_members(page, start, end)
            if titled and not any((a <= start and end <= b) or (start <= a and b == end) for a, b in whole):
                yield start, end


def _past_members(page: Page, first: int, last: int) -> int:
    """Return where the name begins behind "Fighters of the …"."""
    place = first
    while place < last - 2 and (
        nouns().of(page.low(place)) & {"group", "soldiers", "forces"} and page.low(place + 1) == "of"
    ):
        place += 2 + (page.low(place + 2) == "the")
    return place


def _capitals(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitalised words, small links inside allowed."""
    place = first
    while place < last:
        end = place
        while end < last and end - place < _LONGEST and (end == place or _holds(page, end)):
            if not (_proper(page, end) or (end > place and page.low(end) in _LINKS)):
                break
            end += 1
        while end > place and not _proper(page, end - 1):
            end -= 1
        if end - place > 1:
            yield place, end
        place = max(end, place + 1)


def _holds(page: Page, place: int) -> bool:
    gap = page.words[place].gap
    return plain(gap) or possessive(gap)


def _proper(page: Page, place: int) -> bool:
    word = page.words[place]
    known = nouns()
    role = known.is_role(word.low) or word.low in words("people", "roles", "title")
    return word.capital and not role and word.low not in known.never and word.tag not in {"DT", "IN", "PRP"}


def _by_company(
    page: Page, runs: Sequence[Run], places: Places, countries: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield the names that keep an armed group's company ("the X rebels", "the Xs seized …")."""
    acts: Counter[str] = Counter()
    for run in runs:
        if run.organ or not page.follows(run.last):
            continue
        after = page.words[run.last]
        beside = (
            after.gap == " " and after.low in words("parties", "inference", "after") and not after.capital
        )
        plural = page.low(run.first - 1) == "the" and after.lemma in words("parties", "inference", "verbs")
        if (beside or (plural and after.tag in {"VBD", "VBP", "VBZ"})) and not _is_place(
            run, places, countries
        ):
            acts[run.known_as] += 1
            if acts[run.known_as] == 1:
                yield run.first, run.last, after.low if beside and page.low(run.last + 1) != "leader" else ""


def _is_place(run: Run, places: Places, countries: Sequence[str]) -> bool:
    return places.find(run.name, countries=countries, fuzzy=False).place is not None


def _misspelt(runs: Sequence[Run], hits: Sequence[Hit]) -> Iterator[Alias]:
    """Yield the single unknown words that are nearly the name of a party which the article often names."""
    counts = Counter(hit.referent for hit in hits if hit.referent.armed)
    often = sorted((r for r, n in counts.items() if n >= _OFTEN and " " not in r.name), key=lambda r: r.name)
    for name in sorted({run.name for run in runs if run.last - run.first == 1}):
        for party in often:
            same_start = name[:_SAME_START].lower() == party.name[:_SAME_START].lower()
            if same_start and likeness(name.lower(), party.name.lower()) >= _ALIKE:
                yield Alias(name, "name", party)
                break
