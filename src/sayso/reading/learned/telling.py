"""What hangs at a word made into statements: the words of its roles become names, figures and days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, cast

from sayso.model.analysis import Analysis, Attribution, Quantity
from sayso.model.article import Article
from sayso.model.proposition import Figure, Proposition, PropositionType
from sayso.model.span import Span
from sayso.model.statement import Epistemic, Modality, SlotSpan, Statement, Verification
from sayso.reading.evidence import speech_gaps, speech_slots
from sayso.reading.learned.carrying import carried
from sayso.reading.learned.cast import Body, Cast
from sayso.reading.learned.naming import plain_name
from sayso.reading.learned.pairs import OWN, is_pronoun, pronoun
from sayso.reading.learned.placing import place_meant
from sayso.reading.learned.reports import Report
from sayso.reading.learned.signals import STATEMENT_THRESHOLD, Hung, Signals, names_something
from sayso.reading.learned.spans import Range
from sayso.reading.learned.stretching import stretched
from sayso.reading.learned.tolls import toll_unit
from sayso.reading.saying import day_said

_NAMED = ("actor", "target", "place", "place_from", "place_to")
_PLACED = frozenset({"place", "place_from", "place_to"})
_SAYING = frozenset({"source", "cue", "content"})
_SPLIT = frozenset({"place", "target", "actor"})
"""Roles of which each further filler makes a statement of its own ("seized A and B")."""


@dataclass(frozen=True, slots=True)
class Told:
    """The article, its analysis, and what the networks found in it."""

    article: Article
    analysis: Analysis
    signals: Signals
    cast: Cast
    reports: Sequence[Report]


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: a name, the words, and the side that it belongs to."""

    name: str
    span: Span
    kind: str | None


def tell(told: Told, least: float = STATEMENT_THRESHOLD) -> tuple[Statement, ...]:
    """Return the statements of an article in text order, each under its id.

    Those whose anchor is less likely than `least` are left out.
    """
    likely = [hung for hung in told.signals.hung if hung.sole or hung.probability >= least]
    anchors = sorted(
        (hung for hung in likely if hung.name != "cue"), key=lambda hung: (-hung.probability, hung.word)
    )
    reports = {hung.word: _innermost(told, hung.word) for hung in anchors}
    crowd = Counter(reports.values())
    found: dict[tuple[Any, ...], Statement] = {}
    for hung in anchors:
        held = reports[hung.word]
        for made in _of_anchor(told, hung, held, alone=held is not None and crowd[held] == 1):
            found.setdefault(_sameness(told, hung, made), made)
    inside = [(_sentence_of(told, made), made) for made in found.values()]
    inside.sort(key=lambda held: (held[0], held[1].span or Span(0, 0), held[1].proposition.type))
    unique = dict.fromkeys(statement.identified() for statement in carried(inside))
    return tuple(sorted(unique, key=lambda s: (s.span.start, s.span.end, s.id) if s.span else (0, 0, s.id)))


def _sentence_of(told: Told, made: Statement) -> int:
    at = made.span.start if made.span else 0
    return next((n for n, s in enumerate(told.analysis.sentences) if s.span.end > at), 0)


def _sameness(told: Told, hung: Hung, made: Statement) -> tuple[Any, ...]:
    """Return what two statements of one sentence share if they are one: type, claimer and fillers."""
    sentence = next(n for n, s in enumerate(told.analysis.sentences) if s.first <= hung.word < s.last)
    p = made.proposition
    fields = (p.actor, p.target, p.place, p.place_from, p.place_to, p.quantity, p.polarity)
    return (sentence, p.type, made.claimer, *fields)


def _of_anchor(told: Told, hung: Hung, held: int | None, *, alone: bool) -> Iterator[Statement]:
    if held is None and hung.name == "other":
        return
    speaker = told.reports[held].claimer if held is not None else None
    fillers = {
        role: [f for part in _parts(told, hung, role) if (f := _filler(told, role, part, speaker))]
        for role in _NAMED
    }
    if hung.name == "talks" and len(fillers["actor"]) == 2 and not fillers["target"]:
        fillers["actor"], fillers["target"] = fillers["actor"][:1], fillers["actor"][1:]
    choices = [[(role, f) for f in held_by] if role in _SPLIT else [(role, held_by[0])]
               for role, held_by in fillers.items() if held_by]  # fmt: skip
    others = told.reports[held].others if held is not None else ()
    for chosen in product(*choices):
        made = _statement(told, hung, held, dict(chosen), alone=alone)
        yield made
        yield from (replace(made, claimer=other.name, claimer_for=other.side) for other in others)


def _parts(told: Told, hung: Hung, role: str) -> list[Range]:
    """Return the words of a role, cut where "and" joins two mentions."""
    held = hung.roles.get(role, ())
    return [cut for part in held for cut in told.cast.apart(part)] if role in _SPLIT else list(held)


