"""What "it" stands for by the words after it: nothing, an event, a place."""

from __future__ import annotations

from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.stage import Stage


def is_object(stage: Stage, place: int) -> bool:
    """Tell whether "it" is no subject: no verb follows, or a preposition stands before it."""
    page = stage.page
    after = page.words[place + 1] if page.follows(place + 1) else None
    return after is None or after.tag not in {"VBD", "VBZ", "VBP", "MD", "RB", "VBN", "VB", "POS"}


def is_passive(stage: Stage, place: int) -> bool:
    """Tell whether "it should be completed" follows: what is done to "it" is mostly done to an event."""
    after = stage.page.words[place + 1 : place + 4]
    verbs = after[1:] if after and after[0].tag == "MD" else after
    return len(verbs) > 1 and verbs[0].lemma == "be" and verbs[1].tag == "VBN"


def has_predicate(stage: Stage, place: int) -> bool:
    """Tell whether "it is a …" follows, where "it" is what was just told."""
    after = stage.page.words[place + 1 : place + 3]
    return len(after) > 1 and after[0].lemma == "be" and after[1].low in {"a", "an"}


def is_a_place(stage: Stage, place: int) -> bool:
    """Tell whether "it is one of the main crossings" says that "it" is a place."""
    page = stage.page
    if not (page.follows(place + 1) and page.words[place + 1].lemma == "be"):
        return False
    for here in range(place + 2, min(place + 10, len(page.words))):
        if not page.follows(here) or "," in page.words[here].gap or page.words[here].tag.startswith("VB"):
            return False
        if "place" in nouns().of(page.low(here)):
            return True
    return False


def is_expletive(stage: Stage, place: int) -> bool:
    """Tell whether "it" stands for nothing: "it is unclear", "it was not possible"."""
    page = stage.page
    if page.low(place) != "it" or page.low(place + 1) not in words("pronouns", "expletive", "it"):
        return False
    return any(
        low in words("pronouns", "expletive", "after")
        for low in page.lows(place + 2, min(place + 5, len(page.words)))
    )
