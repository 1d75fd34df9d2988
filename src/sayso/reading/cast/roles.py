"""People as their roles name them: side and role of the named, names for the unnamed."""

from __future__ import annotations

from sayso.reading.cast.context import context_country, recall
from sayso.reading.cast.introductions import Introduction
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.ownership import Whose, of_country, of_entity, whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.register import Seen
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.words import Page, fold

_OFFICIAL = words("reference", "roles", "official")

_NATIONAL = words("reference", "roles", "national")

SPOKES = words("reference", "roles", "spokes")

NEAR = 2


def person_entity(stage: Stage, number: int) -> int:
    """Return the entity of a person of the article, made on first use."""
    if number not in stage.persons:
        person = stage.people[number]
        known = person.known
        side = None
        if known:
            side = stage.scene.government(known.side[1:]) if known.side.startswith("@") else known.side
        entity = stage.register.entity(
            "person", person.name, side=side, country=known.country if known else None
        )
        stage.persons[number] = entity
        stage.draft(entity).heads.update(person.heads | ({known.role} if known and known.role else set()))
    return stage.persons[number]


def introduce_person(stage: Stage, item: Introduction, number: int) -> Outcome:
    """Resolve a name with its role; what the role says of side and office is added to the person."""
    bare = [role for role in item.roles if is_bare(role)]
    if number not in stage.persons and bare:
        _take_over(stage, bare[0], number)
    entity = person_entity(stage, number)
    draft = stage.draft(entity)
    for role in item.roles:
        owner = side_of(stage, role) or (_speaks_for(stage, role) if draft.side is None else None)
        if draft.side is None and owner is not None:
            draft.side, draft.country = owner.side, draft.country or owner.country
        said = role_text(stage.page, role)
        if draft.role is None or _says_more(draft.role, said, role):
            draft.role = said
    return Outcome(entity, "role" if item.roles else "name")


def _says_more(known: str, said: str, role: Phrase) -> bool:
    """Tell whether a role says more than what is known: a rank says least, a longer wording more."""
    only_rank = all("rank" in nouns().of(fold(word.rstrip("."))) for word in known.replace("-", " ").split())
    return (only_rank and "rank" not in role.classes) or (len(said) > len(known) and known in said)


def _speaks_for(stage: Stage, role: Phrase) -> Whose | None:
    """Return whom a bare "Spokesman X" speaks for: the body that leads the sentence before."""
    lows = stage.page.lows(role.mods[0], role.last)
    if not SPOKES & set(lows) or any(not nouns().of(low) & {"spokes", "rank"} for low in lows):
        return None

    def fits(seen: Seen) -> bool:
        draft = stage.draft(seen.entity)
        return seen.subject and draft.side is not None and draft.kind in {"organisation", "party", "state"}

    seen = recall(stage, role.first, fits, 1)
    return of_entity(stage, seen.entity) if seen else None


def _take_over(stage: Stage, role: Phrase, number: int) -> None:
    """Let "Spokesman X" be the unnamed spokesman of the sentences before, where there is only one."""
    sentence = stage.page.words[role.first].sentence
    unnamed = {
        seen.entity
        for seen in stage.register.back(role.first)
        if sentence - seen.sentence <= NEAR and seen.head in SPOKES and not is_named(stage, seen.entity)
    }
    if len(unnamed) == 1 and stage.page.low(role.head) in SPOKES:
        entity = unnamed.pop()
        person = stage.people[number]
        draft = stage.draft(entity)
        draft.name = person.name
        draft.heads.update(person.heads)
        stage.persons[number] = entity


def is_named(stage: Stage, entity: int) -> bool:
    """Tell whether an entity is a person with a name."""
    return entity in stage.persons.values()


def is_bare(role: Phrase) -> bool:
    """Tell whether a role stands alone: no modifier, no possessor, nothing after it."""
    return role.mods[0] == role.mods[1] and role.tail is None and not role.owned


def role_text(page: Page, role: Phrase) -> str:
    """Return a role's words without its article."""
    first = role.first + 1 if role.det else role.first
    return " ".join(page.span(first, role.end).of(page.text).split())


def side_of(stage: Stage, role: Phrase) -> Whose | None:
    """Return whom somebody in this role speaks for; None where that is open."""
    page = stage.page
    head = page.low(role.head)
    if head in words("people", "side_words", "nobody"):
        return None
    owner = whose(stage, role)
    if owner is not None and (
        owner.side or owner.entity is None or stage.draft(owner.entity).kind != "place"
    ):
        return owner if owner.side else None
    lows = {page.low(n) for n in range(role.mods[0], role.mods[1])} | {head}
    if role.tail is not None and role.prep == "of" and head not in words("people", "side_words", "local"):
        return None
    if lows & _OFFICIAL and "speaker" in role.classes and not role.definite:
        return _of_country(stage, _of_tail(stage, role) or stage.scene.home)
    if lows & _OFFICIAL or lows & _NATIONAL:
        return _by_army(stage, role, lows) or _of_country(stage, context_country(stage, role.first))
    place = _own_place(stage, role)
    if place is not None and head in words("people", "side_words", "local"):
        return _of_country(stage, place)
    official = head.removesuffix("s") in {"official", "administrator", "councillor", "authority"}
    if official and lows & {"provincial", "local", "district", "regional"} and stage.scene.home:
        return _of_country(stage, stage.scene.home)
    return None


def _of_tail(stage: Stage, role: Phrase) -> str | None:
    """Return the country of the place in "an army source in X"."""
    found = stage.who(stage, *role.tail) if role.tail else None
    return stage.draft(found.entity).country if found and found.entity is not None else None


def _of_country(stage: Stage, code: str | None) -> Whose | None:
    return of_country(stage, code) if code else None


def _by_army(stage: Stage, role: Phrase, lows: set[str]) -> Whose | None:
    """Return the side of "military spokesman" from the army named last, if it is near."""
    if not lows & {"military", "army"} or "spokes" not in role.classes:
        return None
    seen = recall(stage, role.first, lambda seen: seen.head in {"military", "army", "forces"}, NEAR)
    draft = stage.draft(seen.entity) if seen else None
    return Whose(draft.name, draft.side, draft.country, None) if draft and draft.side else None


def _own_place(stage: Stage, role: Phrase) -> str | None:
    """Return the country of the place in "Baghdad governor", "Marib's governor", "mayor of X"."""
    spots = [*range(*role.mods), *range(*(role.owner or (0, 0))), *range(*(role.tail or (0, 0)))]
    for place in spots:
        if place in stage.runs and place not in stage.owners:
            found = stage.places.find(stage.runs[place].name, countries=stage.scene.countries).place
            if found:
                return found.country
    if not is_bare(role):
        return None
    seen = recall(stage, role.first, lambda seen: stage.draft(seen.entity).kind == "place", 0)
    return stage.draft(seen.entity).country if seen else None
