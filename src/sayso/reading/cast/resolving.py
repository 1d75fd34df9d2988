"""One reference at a time: which module resolves a phrase, a name or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.areas import resolve_area
from sayso.reading.cast.coreference import resolve_pronoun
from sayso.reading.cast.directions import resolve_directed
from sayso.reading.cast.lines import resolve_line
from sayso.reading.cast.nouns import words
from sayso.reading.cast.peoples import resolve_sides
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.references import resolve_hit, resolve_name, resolve_phrase
from sayso.reading.cast.roles import introduce_person
from sayso.reading.cast.scan import Item
from sayso.reading.cast.spots import resolve_run
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.stations import resolve_station
from sayso.reading.cast.words import Page


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference that came to something, its words and the noun that later words may call it by.

    A `silent` one stands inside a longer reference: later words may call it back, but it is no mention.
    """

    first: int
    last: int
    outcome: Outcome
    head: str
    silent: bool = False


def resolve_item(stage: Stage, item: Item) -> list[Resolved]:
    """Resolve an item; an empty list where its words speak of nobody, so that those inside are tried."""
    found = _resolve(stage, item)
    if item.road not in {"introduction", "phrase", "directed"}:
        return found
    return [part for one in found for part in (*_inside(stage, one), one)]


def _inside(stage: Stage, whole: Resolved) -> list[Resolved]:
    """Return the places and bodies named inside a longer reference ("a source in X")."""
    found: list[Resolved] = []
    for place in range(whole.first, whole.last):
        run, hit = stage.runs.get(place), stage.hits.get(place)
        outcome = None
        last = place + 1
        if run is not None and place not in stage.owners:
            outcome, last = resolve_run(stage, run), run.last
        elif hit is not None and hit.first == place and hit.form in {"name", "seat"}:
            outcome, last = resolve_hit(stage, hit), hit.last
        if outcome and outcome.entity is not None and outcome.entity != whole.outcome.entity:
            found.append(Resolved(place, last, outcome, stage.page.low(last - 1), silent=True))
    for (first, last), phrase in stage.inner.items():
        if (
            whole.first < first
            and last <= whole.last
            and not phrase.classes.isdisjoint({"organ", "ministry"})
        ):
            named = _named_behind(stage, phrase)
            body = Outcome(stage.referent(named.referent), "name") if named else resolve_phrase(stage, phrase)
            if body and body.entity is not None and body.entity != whole.outcome.entity:
                found.append(Resolved(first, last, body, stage.page.low(phrase.head), silent=True))
    return found


def _resolve(stage: Stage, item: Item) -> list[Resolved]:
    if item.line is not None:
        lines = resolve_line(stage, item.line)
        return [Resolved(n.first, n.last, Outcome(n.entity, "line", n.reason), "border") for n in lines]
    if item.phrase is not None:
        return _phrase_item(stage, item, item.phrase)
    if item.road == "directed":
        area = resolve_directed(stage, item.first)
        return [Resolved(area.first, area.last, Outcome(area.entity, "name"), "area")] if area else []
    outcome, head = _word_item(stage, item)
    return [Resolved(item.first, item.last, outcome, head)] if outcome else []


def _phrase_item(stage: Stage, item: Item, phrase: Phrase) -> list[Resolved]:
    head = stage.page.low(phrase.head)
    if "place" in phrase.classes:
        area = resolve_area(stage, phrase)
        if area is not None:
            return [Resolved(item.first, area.last, Outcome(area.entity, "noun"), head)]
    named = _named_behind(stage, phrase)
    if named is not None:
        return [Resolved(item.first, named.last, Outcome(stage.referent(named.referent), "name"), head)]
    outcome = _unlisted_behind(stage, phrase)
    if outcome is not None:
        return [Resolved(item.first, stage.runs[phrase.last].last, outcome, head)]
    outcome = resolve_phrase(stage, phrase)
    if outcome is None:
        return []
    last = item.last if "place" in phrase.classes or outcome.entity is not None else phrase.last
    return [Resolved(item.first, last, outcome, head)]


_KINDS = frozenset({"organ", "body", "outlet", "group", "coalition", "forces"})


def _named_behind(stage: Stage, phrase: Phrase) -> Hit | None:
    """Return the known name right behind its kind ("the operator X", "the UN mission Y")."""
    hit = stage.hits.get(phrase.last)
    if hit is None or hit.first != phrase.last or phrase.classes.isdisjoint(_KINDS):
        return None
    closed = stage.page.after(hit.last).startswith((",", ")", "."))
    apposed = phrase.det == "the" and stage.page.words[hit.first].gap == ", " and closed
    if not stage.page.joined(phrase.last) and not (apposed and stage.page.follows(phrase.last)):
        return None
    return hit if hit.form == "name" and hit.referent.kind in {"organisation", "outlet", "party"} else None


def _unlisted_behind(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "rights group X", where X is on no list."""
    run = stage.runs.get(phrase.last)
    if run is None or run.first in stage.owners or not stage.page.joined(phrase.last):
        return None
    if phrase.classes.isdisjoint({"group", "organ", "body", "outlet"}) or stage.page.low(phrase.head) in {
        "side",
        "camp",
        "front",
    }:
        return None
    if "outlet" in phrase.classes:
        return resolve_station(stage, phrase)
    return Outcome(stage.register.entity("organisation", run.name, side=run.name), "name")


def _word_item(stage: Stage, item: Item) -> tuple[Outcome | None, str]:
    page = stage.page
    head = page.low(item.last - 1)
    if item.introduction is not None:
        shown = item.introduction
        head = page.low(shown.roles[0].head) if shown.roles else head
        return introduce_person(stage, shown, stage.owners[shown.run.first]), head
    if item.road == "sides":
        return resolve_sides(stage), head
    if item.road == "name":
        return resolve_name(stage, item.first), head
    if item.road == "hit":
        hit = stage.hits[item.last - 1]
        return resolve_hit(stage, hit), "" if hit.referent.kind in {
            "party",
            "state",
        } and hit.form != "people" else head
    return resolve_pronoun(stage, item.first), head


def leads(page: Page, first: int, last: int) -> bool:
    """Tell whether the words are the subject of a clause: a finite verb follows, or "said" precedes."""
    before = page.words[first - 1] if page.follows(first) else None
    if before is None:
        return True
    if before.tag in {"VBD", "VBZ"} and before.lemma in {"say", "add", "tell", "write"}:
        return True
    if page.words[first].gap == " " and before.tag in {"IN", "TO"} and before.low not in _CLAUSE:
        return False
    place = last
    while page.follows(place) and place - last < 2 and page.words[place].tag == "RB":
        place += 1
    return page.follows(place) and page.words[place].tag in _FINITE and len(page.words[place].gap) <= 3


_CLAUSE = words("reference", "resolving", "clause")

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
