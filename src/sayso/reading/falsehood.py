"""Denials in the words of a plain report: "said that was untrue", "called it a lie"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import Analysis, Attribution
from sayso.reading.statements import Told
from sayso.reading.words import listed

_SHORT = 14
"""A report of more words says something of its own, and does not only call another's claim false."""
_NEAR = 2
"""How many sentences back the claim may stand that is called false."""


def calls_false(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether somebody calls "it", "that", "the claim" false, and says no more."""
    if attribution.kind not in ("says", "denies") or not attribution.content:
        return False
    span = attribution.cue.join(attribution.content[0])
    words = [t.text.lower() for t in analysis.tokens if span.covers(t.span) and t.text[0].isalnum()]
    if len(words) > _SHORT:
        return False
    pointing = (*listed("disclaimers", "targets", "singular"), *listed("disclaimers", "targets", "plural"))
    text = f" {' '.join(words)} "
    false = any(word in listed("disclaimers", "falsehood", "words") for word in words)
    false = false or any(f" {phrase} " in text for phrase in listed("disclaimers", "falsehood", "phrases"))
    return false and any(word in pointing for word in words)


def answered_claims(analysis: Analysis, told: Sequence[Told], attribution: Attribution) -> list[Told]:
    """Return the last thing that somebody of another side said just before, the first claim of it."""
    sentence = next(
        (n for n, s in enumerate(analysis.sentences) if s.span.overlaps(attribution.cue)),
        len(analysis.sentences),
    )
    sides = {analysis.entities[c].side or analysis.entities[c].name for c in attribution.claimers}
    near = [
        one
        for one in told
        if one.attribution is not None
        and analysis.attributions[one.attribution].cue.end <= attribution.cue.start
        and 0 <= sentence - one.sentence <= _NEAR
        and one.statement.claimer is not None
        and (one.statement.claimer_for or one.statement.claimer) not in sides
        and one.statement.epistemic.startswith("true")
        and one.statement.proposition.type not in ("other", "stance")
    ]
    last = max((one.attribution or 0 for one in near), default=-1)
    return [one for one in near if one.attribution == last][:1]
