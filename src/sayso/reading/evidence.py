"""The stretch of text that shows a statement, and the words of the act of speech."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import Attribution, Token
from sayso.model.span import Span
from sayso.model.statement import Gap, SlotSpan
from sayso.reading.clauses import Parse
from sayso.reading.saying import day_said
from sayso.reading.scenes import Scene


def speech_slots(attribution: Attribution | None) -> tuple[SlotSpan, ...]:
    """Return the words of the source and the cue."""
    if attribution is None:
        return ()
    source = (SlotSpan("claimer", attribution.source),) if attribution.source is not None else ()
    return (*source, SlotSpan("cue", attribution.cue))


def speech_gaps(attribution: Attribution | None) -> tuple[Gap, ...]:
    """Return why the claimer stays open, nothing where it does not."""
    if attribution is None or attribution.claimers:
        return ()
    return (Gap("claimer", attribution.reason or "claimer unresolved"),)


def said_on(scene: Scene, attribution: Attribution | None) -> str | None:
    """Return the day on which a claimer spoke; the narrator has none of its own."""
    return day_said(scene.analysis, attribution) if attribution is not None else None


def outside_cue(words: Sequence[Token], attribution: Attribution | None) -> Sequence[Token]:
    """Leave out the report's own words: its "reportedly" hedges the report, not the claimer."""
    if attribution is None:
        return words
    return [t for t in words if any(c.covers(t.span) for c in attribution.content)]


def cue_lemma(tokens: Sequence[Token], attribution: Attribution | None) -> str:
    """Return the lemma of the cue's first verb or noun, "" for the narrator."""
    if attribution is None:
        return ""
    inside = [t for t in tokens if attribution.cue.covers(t.span)]
    return next(
        (t.lemma for t in inside if t.tag.startswith(("VB", "NN"))), inside[0].lemma if inside else ""
    )


def evidence(scene: Scene, parse: Parse, extent: Span, attribution: Attribution | None) -> Span:
    """Return the shortest stretch with the event and, in the same sentence, who says it."""
    if attribution is None:
        return trimmed(scene.text, extent)
    span = extent
    for part in (attribution.cue, attribution.source):
        if part is not None and parse.sentence.span.covers(part):
            span = span.join(part)
    return trimmed(scene.text, span)


def trimmed(text: str, span: Span) -> Span:
    """Return the span without surrounding space, commas and stops."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:.–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—"):
        end -= 1
    return Span(start, end)
