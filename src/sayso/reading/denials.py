"""What becomes of a claim in its own article: denied by another, disputed, confirmed, not verified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Analysis, Attribution
from sayso.model.span import Span
from sayso.model.statement import Epistemic, Gap, SlotSpan, Statement
from sayso.reading.crossing import GROUND, crossed
from sayso.reading.dating import with_times
from sayso.reading.evidence import trimmed
from sayso.reading.falsehood import answered_claims, calls_false
from sayso.reading.saying import day_said
from sayso.reading.statements import Told
from sayso.reading.words import listed

WEIGHTY = ("takeover", "control", "retreat", "attack", "casualties", "flight", "deployment")
DENYING = ("denies", "doubts")


def with_denials(text: str, analysis: Analysis, told: Sequence[Told]) -> list[Told]:
    """Add the denials of claims that one holds ("X disputed a claim by Y that …") or points to."""
    out: list[Told] = []
    for one in with_times(analysis, told):
        above = _denial_above(analysis, one)
        out.append(one if above is None else _disputed(one, analysis, analysis.attributions[above]))
        if above is not None:
            out += _denials(text, analysis, one, above)
    for number, attribution in enumerate(analysis.attributions):
        if attribution.kind in DENYING and len(attribution.content) > 1:
            out = _pointed(text, analysis, out, number)
        elif attribution.claimers and calls_false(analysis, attribution):
            out = _replaced(text, analysis, out, number, answered_claims(analysis, out, attribution))
    return crossed(analysis, out)


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
    epistemic: Epistemic = "false-uncertain" if attribution.kind == "doubts" else "false-certain"
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
            said_on=day_said(analysis, attribution),
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
    meant = _meant(attribution, number, told, plural=_plural(analysis, attribution))
    return _replaced(text, analysis, told, number, meant)


def _replaced(
    text: str, analysis: Analysis, told: Sequence[Told], number: int, meant: Sequence[Told]
) -> list[Told]:
    """Put the denials of what is meant in the place of the denial's own bare words."""
    attribution = analysis.attributions[number]
    out: list[Told] = []
    denied: list[Told] = []
    for one in told:
        if any(one.trigger == m.trigger and one.attribution == m.attribution for m in meant):
            denied += _denials(text, analysis, one, number)
            out.append(_disputed(one, analysis, attribution))
        elif any(_repeats(one, m) for m in meant):
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


def _plural(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether a denial speaks of several claims ("rejected the figures")."""
    words = _own_words(attribution)
    several = listed("disclaimers", "targets", "plural")
    return any(words.covers(t.span) and t.text.lower() in several for t in analysis.tokens)


def _meant(attribution: Attribution, number: int, told: Sequence[Told], *, plural: bool) -> list[Told]:
    """Return what "this claim" means: the first claim on ground, attack or losses, else the first.

    Where what it points to is no such claim, the same claimer's of the two sentences before counts;
    "these claims" mean all that are.
    """
    open_to = [
        one
        for one in told
        if one.attribution not in (None, number) and one.statement.epistemic.startswith("true")
    ]
    pointed = [one for one in open_to if any(c.covers(one.trigger) for c in attribution.content[1:])]
    weighty = [one for one in pointed if one.statement.proposition.type in WEIGHTY]
    if pointed and not weighty:
        weighty = [one for one in open_to if _just_before(one, pointed[0])][-1:]
    found = weighty or pointed
    if plural and found and found[0].statement.proposition.type in GROUND:
        return [one for one in found if one.statement.proposition.type in GROUND]
    return found if plural else found[:1]


def _just_before(one: Told, pointed: Told) -> bool:
    claimed = one.statement.claimer is not None and one.statement.claimer == pointed.statement.claimer
    near = 0 <= pointed.sentence - one.sentence <= 2
    return claimed and near and one.statement.proposition.type in WEIGHTY


def _repeats(one: Told, meant: Told) -> bool:
    """Tell whether a claim beside the denied one says the same in the same mouth."""
    a, b = one.statement, meant.statement
    said = one.attribution is not None and a.claimer is not None and a.claimer == b.claimer
    p, q = a.proposition, b.proposition
    alike = p.type == q.type and p.actor is not None and p.actor == q.actor and p.type in WEIGHTY
    return said and alike and abs(one.sentence - meant.sentence) <= 1 and a.epistemic.startswith("true")
