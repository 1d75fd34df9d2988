"""Statements that answer one question, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.interface import Key
from sayso.model.ids import digest
from sayso.model.weighed import Answer, Question
from sayso.weighing.answers import Same, answers, wording
from sayso.weighing.asking import Group, shown
from sayso.weighing.extent import Extents
from sayso.weighing.links import Link
from sayso.weighing.origins import Origins, count, links
from sayso.weighing.relations import relations
from sayso.weighing.status import standing, supporting
from sayso.weighing.voices import Voice

_OPENING = {"demand": "Demanded: ", "plan": "Planned: ", "doubt": "Open: "}


def question_id(group: Group) -> str:
    """Return the id of the question that a group of voices answers."""
    return digest("qu", list(group[0]), group[1])


def question(
    group: Group, members: Sequence[Voice], origins: Origins, extents: Extents
) -> tuple[Question, list[Link]]:
    """Return the question with its answers, how they bear on each other and how it stands; and the links."""
    key = shown(group, members)
    found = answers(members)
    related = relations(found, extents)
    status, reason = standing(found, related, origins)
    kind = registry()[key[0]]
    made = Question(
        id=question_id(group),
        question=_OPENING.get(group[1] or "", "") + _asked(key),
        type=kind.name,
        actor=key[1],
        place=key[2],
        unit=key[3],
        answers=tuple(_answer(same, origins, extents) for same in found),
        relations=related,
        status=status,
        reason=reason,
    )
    together = [[v for n in group for v in found[n].voices] for group in supporting(found, related)]
    return made, [one for voices in together for one in links(voices, origins)]


def _asked(key: Key) -> str:
    """Return the question in words; the claim type's own, but for keys that are the weighing's own."""
    if key[0] == "retreat":
        return f"Who withdraws from {key[2]}?"
    if key[0] == "stance" and key[2] is None:
        return f"Where does {key[1]} stand?"
    return registry()[key[0]].question(key)


def _answer(same: Same, origins: Origins, extents: Extents) -> Answer:
    return Answer(
        answer=wording(same, extents),
        statements=tuple(voice.statement.id for voice in same.voices),
        by=same.sides,
        origins=count(same.voices, origins),
    )
