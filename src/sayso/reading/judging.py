"""The article's own word on a claim's verification, put on the claims that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Analysis, Disclaimer
from sayso.reading.statements import Told
from sayso.reading.words import listed

ACCOUNTS = ("takeover", "control", "retreat", "attack", "casualties")
"""What "the accounts of both sides" are about."""


def with_disclaimers(analysis: Analysis, told: Sequence[Told]) -> list[Told]:
    """Put the article's own word on a claim's verification on it; "disputed" outranks the rest."""
    fighting = frozenset(one.actor_side for one in told if one.statement.proposition.type in ACCOUNTS)
    return [_with_disclaimer(analysis, one, fighting) for one in told]


def _with_disclaimer(analysis: Analysis, one: Told, fighting: frozenset[str | None]) -> Told:
    """Judge one claim; a denial is no claim that its own words dispute."""
    judged = one.statement.verification in ("disputed", "confirmed")
    if one.attribution is None or judged or one.statement.epistemic.startswith("false"):
        return one
    for disclaimer in sorted(analysis.disclaimers, key=_rank):
        if not disclaimer.target.covers(one.trigger):
            continue
        if _of_sides(analysis, disclaimer) and not _of_a_side(one, fighting):
            continue
        by = analysis.entities[disclaimer.by].name if disclaimer.by is not None else None
        return replace(one, statement=replace(one.statement, verification=disclaimer.verdict, verified_by=by))
    return one


def _of_sides(analysis: Analysis, disclaimer: Disclaimer) -> bool:
    """Tell whether a disclaimer speaks of what each side says."""
    words = listed("disclaimers", "targets", "sides")
    return any(disclaimer.span.covers(t.span) and t.text.lower() in words for t in analysis.tokens)


def _of_a_side(one: Told, fighting: frozenset[str | None]) -> bool:
    """Tell whether a claim is a fighting side's own account of ground or losses."""
    side = one.statement.claimer_for
    return side is not None and side in fighting and one.statement.proposition.type in ACCOUNTS


def _rank(disclaimer: Disclaimer) -> int:
    return {"disputed": 0, "unverified": 1, "confirmed": 2}[disclaimer.verdict]
