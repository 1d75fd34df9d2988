"""Pronouns: whom "he", "they", "it" and "there" call back, or why that cannot be told.

A pronoun takes the subject before others: of its own sentence first, then of the sentences before.
Where two could be meant and none leads, it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.cast.itself import has_predicate, is_a_place, is_expletive, is_object, is_passive
from sayso.reading.cast.nouns import words
from sayso.reading.cast.register import Draft, Seen
from sayso.reading.cast.stage import Outcome, Stage

_REACH = 2

_IT_KINDS = frozenset({"party", "organisation", "state", "group", "outlet"})

_THEY_KINDS = frozenset({"party", "group"})

_TAKING = words("reference", "coreference", "taking")


def resolve_pronoun(stage: Stage, place: int) -> Outcome | None:
    """Resolve the pronoun at word `place`; None where the word is no pronoun or refers to nothing."""
    low = stage.page.low(place)
    kinds = {name: words("pronouns", "pronouns", name) for name in ("he", "they", "it", "we", "there")}
    if low in kinds["he"]:
        return _pick(stage, place, _candidates(stage, place, "he"), low)
    if low in kinds["they"]:
        return _pick(stage, place, _candidates(stage, place, "they"), low)
    if low in kinds["it"]:
        return None if is_expletive(stage, place) else _it(stage, place, low)
    if low in kinds["we"]:
        return (
            Outcome(None, "we", "the speaker of the quotation is not known yet")
            if _quoted(stage, place)
            else None
        )
    if low in kinds["there"]:
        return _there(stage, place)
    return None


def _quoted(stage: Stage, place: int) -> bool:
    return stage.page.words[place].quote is not None and stage.page.words[place].text != "US"


def _it(stage: Stage, place: int, low: str) -> Outcome:
    before = stage.page.words[place - 1] if stage.page.follows(place) else None
    if low == "it" and before is not None and before.lemma in _TAKING and before.tag.startswith("VB"):
        spot = next((s for s in _near(stage, place, _REACH) if stage.draft(s.entity).kind == "place"), None)
        if spot is not None:
            return Outcome(spot.entity, "pronoun")
    if low == "it" and is_a_place(stage, place):
        spot = next(
            (
                s
                for s in _near(stage, place, 1)
                if stage.draft(s.entity).kind == "place" and s.head != "border"
            ),
            None,
        )
        return (
            Outcome(spot.entity, "pronoun")
            if spot
            else Outcome(None, "pronoun", "no place that 'it' calls back")
        )
    if low == "it" and is_object(stage, place):
        return Outcome(None, "pronoun", "'it' as an object may call back an event")
    if low == "it" and (is_passive(stage, place) or has_predicate(stage, place)):
        return Outcome(None, "pronoun", "'it' may call back an event")
    return _pick(stage, place, _candidates(stage, place, "it"), low)


def _near(stage: Stage, place: int, reach: int) -> list[Seen]:
    """Return the mentions before `place` that it may look back to, the latest first.

    What a speaker says cannot call back what stands outside of the quotation by "he": there, only
    mentions of the same quotation count, and mentions in other quotations never do.
    """
    here = stage.page.words[place]
    found = []
    for seen in stage.register.back(place):
        if here.sentence - seen.sentence > reach:
            break
        if seen.quote in {None, here.quote}:
            found.append(seen)
    return found


def _candidates(stage: Stage, place: int, what: str) -> list[Seen]:
    quote = stage.page.words[place].quote
    found = []
    for seen in _near(stage, place, _REACH):
        draft = stage.draft(seen.entity)
        if (
            (what == "he" and draft.kind == "person" and not (quote is not None and seen.quote is None))
            or (what == "they" and (draft.kind in _THEY_KINDS or draft.plural or _peopled(seen, draft)))
            or (
                what == "it"
                and (draft.kind in _IT_KINDS or _leading_place(stage, seen))
                and not _crowd(draft)
            )
        ):
            found.append(seen)
    return found


def _leading_place(stage: Stage, seen: Seen) -> bool:
    """Tell whether a place is what its sentence is about."""
    return stage.draft(seen.entity).kind == "place" and stage.page.opens(seen.first)


def _peopled(seen: Seen, draft: Draft) -> bool:
    """Tell whether a state was spoken of by its people ("the Americans")."""
    return draft.kind == "state" and seen.head.endswith("s") and not draft.name.casefold().endswith(seen.head)


def _crowd(draft: Draft) -> bool:
    """Tell whether a group is spoken of as many people ("residents"), which "it" is not."""
    return (
        draft.kind == "group"
        and draft.plural
        and not draft.name.endswith(("delegation", "group", "movement"))
    )


def _pick(stage: Stage, place: int, found: Sequence[Seen], low: str) -> Outcome:
    sentence = stage.page.words[place].sentence
    for back in range(_REACH + 1):
        here = [seen for seen in found if sentence - seen.sentence == back]
        if not here:
            continue
        subjects = [seen for seen in here if seen.subject]
        if subjects:
            local = back == 0 and (
                low in words("pronouns", "pronouns", "possessive") or _reported(stage, place)
            )
            return Outcome(subjects[0 if local else -1].entity, "pronoun")
        if len({seen.entity for seen in here}) == 1:
            return Outcome(here[0].entity, "pronoun")
        if low in {"he", "she", "him", "his", "her", "it", "its", "they", "their", "them"}:
            names = sorted({stage.draft(seen.entity).name for seen in here})
            return Outcome(None, "pronoun", f"'{low}' fits {' and '.join(names[:3])}")
    return Outcome(None, "pronoun", f"nobody near before whom '{low}' calls back")


def _reported(stage: Stage, place: int) -> bool:
    """Tell whether a verb of speech stands right before: its subject is meant ("X announced they …")."""
    verbs = words("people", "speech", "verbs")
    before = stage.page.words[max(0, place - 2) : place]
    return any(word.lemma in verbs and word.tag.startswith("VB") for word in before)


def _there(stage: Stage, place: int) -> Outcome | None:
    """Resolve "there" after words about a place; "there are" says nothing of where."""
    page = stage.page
    follower = page.words[place + 1] if page.follows(place + 1) else None
    if (
        follower is not None
        and (follower.lemma in {"be", "have"} or follower.tag == "MD")
        and page.opens(place)
    ):
        return None
    if follower is not None and follower.lemma == "be":
        return None
    spots = [
        s for s in _near(stage, place, 1) if s.located and stage.draft(s.entity).kind in {"place", "state"}
    ]
    if not spots:
        return Outcome(None, "noun", "no place near before that 'there' calls back")
    return Outcome(spots[0].entity, "noun")
