"""When an event holds whose own clause names no time: its sentence's time, else the day of speaking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.claimtypes import registry
from sayso.languages import table
from sayso.model.analysis import Analysis, Attribution, Time
from sayso.model.span import Span
from sayso.reading.days import bounds, interval, shift
from sayso.reading.statements import Told

LASTING = frozenset({"takeover", "control", "attack", "flight", "deployment"})
"""Types that a report gives as the day's news: who says that a town has fallen says that it now is."""
_DAY = 10


def with_times(analysis: Analysis, told: Sequence[Told]) -> list[Told]:
    """Return the statements with the times that their own clauses leave to the words around them."""
    return [_timed(analysis, one) for one in told]


def _timed(analysis: Analysis, one: Told) -> Told:
    p = one.statement.proposition
    attribution = analysis.attributions[one.attribution] if one.attribution is not None else None
    if "when" not in registry()[p.type].slots:
        return one
    when = p.when
    if when is not None:
        when = _from_speaker(analysis, one, attribution, when)
    elif one.statement.modality == "actual":
        when = _in_sentence(analysis, one, attribution)
        if when is None and attribution is not None and p.type in LASTING:
            when = one.statement.said_on
    if when == p.when:
        return one
    return replace(one, statement=replace(one.statement, proposition=replace(p, when=when)))


def _in_sentence(analysis: Analysis, one: Told, attribution: Attribution | None) -> str | None:
    """Return the one time that the event's sentence names in the same mouth."""
    sentence = analysis.sentences[one.sentence].span
    times = [
        time
        for time in analysis.times
        if sentence.covers(time.span) and _same_mouth(analysis, one, attribution, time)
    ]
    return times[0].value if len(times) == 1 and times[0].role != "until" else None


def _same_mouth(analysis: Analysis, one: Told, attribution: Attribution | None, time: Time) -> bool:
    if attribution is not None:
        return any(c.covers(time.span) and c.covers(one.trigger) for c in attribution.content)
    said = {a.said for a in analysis.attributions}
    outside = not any(c.overlaps(time.span) for a in analysis.attributions for c in a.content)
    return outside and all(n not in said or t is not time for n, t in enumerate(analysis.times))


def _from_speaker(analysis: Analysis, one: Told, attribution: Attribution | None, when: str) -> str:
    """Count "today" inside a quotation from the day on which it was spoken."""
    spoken, anchor = one.statement.said_on, analysis.anchor
    if attribution is None or attribution.style == "indirect" or spoken is None or anchor is None:
        return when
    if len(spoken) != _DAY or len(anchor) != _DAY or spoken == anchor:
        return when
    quoted = [q.span for q in analysis.quotes if q.span.covers(one.trigger)]
    counted = [
        t
        for t in analysis.times
        if t.value == when and any(q.covers(t.span) for q in quoted) and _is_day_word(analysis, t.span)
    ]
    if not counted:
        return when
    days = (bounds(spoken)[0] - bounds(anchor)[0]).days
    first, last = bounds(when)
    return interval(shift(first, days), shift(last, days))


def _is_day_word(analysis: Analysis, span: Span) -> bool:
    words = " ".join(t.text.lower() for t in analysis.tokens if span.covers(t.span))
    return words in table("english", "times")["days"]
