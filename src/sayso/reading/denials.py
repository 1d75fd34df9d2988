"""What becomes of a claim in its own article: denied by another, disputed, confirmed, not verified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Analysis, Attribution, Disclaimer
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Epistemic, Gap, SlotSpan, Statement
from sayso.reading.evidence import trimmed
from sayso.reading.statements import Told

WEIGHTY = ("takeover", "control", "retreat", "attack", "casualties", "flight", "deployment")
DENYING = ("denies", "doubts")


def with_denials(text: str, analysis: Analysis, told: Sequence[Told]) -> list[Told]:
    """Add the denials of claims that one holds ("X disputed a claim by Y that …") or points to."""
    out: list[Told] = []
    for one in told:
        above = _denial_above(analysis, one)
        out.append(one if above is None else _disputed(one, analysis, analysis.attributions[above]))
        if above is not None:
            out += _denials(text, analysis, one, above)
    for number, attribution in enumerate(analysis.attributions):
        if attribution.kind in DENYING and len(attribution.content) > 1:
            out = _pointed(text, analysis, out, number)
    return _cross_denied(out)


def _denial_above(analysis: Analysis, one: Told) -> int | None:
    """Return the denial that holds the claim's own attribution."""
    attribution = analysis.attributions[one.attribution] if one.attribution is not None else None
    if attribution is None or attribution.parent is None:
        return None
    above = analysis.attributions[attribution.parent]
    return attribution.parent if above.kind in DENYING else None


def _denials(text: str, analysis: Analysis, one: Told, number: int) -> list[Told]:
    """Return one denial of the claim for each who denies it."""
    attribution = analysis.attributions[number]
    epistemic: Epistemic = "false-certain" if attribution.kind == "denies" else "false-uncertain"
    span = trimmed(text, _own_words(attribution))
    out: list[Told] = []
    for claimer in attribution.claimers or (None,):
        entity = analysis.entities[claimer] if claimer is not None else None
        statement = replace(
            one.statement,
            evidence=span.of(text),
            span=span,
            attribution=attribution.style,
            epistemic=epistemic,
            claimer=entity.name if entity is not None else None,
            claimer_for=entity.side if entity is not None else None,
            via=attribution.via,
            said_on=analysis.times[attribution.said].value if attribution.said is not None else None,
            verification=None,
            verified_by=None,
            slots=_slots(attribution, one.statement),
            gaps=() if entity is not None else (Gap("claimer", attribution.reason or "claimer unresolved"),),
        )
        out.append(replace(one, statement=statement, attribution=number))
    return out


def _own_words(attribution: Attribution) -> Span:
    """Return the denial's own stretch: source, cue and the words that it denies."""
    span = attribution.cue.join(attribution.content[0]) if attribution.content else attribution.cue
    return span.join(attribution.source) if attribution.source is not None else span


def _slots(attribution: Attribution, claim: Statement) -> tuple[SlotSpan, ...]:
    named = (SlotSpan("claimer", attribution.source),) if attribution.source is not None else ()
    return (
        *named,
        SlotSpan("cue", attribution.cue),
        *(s for s in claim.slots if s.slot not in ("claimer", "cue")),
    )


def _disputed(one: Told, analysis: Analysis, attribution: Attribution) -> Told:
    by = analysis.entities[attribution.claimers[0]].name if attribution.claimers else None
    return replace(one, statement=replace(one.statement, verification="disputed", verified_by=by))


def _pointed(text: str, analysis: Analysis, told: Sequence[Told], number: int) -> list[Told]:
    """Deny the claims to which "rejected this claim" points."""
    attribution = analysis.attributions[number]
    out: list[Told] = []
    denied: list[Told] = []
    meant = _meant(attribution, number, told)
    for one in told:
        if meant is not None and one.trigger == meant.trigger and one.attribution == meant.attribution:
            denied += _denials(text, analysis, one, number)
            out.append(_disputed(one, analysis, attribution))
        else:
            out.append(one)
    if denied:
        out = [
            one
            for one in out
            if not (one.attribution == number and one.statement.proposition.type in ("other", "stance"))
        ]
    return out + denied


def _meant(attribution: Attribution, number: int, told: Sequence[Told]) -> Told | None:
    """Return the one claim that "this claim" means: the first on ground, attack or losses, else the first."""
    pointed = [
        one
        for one in told
        if one.attribution not in (None, number)
        and one.statement.epistemic.startswith("true")
        and any(c.covers(one.trigger) for c in attribution.content[1:])
    ]
    weighty = [one for one in pointed if one.statement.proposition.type in WEIGHTY]
    return next(iter(weighty or pointed), None)


def _cross_denied(told: Sequence[Told]) -> list[Told]:
    """Mark a claim as disputed that another side of the article denies in its own words."""
    out = list(told)
    for one in told:
        if (
            one.statement.epistemic not in ("false-certain", "false-uncertain")
            or one.statement.claimer is None
        ):
            continue
        for place, other in enumerate(out):
            claim = other.statement
            apart = claim.claimer_for != one.statement.claimer_for and other.attribution is not None
            if not apart or not claim.epistemic.startswith("true") or claim.verification is not None:
                continue
            if _same_matter(claim.proposition, one.statement.proposition):
                changed = replace(claim, verification="disputed", verified_by=one.statement.claimer)
                out[place] = replace(other, statement=changed)
    return out


def _same_matter(a: Proposition, b: Proposition) -> bool:
    """Tell whether two propositions are one but for what either leaves open."""
    if a.type != b.type or a.type in ("other", "stance") or a.polarity != b.polarity:
        return False
    pairs = [(a.actor, b.actor), (a.place, b.place), (a.target, b.target)]
    return (
        all(x is None or y is None or x == y for x, y in pairs) and a.place is not None and a.place == b.place
    )


def with_disclaimers(analysis: Analysis, told: Sequence[Told]) -> list[Told]:
    """Put the article's own word on a claim's verification on it; "disputed" outranks the rest."""
    return [_with_disclaimer(analysis, one) for one in told]


def _with_disclaimer(analysis: Analysis, one: Told) -> Told:
    if one.attribution is None or one.statement.verification == "disputed":
        return one
    for disclaimer in sorted(analysis.disclaimers, key=_rank):
        if disclaimer.target.covers(one.trigger):
            by = analysis.entities[disclaimer.by].name if disclaimer.by is not None else None
            return replace(
                one, statement=replace(one.statement, verification=disclaimer.verdict, verified_by=by)
            )
    return one


def _rank(disclaimer: Disclaimer) -> int:
    return {"disputed": 0, "unverified": 1, "confirmed": 2}[disclaimer.verdict]