def _innermost(told: Told, word: int) -> int | None:
    """Return the report whose content holds a word most closely."""
    span = told.analysis.tokens[word].span
    reports = enumerate(told.analysis.attributions)
    holding = [(len(part), n) for n, a in reports for part in a.content if part.covers(span)]
    return min(holding)[1] if holding else None


def _filler(told: Told, role: str, part: Range, speaker: Body | None) -> Filler | None:
    """Return what a range of words names: the entity mentioned there, else the words themselves.

    "We" and "ours" are the speaker's side; of another pronoun that stays unresolved nothing is returned.
    """
    span = _span(told, part)
    if role in _PLACED:
        place = place_meant(told.cast, part)
        return Filler(place, span, "place") if place else None
    body = told.cast.meant(part)
    words = told.signals.words[part[0] : part[1]]
    if pronoun(words) in OWN and speaker is not None:
        return Filler(speaker.side or speaker.name, span, speaker.kind)
    if body is not None and is_pronoun(body.name):
        body = None
    if body is None and (pronoun(words) or not names_something(words)):
        return None
    if body is None:
        return Filler(plain_name(words, "unit"), span, None)
    return Filler(body.name, span, body.kind)


def _statement(
    told: Told, hung: Hung, held: int | None, named: Mapping[str, Filler], *, alone: bool
) -> Statement:
    attribution = told.analysis.attributions[held] if held is not None else None
    claimer = told.reports[held].claimer if held is not None else None
    quantity = _quantity(told, hung)
    proposition = Proposition(
        type=cast("PropositionType", hung.name),
        quantity=_figure(told, hung, quantity) if quantity else None,
        when=_when(told, hung),
        polarity=cast("Any", hung.verdicts["polarity"]),
        **cast("Any", {role: filler.name for role, filler in named.items()}),
    )
    slots = [SlotSpan(role, filler.span) for role, filler in sorted(named.items())]
    slots += [SlotSpan("quantity", quantity.span)] if quantity else []
    span = _evidence(told, hung, attribution, alone=alone)
    verification = hung.verdicts["verification"]
    return Statement(
        id="",
        article=told.article.id,
        evidence=span.of(told.article.text),
        span=span,
        attribution=attribution.style if attribution is not None else "narrator",
        epistemic=cast("Epistemic", _commitment(hung, attribution)),
        modality=cast("Modality", hung.verdicts["modality"]),
        proposition=_settled(proposition),
        claimer=claimer.name if claimer else told.article.voice if attribution is None else None,
        claimer_for=claimer.side if claimer else None,
        via=attribution.via if attribution is not None else (),
        said_on=day_said(told.analysis, attribution) if attribution is not None else None,
        verification=cast("Verification", verification) if verification != "none" else None,
        slots=(*speech_slots(attribution), *slots),
        gaps=speech_gaps(attribution),
    )


def _commitment(hung: Hung, attribution: Attribution | None) -> str:
    """Return the claimer's commitment: a verb of denial denies whatever the networks make of it."""
    denied = attribution is not None and attribution.kind == "denies"
    told = hung.verdicts["epistemic"]
    return "false-certain" if denied and not told.startswith("false") else told


def _settled(p: Proposition) -> Proposition:
    """Put a movement's own place where no other is given."""
    if p.type == "retreat" and p.place is None and p.place_from is not None:
        return replace(p, place=p.place_from)
    return p


def _quantity(told: Told, hung: Hung) -> Quantity | None:
    """Return the first figure in the words of the quantity."""
    for part in hung.roles.get("quantity", ()):
        span = _span(told, part)
        for quantity in told.analysis.quantities:
            if quantity.span.overlaps(span):
                return quantity
    return None


def _figure(told: Told, hung: Hung, found: Quantity) -> Figure:
    unit = found.unit
    if hung.name == "casualties":
        unit = toll_unit(told.signals.words, hung.word) or unit
    return Figure(unit, found.value, found.low, found.high, found.of)


def _when(told: Told, hung: Hung) -> str | None:
    for part in hung.roles.get("when", ()):
        span = _span(told, part)
        for time in told.analysis.times:
            if time.span.overlaps(span) and time.value:
                return time.value
    return None


def _evidence(told: Told, hung: Hung, attribution: Attribution | None, *, alone: bool) -> Span:
    """Return the words of the statement's clause, with its report's in one sentence."""
    tokens = told.analysis.tokens
    anchor = tokens[hung.word].span
    sentence = next(s for s in told.analysis.sentences if s.span.covers(anchor))
    parts = [_span(told, part) for role in hung.roles if role not in _SAYING for part in hung.roles[role]]
    return stretched(told.article.text, tokens, sentence, (anchor, *parts), attribution, alone=alone)


def _span(told: Told, part: Range) -> Span:
    tokens = told.analysis.tokens
    return Span(tokens[part[0]].span.start, tokens[part[1] - 1].span.end)
