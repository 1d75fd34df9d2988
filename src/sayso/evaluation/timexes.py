"""Times: where they stand and which days they mean, against MEANTIME's TIMEX3."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from sayso.evaluation.interface import Measured
from sayso.evaluation.meantime import Annotated, annotated_in
from sayso.evaluation.rates import rates, share
from sayso.model.analysis import Time
from sayso.model.span import Span
from sayso.reading.anchor import find_anchor
from sayso.reading.days import bounds
from sayso.reading.sentences import split_sentences
from sayso.reading.times import find_times

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(r"(\d{4})-(?:(Q[1-4])|(H[12])|(SP|SU|FA|WI)|W(\d\d)(-WE)?)")

KINDS = ("DATE", "TIME", "DURATION", "SET")


def measure_times(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    """Score the words of times (the same words; `overlap`: shared words) and their values; raises NotFound.

    `value` is the share of the times found (shared words) whose days are the set's, of those whose days the
    set gives; a time of day counts by its day.  `value.f1` counts those not found, too.  Lengths and sets
    ("33 years", "weekly") and "now" have no days; they count as words only.
    """
    counts: Counter[str] = Counter()
    for document in annotated_in(folder):
        counts += _compared(document)
    scores = rates("span", counts["exact"], counts["read"], counts["gold"])
    scores |= rates("overlap", counts["found"], counts["read"], counts["gold"])
    scores |= {"value": share(counts["right"], counts["dated found"])}
    scores |= rates("value", counts["right"], counts["read dated"], counts["dated"])
    size = f"{counts['documents']} articles, {counts['gold']} times, {counts['dated']} of them with days"
    return Measured(scores, size, tuple(_errors(counts)))


def _compared(document: Annotated) -> Counter[str]:
    article = document.article
    sentences, tokens = split_sentences(article.text, article.blocks)
    read = find_times(article.text, sentences, tokens, find_anchor(article))
    counts = Counter({"documents": 1, "gold": len(document.times), "read": len(read)})
    counts["read dated"] = sum(time.value is not None for time in read)
    taken: set[int] = set()
    for gold in document.times:
        days = days_of(gold.says.get("value", ""))
        counts["dated"] += days is not None
        number = _matching(gold.span, read, taken)
        if number is None:
            counts[f"missed {gold.says.get('type')}"] += 1
            continue
        taken.add(number)
        counts["found"] += 1
        counts["exact"] += read[number].span == gold.span
        if days is not None:
            counts["dated found"] += 1
            counts["right"] += _means(read[number], days)
            counts["open"] += read[number].value is None
    return counts


def _matching(span: Span, read: Sequence[Time], taken: set[int]) -> int | None:
    """Return the time of the same words, else the first that shares some and is not taken."""
    same = [n for n, time in enumerate(read) if time.span == span and n not in taken]
    near = [n for n, time in enumerate(read) if time.span.overlaps(span) and n not in taken]
    return next(iter([*same, *near]), None)


def _means(time: Time, days: tuple[date, date]) -> bool:
    """Tell whether a time means these days; "since X" is read as X until now, the set gives X."""
    if time.value is None:
        return False
    read = bounds(time.value)
    return read[0] == days[0] if time.role == "since" else read == days


def days_of(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a TIMEX3 value; None where it names no days ("P3Y", "PAST_REF")."""
    value = value.partition("T")[0]
    try:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
            return bounds(value)
        if re.fullmatch(r"\d{3}", value):
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
        found = _VALUE.fullmatch(value)
        return _part(found) if found else None
    except ValueError:
        return None


def _part(found: re.Match[str]) -> tuple[date, date]:
    year = int(found[1])
    if found[5]:
        monday = date.fromisocalendar(year, int(found[5]), 1)
        return (monday + timedelta(5) if found[6] else monday), monday + timedelta(6)
    length = 6 if found[3] else 3
    number = int((found[2] or found[3] or "x1")[1:])
    month = _SEASONS[found[4]] if found[4] else (number - 1) * length + 1
    return date(year, month, 1), _before(year, month + length)


def _before(year: int, month: int) -> date:
    """Return the day before a month begins; months beyond the twelfth are the next year's."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - timedelta(1)


def _errors(counts: Mapping[str, int]) -> list[str]:
    missed = ", ".join(
        f"{kind.lower()} {counts[f'missed {kind}']}" for kind in KINDS if counts[f"missed {kind}"]
    )
    return [
        f"{counts['gold'] - counts['found']} of {counts['gold']} times missed ({missed}); "
        f"{counts['read'] - counts['found']} of {counts['read']} read where the set has none; "
        f"{counts['found'] - counts['exact']} found with other edges.",
        f"Of {counts['dated found']} found whose days the set gives, {counts['open']} are left open and "
        f"{counts['dated found'] - counts['right'] - counts['open']} mean other days.",
        'Counted as missed, and not looked for: adjectives ("recent", "current"), nouns that point to a time '
        '("its date", "the Cold War era"), and "the day", "the week" without more.',
    ]
