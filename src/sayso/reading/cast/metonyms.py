"""Capitals and houses of power: a place, or the government that sits there."""

from __future__ import annotations

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.words import Page, possessive

_HOUSES = frozenset({"kremlin", "pentagon"})
_PLACED = words("reference", "metonyms", "placed")
_AIMED = words("reference", "metonyms", "aimed")
_PASSIVE = frozenset({"be", "have", "get"})


def is_place(page: Page, hit: Hit) -> bool:
    """Tell whether the capital at `hit` is meant as a town.

    It is after a preposition of place, as the object of a verb of movement or capture, and as the
    subject of "fell", "was hit" and the like; it is not before "said", in "Kabul's position", or after
    "under the control of".
    """
    if page.lows(hit.first, hit.last)[0] in _HOUSES or _possesses(page, hit):
        return False
    if not page.follows(hit.first) or page.words[hit.first].gap == "/":
        return _undergoes(page, hit) or _dateline(page, hit)
    before = page.words[hit.first - 1]
    if before.low == "of":
        return page.low(hit.first - 2) not in words("areas", "locative", "authority") or _taken(page, hit)
    if before.low == "to" and page.low(hit.first - 2) in {"loyal", "according", "close", "answer", "answers"}:
        return False
    if before.low == "on":
        return page.low(hit.first - 2) in _AIMED
    if before.low in _PLACED or before.low in words("areas", "directions", "words"):
        return True
    if "place" in nouns().of(before.low) and page.words[hit.first].gap == " ":
        return True
    if before.lemma in words("areas", "locative", "verbs") and before.tag.startswith("VB"):
        return True
    return _based(page, hit) or _undergoes(page, hit) or _qualifies(page, hit)


def _dateline(page: Page, hit: Hit) -> bool:
    """Tell whether the capital opens a report ("KABUL —", "Kabul, 19 May")."""
    gap = page.after(hit.last)
    dated = (
        page.words[hit.last].tag == "CD" or page.low(hit.last) in nouns().calendar
        if page.follows(hit.last)
        else False
    )
    return any(c in gap for c in "—–(/:") or gap.strip() in {"-", "--"} or ("," in gap and dated)


def _possesses(page: Page, hit: Hit) -> bool:
    """Tell whether something but a quarter or street of the town is its own ("Kabul's position")."""
    if not page.follows(hit.last) or not possessive(page.words[hit.last].gap):
        return False
    owned = page.lows(hit.last, hit.last + 2)
    return words("areas", "locative", "of_town").isdisjoint(owned)


def _qualifies(page: Page, hit: Hit) -> bool:
    """Tell whether the capital only qualifies a noun ("the Doha talks")."""
    if not page.follows(hit.last) or page.words[hit.last].gap != " ":
        return False
    after = page.words[hit.last]
    if after.low in words("people", "speech", "forms"):
        return False
    return after.tag in {"NN", "NNS"} or (
        after.tag.startswith("NNP") and after.low in words("areas", "directions", "words")
    )


def _taken(page: Page, hit: Hit) -> bool:
    """Tell "took control of X" from "under the control of X"."""
    return page.low(hit.first - 2) == "control" and not {"under", "out"} & set(
        page.lows(max(0, hit.first - 5), hit.first - 2)
    )


def _based(page: Page, hit: Hit) -> bool:
    return page.low(hit.last) in {"based", "area"} or "place" in nouns().of(page.low(hit.last))


def _undergoes(page: Page, hit: Hit) -> bool:
    if not page.follows(hit.last) or possessive(page.words[hit.last].gap):
        return False
    verb, after = page.words[hit.last], page.words[min(hit.last + 1, len(page.words) - 1)]
    if verb.lemma in words("areas", "locative", "undergo"):
        return True
    return (
        verb.lemma in _PASSIVE
        and after.tag in {"VBN", "RB"}
        and after.lemma in words("areas", "locative", "verbs")
    )
