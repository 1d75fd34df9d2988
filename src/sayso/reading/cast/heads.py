"""Which nouns head a phrase: those of the word lists that do not only qualify the next word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.reading.cast.nouns import Nouns, words
from sayso.reading.cast.words import Page

_SPEAKER = frozenset({"speaker"})
NEAR_TO = frozenset(
    {("close", "to"), ("familiar", "with"), ("loyal", "to"), ("affiliated", "with"), ("linked", "to")}
)
"""What stands between a speaker and those he is near to or the matter he knows."""
_TIMES = words("reference", "phrases", "times")
_ADJECTIVAL = words("reference", "phrases", "adjectival")


@dataclass(frozen=True, slots=True)
class Ground:
    """A page with the word lists; `known` gives the ends of the name that holds a word."""

    page: Page
    lexicon: Nouns
    known: Mapping[int, tuple[int, int]]


def is_head(ground: Ground, place: int) -> bool:
    """Tell whether the noun at `place` heads a phrase of somebody or somewhere."""
    word = ground.page.words[place]
    classes = classes_of(ground, place)
    if (
        not classes
        or _within_name(ground, place)
        or (place in ground.known and ground.known[place] != (place, place + 1))
    ):
        return False
    if ground.page.titled(word.sentence) and not classes.isdisjoint({"speaker", "soldiers"}):
        return False
    office = not classes.isdisjoint({"spokes", "office", "rank"}) and not word.tag.startswith("VB")
    if place in ground.known or not (office or word.tag.startswith(("NN", "JJ", "FW"))):
        return False
    return not _modifies(ground, place)


def classes_of(ground: Ground, place: int) -> frozenset[str]:
    """Return the classes of a noun; whoever speaks is a speaker ("the shopkeepers said")."""
    word = ground.page.words[place]
    known = ground.lexicon.of(word.low)
    if word.low in {"people", "persons", "individuals"} and ground.page.lows(place + 1, place + 3) in NEAR_TO:
        return _SPEAKER
    if ground.page.low(place - 1) == "the" and place > 1 and ground.page.words[place - 2].tag == "IN":
        return known
    if known or word.tag not in {"NN", "NNS"} or word.capital or not ground.page.follows(place + 1):
        return known
    after = ground.page.words[place + 1]
    speaks = (
        after.gap == " "
        and after.tag in {"VBD", "VBZ", "VBP"}
        and after.lemma in words("people", "speech", "verbs")
    )
    return _SPEAKER if speaks and word.lemma not in words("people", "speech", "papers") else known


def _within_name(ground: Ground, place: int) -> bool:
    """Tell whether the word is a part of a compound or a name ("think tank", "al-Imam")."""
    before = ground.page.low(place - 1)
    hyphened = ground.page.words[place].gap == "-"
    return before == "think" or (hyphened and before in ground.lexicon.particles)


def _modifies(ground: Ground, place: int) -> bool:
    """Tell whether the noun only qualifies the next word ("militant control", "government troops")."""
    after = place + 1
    if not ground.page.joined(after):
        return False
    word = ground.page.words[after]
    if ground.lexicon.of(word.low) and word.tag.startswith("NN"):
        return True
    if word.tag == "JJ" and ground.page.low(place) in _ADJECTIVAL and not word.capital:
        return True
    if word.gap == "-" or (ground.page.words[place].tag.startswith("JJ") and word.tag.startswith("NN")):
        return True
    if word.low in words("people", "speech", "forms"):
        return False
    titled = not ground.lexicon.of(ground.page.low(place)).isdisjoint(
        {"spokes", "office", "rank", "ministry"}
    )
    if titled and word.low in words("people", "speech", "after_titles"):
        return False
    return word.tag in {"NN", "NNS"} and not word.capital and word.low not in _TIMES
