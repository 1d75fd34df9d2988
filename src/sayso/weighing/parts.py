"""The weighing of what bears on one thing: a question, or a group of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.ledger.memory import Part, Weighed
from sayso.model.ids import digest
from sayso.model.weighed import Claim, Question
from sayso.weighing.claims import claim, claims
from sayso.weighing.context import Group
from sayso.weighing.hearing import Ear, Heard
from sayso.weighing.links import Link, Union, lineages
from sayso.weighing.origins import Origins
from sayso.weighing.overlay import Overlay, apart
from sayso.weighing.questions import question
from sayso.weighing.voices import Voice


def question_part(name: str, members: Iterable[Heard], ear: Ear, origins: Origins) -> Part:
    """Return the question that the members answer together, those apart from it, and their lineages.

    `name` is the question's id; of several merged ones that of the one they were merged into.
    """
    ordered = sorted(members, key=lambda one: one.voice.statement.id)
    made: list[Question] = []
    tied: set[Link] = set()
    for judgement, voices, group in _questions(name, ordered, ear.overlay):
        found, links = question(group, voices, origins, ear.extents)
        made.append(replace(found, id=apart(name, judgement)) if judgement else found)
        tied.update(links)
    return Part(name, Weighed((), tuple(made), lineages(tied)))


def _questions(
    name: str, members: Sequence[Heard], overlay: Overlay
) -> Iterator[tuple[str | None, list[Voice], Group]]:
    """Yield voices that answer one question, with the judgement that sets them apart and their group."""
    moved = {
        key: split.judgement
        for split in overlay.apart
        for key in split.statements
        if overlay.question(split.record) == name
    }
    groups: dict[str | None, list[Heard]] = defaultdict(list)
    for one in members:
        groups[moved.get(one.voice.statement.id)].append(one)
    for judgement, found in sorted(groups.items(), key=lambda item: item[0] or ""):
        by_id = {
            key: group for one in found for key, group in one.groups.items() if overlay.question(key) == name
        }
        if by_id:
            yield judgement, [one.voice for one in found], by_id.get(name) or by_id[min(by_id)]


def claim_part(name: str, members: Iterable[Heard], ear: Ear) -> Part:
    """Return the claims that the members make."""
    ordered = sorted((one.voice for one in members), key=lambda voice: voice.statement.id)
    moved = {key: split.judgement for split in ear.overlay.alone for key in split.statements}
    together = [voice for voice in ordered if voice.statement.id not in moved]
    found = claims(together, ear.overlay.joined)
    alone: dict[str, list[Voice]] = defaultdict(list)
    for voice in ordered:
        if voice.statement.id in moved:
            alone[moved[voice.statement.id]].append(voice)
    found += [_set_apart(claim(members), judgement) for judgement, members in sorted(alone.items())]
    return Part(name, Weighed(tuple(found), (), ()))


def _set_apart(one: Claim, judgement: str) -> Claim:
    return replace(one, id=digest("cl", one.id, judgement))


def claim_parts(stems: Mapping[str, str | None], overlay: Overlay) -> dict[str, str]:
    """Return for stems that people's merging of claims ties together the one that names their part.

    `stems` gives the stem of each statement that `overlay` joins with another.
    """
    union = Union()
    for one, other in overlay.joined:
        left, right = stems.get(one), stems.get(other)
        if left is not None and right is not None:
            union.join(left, right)
    return {key: union.root(key) for key in {*stems.values()} if key is not None}
