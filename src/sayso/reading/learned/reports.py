"""Reports of speech: who says, by which words, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.model.analysis import Attribution, CueKind, Quote, Token
from sayso.model.span import Span
from sayso.reading.learned.cast import Body, Cast
from sayso.reading.learned.signals import Hung, Signals
from sayso.reading.learned.spans import Range
from sayso.reading.speech.lexicon import verb_frames

_UNNAMED = "the words of the source name nobody that is known"
_NO_SOURCE = "no source stands with the report"


@dataclass(frozen=True, slots=True)
class Report:
    """A report of speech with who makes it; the attribution's own claimers stay empty."""

    attribution: Attribution
    claimer: Body | None
    others: tuple[Body, ...] = ()
    """Who makes it too ("residents and the militia said")."""


def find_reports(
    tokens: Sequence[Token], quotes: Sequence[Quote], signals: Signals, cast: Cast
) -> tuple[Report, ...]:
    """Return the reports of a text in the order of their cues, each with its claimer or why it has none."""
    found: list[Report] = []
    for hung in sorted((h for h in signals.hung if h.name == "cue"), key=lambda h: h.word):
        content = tuple(_span(tokens, part) for part in hung.roles.get("content", ()))
        if content:
            found.append(_report(tokens, quotes, cast, hung, content))
    held = [
        replace(r.attribution, parent=_parent(r.attribution, [x.attribution for x in found])) for r in found
    ]
    named = [replace(report, attribution=item) for report, item in zip(found, held, strict=True)]
    return tuple(replace(r, attribution=replace(r.attribution, via=_relays(r, named))) for r in named)


def _report(
    tokens: Sequence[Token], quotes: Sequence[Quote], cast: Cast, hung: Hung, content: tuple[Span, ...]
) -> Report:
    cues = hung.roles.get("cue", ((hung.word, hung.word + 1),))
    sources = hung.roles.get("source", ())
    held = (cast.speaker(cut) for part in sources for cut in cast.apart(part))
    named = list(dict.fromkeys(body for body in held if body is not None))
    claimer = named[0] if named else None
    made = Attribution(
        cue=_span(tokens, cues[0]),
        source=_span(tokens, sources[0]) if sources else None,
        content=content,
        kind=_kind(tokens, cues[0]),
        style=_style(quotes, content),
        reason=None if claimer else _UNNAMED if sources else _NO_SOURCE,
    )
    return Report(made, claimer, tuple(body for body in named[1:] if claimer and body.name != claimer.name))


def _kind(tokens: Sequence[Token], cue: Range) -> CueKind:
    """Return what the cue commits its source to, by the lexicon of reporting verbs."""
    for token in tokens[cue[0] : cue[1]]:
        kinds = verb_frames().get(token.lemma)
        if kinds:
            return next(iter(kinds.values()))
    return "says"


def _style(quotes: Sequence[Quote], content: Sequence[Span]) -> Literal["direct", "indirect", "mixed"]:
    whole = sum(part.end - part.start for part in content)
    quoted = sum(
        max(0, min(part.end, quote.span.end) - max(part.start, quote.span.start))
        for part in content
        for quote in quotes
    )
    if quoted > 0.85 * whole:
        return "direct"
    return "mixed" if quoted else "indirect"


def _parent(item: Attribution, found: Sequence[Attribution]) -> int | None:
    """Return the report in whose content a report stands, the closest one."""
    holding = [
        (part.end - part.start, number)
        for number, other in enumerate(found)
        for part in other.content
        if other is not item and part.covers(item.cue) and not any(p.covers(other.cue) for p in item.content)
    ]
    return min(holding)[1] if holding else None


def _relays(report: Report, found: Sequence[Report]) -> tuple[str, ...]:
    """Return who passes a report on, nearest the claimer first: the claimers of the reports around it."""
    names: list[str] = []
    at, seen = report.attribution.parent, set[int]()
    while at is not None and at not in seen:
        seen.add(at)
        around = found[at].claimer
        names += [around.name] if around is not None else []
        at = found[at].attribution.parent
    return tuple(dict.fromkeys(names))


def _span(tokens: Sequence[Token], part: Range) -> Span:
    return Span(tokens[part[0]].span.start, tokens[part[1] - 1].span.end)
