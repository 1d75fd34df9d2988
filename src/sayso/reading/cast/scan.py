"""The stretches of an article that are to be resolved, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reading.cast.introductions import Introduction
from sayso.reading.cast.lines import LineShape, find_shapes
from sayso.reading.cast.nouns import words
from sayso.reading.cast.peoples import sides_at
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.placenouns import core_end
from sayso.reading.cast.stage import Stage

_PRONOUNS = ("he", "they", "it", "we", "there")


@dataclass(frozen=True, slots=True)
class Item:
    """Words to be resolved together: ``words[first:last]`` and what was seen in them.

    `road` is "line", "sides", "introduction", "phrase", "directed", "name", "hit" or "pronoun".
    """

    first: int
    last: int
    road: str
    phrase: Phrase | None = None
    line: LineShape | None = None
    introduction: Introduction | None = None


def find_items(stage: Stage) -> list[Item]:
    """Return all items of a page; where several begin together, the longer first.

    They overlap: whoever resolves them takes the first that comes to something and goes on behind it.
    """
    found = [
        *(Item(shape.first, shape.last, "line", line=shape) for shape in find_shapes(stage.page, stage.hits)),
        *_sides(stage),
        *(Item(i.first, i.last, "introduction", introduction=i) for i in stage.introductions.values()),
        *_phrases(stage),
        *_names(stage),
        *_single_words(stage),
    ]
    return sorted(found, key=lambda item: (item.first, -item.last))


def _sides(stage: Stage) -> Iterator[Item]:
    for place in range(len(stage.page.words)):
        end = sides_at(stage.page, place)
        if end is not None:
            led = stage.page.follows(place) and stage.page.low(place - 1) == "the"
            yield Item(place - 1 if led else place, end, "sides")


def _phrases(stage: Stage) -> Iterator[Item]:
    for phrase in stage.phrases.values():
        end = max(phrase.end, core_end(stage, phrase)) if "place" in phrase.classes else phrase.end
        yield Item(phrase.first, end, "phrase", phrase)


def _names(stage: Stage) -> Iterator[Item]:
    for run in stage.runs.values():
        yield Item(run.first, run.last, "name")
    for place, hit in stage.hits.items():
        if place == hit.first and not (place in stage.runs and stage.runs[place].last > hit.last):
            led = (
                stage.page.follows(place)
                and stage.page.low(place - 1) == "the"
                and stage.page.words[place].gap == " "
            )
            yield Item(place - 1 if led else place, hit.last, "hit")


def _single_words(stage: Stage) -> Iterator[Item]:
    pronouns = {low for name in _PRONOUNS for low in words("pronouns", "pronouns", name)}
    directions = words("areas", "directions", "words")
    for place, word in enumerate(stage.page.words):
        if word.low in pronouns:
            yield Item(place, place + 1, "pronoun")
        elif word.low in directions and place not in stage.hits and place not in stage.runs:
            yield Item(place, place + 1, "directed")
