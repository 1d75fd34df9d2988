"""The last links of an analysis: on which day an act of speech was, and who disputes or confirms a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Attribution, Disclaimer, Mention, Sentence, Time
from sayso.model.span import Span


def with_days(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence], times: Sequence[Time]
) -> tuple[Attribution, ...]:
    """Return the attributions with the time that stands beside their cue ("said on Friday that …").

    A time inside the content is a time of what is said, not of the saying; of several beside the cue the
    nearest counts.
    """
    return tuple(replace(one, said=_said(one, sentences, times)) for one in attributions)


def _said(attribution: Attribution, sentences: Sequence[Sentence], times: Sequence[Time]) -> int | None:
    cue = attribution.cue
    sentence = next((s.span for s in sentences if s.span.overlaps(cue)), None)
    if sentence is None:
        return None
    beside = [
        (_gap(time.span, cue), number)
        for number, time in enumerate(times)
        if sentence.covers(time.span) and not any(c.overlaps(time.span) for c in attribution.content)
    ]
    return min(beside)[1] if beside else None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def with_judges(disclaimers: Sequence[Disclaimer], mentions: Sequence[Mention]) -> tuple[Disclaimer, ...]:
    """Return the disclaimers with the entity that their words name as disputing or confirming."""
    out: list[Disclaimer] = []
    for one in disclaimers:
        named = one.by_span
        inside = [
            m for m in mentions if named is not None and named.overlaps(m.span) and m.entity is not None
        ]
        out.append(replace(one, by=inside[0].entity) if inside else one)
    return tuple(out)
