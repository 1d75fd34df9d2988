"""What became of a claim: the side that it hurts concedes it, others deny it, its own side drops it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.weighing.conceding import concedes, gains, insists
from sayso.weighing.origins import Origins, count
from sayso.weighing.states import Dated, bears
from sayso.weighing.voices import Voice

OutcomeName = Literal["withdrawn", "conceded", "denied", "joined", "alone"]
"""withdrawn: its own side says the contrary; conceded: the side that it hurts says so too; denied: another
side denies, doubts or disputes it; joined: another side says so too, in an account of another origin; alone:
none of these.  The first that fits is the claim's outcome."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a claim, whose word makes it so (sides), and in which statements.

    `denied` tells of any claim whether somebody denies it, whatever the outcome is.
    """

    name: OutcomeName
    by: tuple[str, ...]
    statements: tuple[str, ...]
    denied: bool


def outcome(
    side: str,
    own: Sequence[Dated],
    others: Sequence[Dated],
    conceded: Sequence[Dated],
    origins: Origins,
) -> Outcome:
    """Return what became of one claim of `side`.

    `own` are its voices for the claim in the order of days, `others` all other voices on the very claim
    (for and against), and `conceded` what `concessions` finds in the question that the claim answers.
    A day of "" is one that nobody knows.
    """
    claim, first = own[0].voice, own[0].day
    against = [one for one in others if one.voice.said.polarity != claim.said.polarity]
    dropped = [one for one in against if one.voice.side == side and first and one.day > first]
    denying = [one for one in against if one.voice.side not in (side, None)]
    disputers = {one.disputer for one in own if one.disputer and one.disputer != side}
    denied = bool(denying or disputers)
    if gains(claim) and claim.said.actor == side:
        admitted = [one for one in conceded if not (one.day and first) or one.day >= first]
    else:
        admitted = _admitted(side, claim, others)
    if dropped:
        return _made("withdrawn", dropped, denied=denied)
    if admitted:
        return _made("conceded", admitted, denied=denied)
    if denied:
        return _made("denied", denying, disputers, denied=True)
    joined = _joined(side, own, others, origins)
    return _made("joined" if joined else "alone", joined, denied=False)


def concessions(side: str, asked: Iterable[Dated]) -> list[Dated]:
    """Return the voices on who has a place by which sides that contend for it say that `side` has it.

    A side that tries to retake the place says so, too, unless it insists on the same day that the place
    is its own.
    """
    days: dict[str, list[Dated]] = {}
    for one in asked:
        if one.voice.mood == "fact":
            days.setdefault(one.day, []).append(one)
    rivals = {one.voice.said.actor or "" for today in days.values() for one in today if bears(one.voice)}
    found = []
    for _, today in sorted(days.items()):
        firm = {one.voice.side for one in today if insists(one.voice, side)} - {None}
        found += [one for one in today if concedes(one.voice, side, rivals, {by for by in firm if by})]
    return found


def _admitted(side: str, claim: Voice, others: Sequence[Dated]) -> list[Dated]:
    """Return where the side that a deed is done to (that suffers the losses) says so too."""
    hurt = claim.said.target
    return [
        one
        for one in others
        if hurt and hurt != side and one.voice.side == hurt and one.voice.said.polarity == claim.said.polarity
    ]


def _joined(side: str, own: Sequence[Dated], others: Sequence[Dated], origins: Origins) -> list[Dated]:
    mine = [one.voice for one in own]
    polarity = mine[0].said.polarity
    same = [o for o in others if o.voice.side not in (side, None) and o.voice.said.polarity == polarity]
    alone = count(mine, origins) if same else 0
    return [one for one in same if count([*mine, one.voice], origins) > alone]


def _made(name: OutcomeName, heard: Sequence[Dated], more: Iterable[str] = (), *, denied: bool) -> Outcome:
    by = sorted({*(one.voice.side for one in heard if one.voice.side), *more})
    return Outcome(name, tuple(by), tuple(sorted({one.voice.statement.id for one in heard})), denied)
