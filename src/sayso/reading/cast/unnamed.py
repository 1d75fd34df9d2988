"""Roles without a name beside them: whoever holds the office, else an unnamed speaker."""

from __future__ import annotations

from sayso.reading.cast.context import recall
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.ownership import Whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.register import Seen
from sayso.reading.cast.roles import NEAR, SPOKES, is_bare, is_named, person_entity, role_text, side_of
from sayso.reading.cast.stage import Outcome, Stage
from sayso.reading.cast.words import Page

_COVERED = {"state": "president", "government": "minister"}
"""What "head of state" and "head of government" are."""

_APPROXIMATE = words("reference", "unnamed", "approximate")

_FAR = 40


def resolve_role(stage: Stage, role: Phrase) -> Outcome | None:
    """Resolve a role without a name beside it: to the person who holds it, else to an unnamed speaker."""
    page = stage.page
    head = page.low(role.head)
    if role.det == "no" or (
        role.det is None and role.end == role.first + 1 and page.words[role.head].tag == "NN"
    ):
        return None
    owner = side_of(stage, role)
    plural = page.words[role.head].tag == "NNS" or head.endswith("s")
    if not plural and not ("speaker" in role.classes and not role.definite):
        person = _holder(stage, role, head, owner)
        person = person if person is not None else _speaker_before(stage, role, owner)
        if person is not None:
            return Outcome(person, "role")
    if role.classes <= {"rank", "speaker"} and role.definite and not role.owned and is_bare(role):
        last = _last_of_head(stage, role, head)
        if last.entity is not None or not plural:
            return last
    name = _unnamed(stage, role, owner, plural)
    entity = stage.register.entity(
        "group" if plural else "person", name, side=owner.side if owner else None,
        country=owner.country if owner else None, plural=plural,
    )  # fmt: skip
    stage.draft(entity).role = role_text(page, role)
    stage.draft(entity).heads.add(head)
    return Outcome(entity, "noun")


def merge_spokesmen(stage: Stage) -> None:
    """Let "their spokesman" be the one spokesman of that side whom the article names, before or after."""
    drafts = stage.register.drafts
    named = [n for n in stage.persons.values() if drafts[n].heads & SPOKES and drafts[n].side]
    for number, draft in enumerate(drafts):
        unnamed = draft.kind == "person" and number not in stage.persons.values()
        if unnamed and draft.heads & SPOKES and draft.side and not draft.name.startswith(("a ", "an ")):
            fits = [n for n in named if drafts[n].side == draft.side]
            if len(fits) == 1:
                stage.register.merge(number, fits[0])


def _holder(stage: Stage, role: Phrase, head: str, owner: Whose | None) -> int | None:
    """Return the one named person who holds the role, of those named before or known beforehand."""
    lows = set(stage.page.lows(role.mods[0], role.mods[1]))
    if lows & words("people", "modifiers", "not_holder") or not role.definite:
        return None
    wanted = _same_office(stage, role, head)
    people = [n for n, p in enumerate(stage.people) if _office_of(p.heads | _known_role(stage, n)) & wanted]
    if owner is not None:
        people = [n for n in people if _same_side(stage, n, owner)]
    elif is_bare(role):
        people = [n for n in people if n in stage.persons]
        last = recall(
            stage, role.first, lambda seen: any(stage.persons[n] == seen.entity for n in people), _FAR
        )
        return last.entity if last else None
    else:
        return None
    if len(people) == 1:
        return person_entity(stage, people[0])
    before = [n for n in people if n in stage.persons]
    last = recall(stage, role.first, lambda seen: any(stage.persons[n] == seen.entity for n in before), _FAR)
    return last.entity if last else None


def _speaker_before(stage: Stage, role: Phrase, owner: Whose | None) -> int | None:
    """Let "the X spokesman" be the person who spoke just before and of whom nothing else is known."""
    if not role.definite or role.owned or owner is None or not role.classes & {"spokes", "office"}:
        return None
    seen = recall(stage, role.first, lambda seen: stage.draft(seen.entity).kind == "person", NEAR)
    draft = stage.draft(seen.entity) if seen else None
    if seen is None or draft is None or draft.side or draft.role or not is_named(stage, seen.entity):
        return None
    draft.side, draft.country, draft.role = owner.side, owner.country, role_text(stage.page, role)
    draft.heads.add(stage.page.low(role.head))
    return seen.entity


def _same_office(stage: Stage, role: Phrase, head: str) -> set[str]:
    if head in SPOKES:
        return {"spokesman"}
    if head == "head" and stage.page.low(role.last) == "of":
        return {_COVERED.get(stage.page.low(role.last + 1), head)}
    return {head}


def _office_of(heads: set[str]) -> set[str]:
    return {"spokesman" if head in SPOKES else head for head in heads}


def _known_role(stage: Stage, number: int) -> set[str]:
    known = stage.people[number].known
    return {known.role} if known and known.role else set()


def _same_side(stage: Stage, number: int, owner: Whose) -> bool:
    known = stage.people[number].known
    if number in stage.persons:
        return stage.draft(stage.persons[number]).side == owner.side
    if known is None:
        return False
    side = stage.scene.government(known.side[1:]) if known.side.startswith("@") else known.side
    return side == owner.side


def _last_of_head(stage: Stage, role: Phrase, head: str) -> Outcome:
    def fits(seen: Seen) -> bool:
        draft = stage.draft(seen.entity)
        return draft.kind in {"person", "group"} and bool({head, head.removesuffix("s")} & draft.heads)

    seen = recall(stage, role.first, fits, _FAR)
    if seen is None:
        return Outcome(None, "noun", f"nobody before whom 'the {head}' calls back")
    return Outcome(seen.entity, "role")


def _unnamed(stage: Stage, role: Phrase, owner: Whose | None, plural: bool) -> str:
    """Return the name of an unnamed speaker: "a government official", "governor of Marib"."""
    page = stage.page
    said = " ".join(page.span(_uncounted(page, role), role.end).of(page.text).split())
    if role.owned:
        core = " ".join(page.span(role.mods[0], role.last).of(page.text).split())
        label = _owner_label(stage, role, owner)
        return f"{core} of {label}" if label else core
    if role.det == "the":
        said = said[4:]
    first = role.first + (role.det == "the")
    common = (
        page.low(first) in nouns().classes
        or page.low(first) in nouns().modifiers
        or (role.det and first == role.first)
    )
    counted = page.words[first].tag in {"CD", "JJ"} and page.opens(role.first)
    if (common or counted) and first not in stage.hits and first not in stage.runs:
        said = said[:1].lower() + said[1:]
    government = page.low(role.mods[0]) == "government" and role.mods[0] < role.mods[1]
    if plural and not role.det and government and owner and owner.label not in said:
        return f"{owner.label} {said}"
    return said


def _uncounted(page: Page, role: Phrase) -> int:
    """Return where a role's words begin when figures are left out ("about 10,000 villagers")."""
    first = role.first
    while first < role.head and (page.low(first) in _APPROXIMATE or page.low(first)[0].isdigit()):
        first += 1
    return first


def _owner_label(stage: Stage, role: Phrase, owner: Whose | None) -> str | None:
    found = stage.who(stage, *role.owner) if role.owner else stage.who(stage, role.first, role.first + 1)
    if found is not None and found.entity is not None:
        return stage.draft(found.entity).name
    return None if owner is None else owner.side
