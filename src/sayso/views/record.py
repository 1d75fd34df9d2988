"""The record of a claimer: what became of a side's claims. Counts and lists, and never a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.model.weighed import Claim, Question
from sayso.views.line import Line
from sayso.views.names import meant
from sayso.views.said import Said, said_of
from sayso.weighing.names import fold
from sayso.weighing.outcomes import Outcome, OutcomeName, concessions, outcome
from sayso.weighing.states import Dated

OUTCOMES: tuple[OutcomeName, ...] = ("withdrawn", "conceded", "denied", "joined", "alone")
"""In the order in which the first that fits is taken."""

_FREE = frozenset({"stance", "other"})


@dataclass(frozen=True, slots=True)
class ClaimOutcome:
    """One claim and what became of it: by whose word, shown by which statements (`shown`).

    `denied` tells whether somebody denies it, whatever else became of it.
    """

    id: str
    claim: str
    type: str
    place: str | None
    first: str | None
    outcome: OutcomeName
    by: tuple[str, ...]
    denied: bool
    lines: tuple[Line, ...]
    shown: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What became of all factual claims of one name, each counted once.

    `counts` has every outcome.  Left out, and counted apart: `plans` (plans, demands, expectations), and
    `free` (stances and other assertions, that nobody could concede).
    """

    name: str
    claims: tuple[ClaimOutcome, ...]
    counts: Mapping[OutcomeName, int]
    plans: int
    free: int


def record_of(ledger: LedgerView, name: str, profile: Profile) -> ClaimRecord:
    """Return the record of a side, or of a person or body that claims something.

    Raises:
        NotFound: no claimer, or more than one, is called so; the error names who comes near.
    """
    found = meant(name, ledger.names("claimer", "claimer_for"), "claimer")
    own = {s.id for s in ledger.statements(Wanted(claimers=frozenset({found})))}
    if not own:
        raise NotFound(f"{found} claims nothing that counts here.")
    claims = [claim for claim in ledger.claims(own) if not own.isdisjoint(claim.asserted)]
    questions = [question for question in ledger.questions(own) if question.type == "control"]
    keys = {key for claim in claims for key in (*claim.asserted, *claim.denied)}
    keys |= {key for question in questions for answer in question.answers for key in answer.statements}
    said = said_of(ledger, list(ledger.statements(Wanted(ids=frozenset(keys | own)))), profile)
    conceded = _Conceded(said, questions)
    judged, plans, free = [], 0, 0
    for claim in claims:
        mine = [key for key in said.in_order(claim.asserted) if key in own]
        if said.voices[mine[0]].mood != "fact":
            plans += 1
        elif claim.proposition.type in _FREE:
            free += 1
        else:
            judged.append(_judged(claim, mine, conceded, said))
    ordered = sorted(judged, key=lambda c: (OUTCOMES.index(c.outcome), c.first is None, c.first or "", c.id))
    counts = {name: sum(1 for one in judged if one.outcome == name) for name in OUTCOMES}
    return ClaimRecord(found, tuple(ordered), counts, plans, free)


class _Conceded:
    """What is conceded to a side on the place of a statement, in its question; found once for each."""

    def __init__(self, said: Said, questions: Sequence[Question]) -> None:
        self.said = said
        self.members: dict[tuple[str, str], list[str]] = {}
        self.home: dict[str, tuple[str, str]] = {}
        for question in questions:
            for key in (key for answer in question.answers for key in answer.statements):
                p = said.voices[key].proposition
                self.home[key] = (question.id, fold(p.place or p.place_from or ""))
                self.members.setdefault(self.home[key], []).append(key)
        self.found: dict[tuple[tuple[str, str], str], list[Dated]] = {}

    def to(self, side: str, key: str) -> list[Dated]:
        """Return the concessions to the side, of the very place, in the question of this statement."""
        if key not in self.home:
            return []
        asked = (self.home[key], side)
        if asked not in self.found:
            self.found[asked] = concessions(side, dated(self.said, self.members[asked[0]]))
        return self.found[asked]


def dated(said: Said, keys: Sequence[str]) -> list[Dated]:
    """Return statements as voices with their days, in the order of days; a day that nobody knows is ""."""
    return [said.dated(key) for key in said.in_order(keys)]


def _judged(claim: Claim, mine: Sequence[str], conceded: _Conceded, said: Said) -> ClaimOutcome:
    side = said.side(mine[0]) or ""
    rest = [key for key in (*claim.asserted, *claim.denied) if key not in mine]
    found: Outcome = outcome(
        side, dated(said, mine), dated(said, rest), conceded.to(side, mine[0]), said.origins
    )
    return ClaimOutcome(
        id=claim.id,
        claim=said.wording(mine),
        type=claim.proposition.type,
        place=claim.proposition.place or claim.proposition.place_from,
        first=said.day(mine[0]),
        outcome=found.name,
        by=found.by,
        denied=found.denied,
        lines=tuple(said.lines[key] for key in mine),
        shown=tuple(said.lines[key] for key in said.in_order(found.statements)),
    )
