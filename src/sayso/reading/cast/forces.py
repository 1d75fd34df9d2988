"""Armies, troops and soldiers, one's own and foreign ones."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reading.cast.context import context_of, recall
from sayso.reading.cast.naming import make_body, own_words, same_head
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.nouns import phrase as text_of
from sayso.reading.cast.ownership import Whose, of_country, of_entity, whose
from sayso.reading.cast.parties import called_back
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.register import Seen
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.words import fold


def resolve_forces(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve armies, troops and soldiers, one's own and foreign ones."""
    lows = {stage.page.low(n) for n in range(*phrase.mods)}
    foreign = _foreign(stage, phrase, lows)
    if foreign is not None:
        return Outcome(foreign, "name")
    owner = whose(stage, phrase)
    government = bool(lows & words("parties", "modifiers", "government"))
    if owner is None and (government or _loyalist(stage, phrase)) and stage.scene.home:
        owner = of_country(stage, context_of(stage, phrase) or stage.scene.home)
    if owner is None:
        return _bare_forces(stage, phrase, lows)
    if owner.entity is not None and (
        owner.armed or (owner.side is None and stage.draft(owner.entity).kind == "group")
    ):
        return Outcome(owner.entity, "name")
    if owner.entity is not None and _is_army(stage, owner.entity):
        return Outcome(owner.entity, "name")
    if owner.side and owner.entity is not None and stage.draft(owner.entity).kind == "person":
        return Outcome(stage.side(owner.side), "noun")
    return Outcome(make_body(stage, "party", _force_name(stage, phrase, owner), owner), "name")


def _is_army(stage: Stage, entity: int) -> bool:
    """Tell whether an owner is an army itself, so that its units are it ("units of the X Army")."""
    draft = stage.draft(entity)
    last = fold(draft.name.split()[-1])
    return draft.kind == "party" and not nouns().of(last).isdisjoint({"army", "forces"})


def _force_name(stage: Stage, phrase: Phrase, owner: Whose) -> str:
    """Return "Afghan forces" for troops and units of any kind; armies, police, soldiers keep their words."""
    kept = [
        stage.page.words[n].low
        for n in range(*phrase.mods)
        if stage.page.low(n) in words("parties", "modifiers", "kept")
    ]
    if "forces" in phrase.classes or stage.page.low(phrase.head) in _GEAR:
        return " ".join([owner.label, *kept, "forces"])
    drop = words("parties", "modifiers", "government") | words("people", "modifiers", "before") - {"border"}
    extra = [
        stage.page.words[n].low
        for n in range(*phrase.mods)
        if n not in stage.hits and _qualifies(stage, n, drop)
    ]
    return " ".join([owner.label, *extra, stage.page.low(phrase.head)])


def _qualifies(stage: Stage, place: int, drop: frozenset[str]) -> bool:
    word = stage.page.words[place]
    return word.tag in {"NN", "NNP"} and word.low not in drop and word.text.islower()


def _foreign(stage: Stage, phrase: Phrase, lows: set[str]) -> int | None:
    """Return "foreign forces in X" for foreign, international and multinational troops."""
    said = lows & words("parties", "modifiers", "foreign")
    named = any(n in stage.hits and stage.hits[n].referent.kind == "party" for n in range(*phrase.mods))
    if not said or named or stage.scene.home is None or said <= {"allied", "coalition", "nato"}:
        return None
    name = text_of("parties", "names", "foreign_forces").format(
        country=stage.scene.country_name(stage.scene.home)
    )
    return stage.register.entity("party", name, side=name, plural=True)


def _loyalist(stage: Stage, phrase: Phrase) -> bool:
    """Tell whether "coalition-backed troops", "pro-government forces" are the government's."""
    lows = [stage.page.low(n) for n in range(*phrase.mods)]
    return any(low in words("parties", "modifiers", "loyal") for low in lows) and bool(
        {"government", "coalition", "pro", "army"} & set(lows)
    )


