"""The last links of an analysis: on which day an act of speech was, and who disputes or confirms a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Analysis, Attribution, Disclaimer, Mention, Sentence, Time
from sayso.model.span import Span
from sayso.reading.days import bounds
from sayso.reading.words import listed

_BESIDE = 4
"""How many words before a cue may say that the act of speech is an older one ("had long said")."""
_FAR_DAYS = 7
"""A paragraph that tells of days further back than this tells history, not the day's news."""


def day_said(analysis: Analysis, attribution: Attribution) -> str | None:
    """Return the day of an act of speech: the one beside its cue, else the claimer's last, else the news day.

    None where the words put it into an unnamed past ("had long said"), where the paragraph tells history,
    and where the article's own day is unknown.
    """
    if attribution.said is not None:
        return analysis.times[attribution.said].value
    if analysis.anchor is None or _long_ago(analysis, attribution):
        return None
    before = _said_before(analysis, attribution)
    if before is not None:
        return analysis.times[before].value
    return None if _in_history(analysis, attribution) else analysis.anchor


def _long_ago(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether the cue is in the past perfect or beside a word such as "long", "previously"."""
    cue = attribution.cue
    place = next((n for n, t in enumerate(analysis.tokens) if t.span.end > cue.start), 0)
    last = next((n for n, t in enumerate(analysis.tokens) if t.span.start >= cue.end), len(analysis.tokens))
    own = analysis.tokens[place : last + 1]
    left = analysis.tokens[max(0, place - _BESIDE) : place]
    words = [t.text.lower() for t in (*left, *own) if _sentence_of(analysis, cue).covers(t.span)]
    perfect = [t.text.lower() for t in (*left[-2:], *own[:-1])]
    return "had" in perfect or any(word in listed("times", "speaking", "long_ago") for word in words)


def _sentence_of(analysis: Analysis, span: Span) -> Span:
    """Return the sentence in which a stretch begins, the stretch itself where none does."""
    return next((s.span for s in analysis.sentences if s.span.overlaps(span)), span)


def _said_before(analysis: Analysis, attribution: Attribution) -> int | None:
    """Return the day on which the same claimers last spoke, or their side in the two sentences before.

    A day long before the article's is that of an older speech, which says nothing of this one.
    """
    if not attribution.claimers or analysis.anchor is None:
        return None
    near = _start_of_former(analysis, attribution.cue, 2)
    same = [
        a
        for a in analysis.attributions
        if a.cue.end <= attribution.cue.start
        and a.said is not None
        and (
            a.claimers == attribution.claimers
            or (a.cue.start >= near and _side(analysis, a) == _side(analysis, attribution) is not None)
        )
    ]
    value = analysis.times[same[-1].said].value if same and same[-1].said is not None else None
    far = value is not None and (bounds(analysis.anchor)[0] - bounds(value)[1]).days > _FAR_DAYS
    return same[-1].said if same and not far else None


def _side(analysis: Analysis, attribution: Attribution) -> str | None:
    """Return the side of the first claimer."""
    return analysis.entities[attribution.claimers[0]].side if attribution.claimers else None


def _start_of_former(analysis: Analysis, span: Span, many: int) -> int:
    """Return where the sentence begins that stands so many before the one of the stretch."""
    number = next((n for n, s in enumerate(analysis.sentences) if s.span.overlaps(span)), 0)
    return analysis.sentences[max(0, number - many)].span.start if analysis.sentences else 0


def _in_history(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether the last time that the paragraph names before the cue lies well before the article."""
    block = next((s.block for s in analysis.sentences if s.span.overlaps(attribution.cue)), None)
    start = min((s.span.start for s in analysis.sentences if s.block == block), default=0)
    named = [
        t.value
        for t in analysis.times
        if start <= t.span.start < attribution.cue.start and t.value is not None
    ]
    if not named or analysis.anchor is None:
        return False
    return (bounds(analysis.anchor)[0] - bounds(named[-1])[1]).days > _FAR_DAYS


def with_days(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence], times: Sequence[Time]
) -> tuple[Attribution, ...]:
    """Return the attributions with the time that stands beside their cue ("said on Friday that …").

    A time inside a content, this or another act's, is a time of what is said, not of the saying; of
    several beside the cue the nearest counts.  A mere length ("two years") is no time of saying.
    """
    return tuple(replace(one, said=_said(one, attributions, sentences, times)) for one in attributions)


def _said(
    attribution: Attribution,
    attributions: Sequence[Attribution],
    sentences: Sequence[Sentence],
    times: Sequence[Time],
) -> int | None:
    cue = attribution.cue
    contents = [c for a in attributions for c in a.content if not c.covers(cue)]
    sentence = next((s.span for s in sentences if s.span.overlaps(cue)), None)
    if sentence is None:
        return None
    beside = [
        (_gap(time.span, cue), number)
        for number, time in enumerate(times)
        if sentence.covers(time.span)
        and not (time.value is None and time.precision == "interval")
        and not any(c.overlaps(time.span) for c in contents)
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
