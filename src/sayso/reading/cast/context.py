"""What the sentences around a reference say: the country meant, whoever was named before."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.metonyms import is_place
from sayso.reading.cast.phrases import Phrase, is_sponsored
from sayso.reading.cast.register import Seen
from sayso.reading.cast.stage import Stage

_LEAD = 3
"""Up to so many words into a sentence, an adjective is its subject's ("On the Russian side, …")."""


def context_country(stage: Stage, place: int) -> str | None:
    """Return the country that a bare "Foreign Ministry" at word `place` is of.

    The first state named before it in its sentence; else the one that leads the sentence before; else
    home.
    """
    sentence = stage.page.words[place].sentence
    first = stage.page.spread[sentence][0]
    leading = [s for s in stage.register.seen if s.subject and s.first >= first and s.last <= place]
    if leading and (code := _actor_country(stage, leading[0].entity)):
        return code
    for number in range(first, place):
        hit = stage.hits.get(number)
        named = hit is not None and (
            number - first <= _LEAD or (hit.form != "adjective" and not _is_town(stage, hit))
        )
        if named and (code := _state_at(stage, number)):
            return code
    if sentence > 0:
        start, end = stage.page.spread[sentence - 1]
        for number in range(start, min(start + 2, end)):
            if code := _state_at(stage, number):
                return code
    return stage.scene.home


def _actor_country(stage: Stage, entity: int) -> str | None:
    """Return the country for which an actor acts; none for armed parties."""
    draft = stage.draft(entity)
    if draft.country and draft.side == stage.scene.government(draft.country):
        return draft.country
    return None


def _is_town(stage: Stage, hit: Hit) -> bool:
    return hit.form == "seat" and is_place(stage.page, hit)


def _state_at(stage: Stage, number: int) -> str | None:
    hit = stage.hits.get(number)
    if hit is None or is_sponsored(stage.page, hit.last):
        return None
    return stage.scene.world.governs(hit.referent)


def recall(stage: Stage, place: int, fits: Callable[[Seen], bool], reach: int) -> Seen | None:
    """Return the latest mention before `place`, at most `reach` sentences back, that fits."""
    sentence = stage.page.words[place].sentence
    for seen in stage.register.back(place):
        if sentence - seen.sentence > reach:
            return None
        if fits(seen):
            return seen
    return None


def context_of(stage: Stage, phrase: Phrase) -> str | None:
    """Return the country meant by a bare organ; "the Defense Ministry in Damascus" says it itself."""
    if stage.page.low(phrase.last) == "in" and phrase.last + 1 in stage.hits:
        return stage.hits[phrase.last + 1].referent.country
    return context_country(stage, phrase.first)
