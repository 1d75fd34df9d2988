"""Claims of one article that bear on each other: denied, contradicted or confirmed by another's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from sayso.model.analysis import Analysis
from sayso.model.proposition import Proposition
from sayso.model.statement import Statement
from sayso.reading.evidence import cue_lemma
from sayso.reading.statements import Told
from sayso.reading.words import listed

GROUND = ("takeover", "control")
"""Types of which one entails the other: who has taken a place holds it."""
_NEAR = 3
"""How many sentences after a claim a denial may stand that leaves the place to it."""
_OPENING = 8
"""How many words from its beginning a sentence may set itself against the one before ("X, however, …")."""


def crossed(analysis: Analysis, told: Sequence[Told]) -> list[Told]:
    """Mark the claims that another voice of the article denies, contradicts or confirms.

    A denial outranks a confirmation, and what is already judged stays as it is.
    """
    out = list(told)
    for judge in (_denied, _contradicted, _confirmed):
        for one in told:
            for place in judge(analysis, out, one):
                out[place] = _judged(out[place], one, "confirmed" if judge is _confirmed else "disputed")
    return out


def _judged(claim: Told, by: Told, verdict: Literal["disputed", "confirmed"]) -> Told:
    changed = replace(claim.statement, verification=verdict, verified_by=by.statement.claimer)
    return replace(claim, statement=changed)


def _claims(told: Sequence[Told], one: Told) -> Iterator[tuple[int, Told]]:
    """Yield the claims not yet judged that somebody else of another side puts forward."""
    by = one.statement
    for place, other in enumerate(told):
        claim = other.statement
        free = other.attribution is not None and claim.verification is None
        if free and claim.epistemic.startswith("true") and claim.modality == "actual" and _apart(claim, by):
            yield place, other


def _apart(a: Statement, b: Statement) -> bool:
    if a.claimer == b.claimer:
        return False
    return a.claimer_for is None or a.claimer_for != b.claimer_for


def _denied(_analysis: Analysis, told: Sequence[Told], one: Told) -> list[int]:
    """Return the claims that a denial rejects: of the same matter, or the nearest where it names no place."""
    if not one.statement.epistemic.startswith("false") or one.statement.claimer is None:
        return []
    denial = one.statement.proposition
    if denial.type in (*GROUND, "retreat") and denial.place is None:
        near = [
            (place, other)
            for place, other in _claims(told, one)
            if other.statement.proposition.type in GROUND and 0 <= one.sentence - other.sentence <= _NEAR
        ]
        last = max((other.sentence for _, other in near), default=-1)
        return [place for place, other in near if other.sentence == last]
    return [
        place
        for place, other in _claims(told, one)
        if same_matter(other.statement.proposition, denial) or _gained(other.statement.proposition, denial)
    ]


def _gained(claim: Proposition, lost: Proposition) -> bool:
    """Tell whether one side's loss of a place is what the other claims to have gained."""
    gain = claim.type in GROUND and claim.polarity == lost.polarity == "positive"
    same = claim.place is not None and claim.place == lost.place
    return gain and same and lost.type == "retreat" and claim.actor not in (None, lost.actor)


def _contradicted(analysis: Analysis, told: Sequence[Told], one: Told) -> list[int]:
    """Return the claims that a later sentence opposes: "But X said that Y still held the town"."""
    p = one.statement.proposition
    if p.type not in GROUND or one.statement.claimer is None or one.attribution is None:
        return []
    if not one.statement.epistemic.startswith("true") or one.statement.modality != "actual":
        return []
    if p.polarity == "negative":
        return [
            place
            for place, other in _claims(told, one)
            if 0 <= one.sentence - other.sentence <= _NEAR
            and other.statement.proposition.polarity == "positive"
            and same_matter(other.statement.proposition, replace(p, polarity="positive"))
        ]
    if p.actor is None or p.place is None or not _opposes(analysis, one.sentence):
        return []
    return [
        place
        for place, other in _claims(told, one)
        if one.sentence - other.sentence == 1 and _other_holder(one, other)
    ]


def _other_holder(one: Told, other: Told) -> bool:
    """Tell whether two claims give one place to two holders."""
    p, q = one.statement.proposition, other.statement.proposition
    ground = q.type in GROUND and q.place == p.place and q.polarity == "positive"
    apart = q.actor not in (None, p.actor) and (
        other.actor_side is None or other.actor_side != one.actor_side
    )
    return ground and apart


def _opposes(analysis: Analysis, sentence: int) -> bool:
    """Tell whether a sentence opens with a word of contrast, or has one in its first words."""
    span = analysis.sentences[sentence]
    words = [t.text.lower() for t in analysis.tokens[span.first : span.last][:_OPENING]]
    opening = f"{' '.join(words)} "
    if any(opening.startswith(f"{word} ") for word in listed("disclaimers", "contrasts", "openings")):
        return True
    return any(word in listed("disclaimers", "contrasts", "words") for word in words)


def _confirmed(analysis: Analysis, told: Sequence[Told], one: Told) -> list[int]:
    """Return the earlier claims that somebody else confirms: "residents confirmed that …"."""
    if one.attribution is None or one.statement.claimer is None:
        return []
    cue = cue_lemma(analysis.tokens, analysis.attributions[one.attribution])
    if cue not in listed("disclaimers", "confirmations", "reporting"):
        return []
    mine = one.statement.proposition
    return [
        place
        for place, other in _claims(told, one)
        if other.sentence < one.sentence
        and one.statement.epistemic == "true-certain"
        and (mine.actor is not None or one.sentence - other.sentence <= _NEAR)
        and (same_matter(other.statement.proposition, mine) or _gained(other.statement.proposition, mine))
    ]


def same_matter(a: Proposition, b: Proposition) -> bool:
    """Tell whether two propositions are one but for what either leaves open.

    They need a place in common and, but for who holds or takes it, a doer in common.
    """
    kin = a.type == b.type or (a.type in GROUND and b.type in GROUND)
    if not kin or a.type in ("other", "stance") or a.polarity != b.polarity:
        return False
    if a.type not in GROUND and a.actor is None:
        return False
    pairs = ((a.actor, b.actor), (a.target, b.target))
    alike = all(x is None or y is None or x == y for x, y in pairs)
    if a.type not in GROUND and a.actor != b.actor:
        return False
    return alike and a.place is not None and a.place == b.place