def _bare_forces(stage: Stage, phrase: Phrase, lows: set[str]) -> Outcome | None:
    """Resolve forces that nobody is said to own: those named before, else by the sentence or at home."""
    head = stage.page.low(phrase.head)
    if phrase.det in {"whose", "no"}:
        return None
    if head == "force":
        return _the_force(stage, phrase, lows)
    if lows - words("people", "modifiers", "before") and not phrase.definite:
        return _unowned(stage, phrase)
    if head == "peacekeepers":
        body = recall(stage, phrase.first, lambda s: _is_mission(stage, s), 4)
        return Outcome(body.entity, "noun") if body else None
    earlier = recall(stage, phrase.first, _is_force(phrase), 4 if phrase.definite else 2)
    if earlier and not _gone_home(stage, phrase, earlier):
        return Outcome(earlier.entity, "noun")
    owner = _by_sentence(stage, phrase, lows)
    if owner is not None:
        return Outcome(make_body(stage, "party", _force_name(stage, phrase, owner), owner), "noun")
    if not lows and phrase.det is None and head in {"guard", "unit", "guards"}:
        return None
    return Outcome(None, "noun", f"no forces before that '{stage.page.words[phrase.head].text}' calls back")


def _the_force(stage: Stage, phrase: Phrase, lows: set[str]) -> Outcome | None:
    """Resolve "the paramilitary force", "the force"; "force" alone is no body."""
    if lows & {"paramilitary", "rebel", "insurgent", "militant"}:
        return called_back(stage, phrase)
    return same_head(stage, phrase, frozenset({"force"})) if phrase.definite else None


def _by_sentence(stage: Stage, phrase: Phrase, lows: set[str]) -> Whose | None:
    """Return whose "the army" is by its sentence, whose "troops" by its subject, "soldiers" at home."""
    head, home = stage.page.low(phrase.head), stage.scene.home
    alone = phrase.det is None and not lows and head in {"army", "military", "police"}
    if "army" in phrase.classes:
        code = context_of(stage, phrase) if phrase.definite or alone else None
        return of_country(stage, code) if code else None
    if "forces" in phrase.classes:
        return _of_subject(stage, phrase)
    return of_country(stage, home) if head in _MEN and stage.scene.civil and home else None


def _is_mission(stage: Stage, seen: Seen) -> bool:
    draft = stage.draft(seen.entity)
    return draft.kind == "organisation" and draft.side == "United Nations"


def _gone_home(stage: Stage, phrase: Phrase, earlier: Seen) -> bool:
    """Tell whether "the army" is home's again after a foreign one in a paragraph before."""
    home = stage.scene.home
    if stage.draft(earlier.entity).country == home or "army" not in phrase.classes:
        return False
    blocks = [
        stage.page.sentences[n].block for n in (earlier.sentence, stage.page.words[phrase.first].sentence)
    ]
    own = any(
        draft.country == home and fold(draft.name.split()[-1]) in {"army", "military", "forces"}
        for draft in stage.register.drafts
    )
    return blocks[0] != blocks[1] and own


_GEAR = words("reference", "forces", "gear")
_MEN = words("reference", "forces", "men")


def _of_subject(stage: Stage, phrase: Phrase) -> Whose | None:
    """Return the one state that the sentence is about ("X said troops had crossed …")."""
    sentence = stage.page.words[phrase.first].sentence
    states = {
        seen.entity
        for seen in stage.register.back(phrase.first)
        if seen.sentence == sentence and seen.subject and stage.draft(seen.entity).kind == "state"
    }
    return of_entity(stage, states.pop()) if len(states) == 1 else None


def _is_force(phrase: Phrase) -> Callable[[Seen], bool]:
    """Return a test for earlier forces; "the army" calls back an army, "soldiers" forces of any kind."""
    if "army" in phrase.classes:
        return lambda seen: seen.head in {"army", "military"}
    return lambda seen: (
        seen.head != "force" and not nouns().of(seen.head).isdisjoint({"forces", "army", "soldiers"})
    )


def _unowned(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Name forces that nobody is said to own by their own words ("Kurdish-led forces")."""
    if any(n in stage.hits for n in range(*phrase.mods)) and "forces" in phrase.classes:
        return Outcome(stage.register.entity("group", own_words(stage, phrase), plural=True), "noun")
    return None
