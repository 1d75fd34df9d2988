"""The cases of Recognizers-Text's specs: what they expect, and what Sayso reads there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sayso.reading.anchor import Anchor
from sayso.reading.bounds import bounded_numbers
from sayso.reading.days import bounds
from sayso.reading.numbers import find_numbers
from sayso.reading.quantities import read_quantities
from sayso.reading.times import read_time

Hit = tuple[int, int, Any]
"""Start, end (exclusive) and value of one thing found in a case's input."""

_STRETCH = re.compile(r"(?i)\b(?:to|until|till|through|between|from)\b|[-–]")
_UNITS = {
    "Kilometer": "km", "Meter": "meters", "Mile": "miles", "Square kilometer": "square km", "Acre": "acres",
    "Hectare": "hectares", "Square mile": "square miles", "Square meter": "square meters", "Ton": "tons",
    "Metric ton": "tons", "Barrel": "barrels",
}  # fmt: skip


def want_numbers(case: Mapping[str, Any]) -> list[Hit]:
    """Return the numbers (percentages too) that a case expects."""
    return [
        (r["Start"], r["End"] + 1, float(r["Resolution"]["value"].rstrip("%")))
        for r in case["Results"]
        if r["Resolution"]["value"] not in (None, "null")
    ]


def read_numbers(case: Mapping[str, Any]) -> list[Hit]:
    """Return the numbers that Sayso reads."""
    return [(n.span.start, n.span.end, n.value) for n in find_numbers(case["Input"]) if n.form != "vague"]


def read_percentages(case: Mapping[str, Any]) -> list[Hit]:
    """Return the shares that Sayso reads, in per cent."""
    found = bounded_numbers(case["Input"], 0, len(case["Input"]))
    return [
        (b.core.start, b.core.end, (b.value or b.low or b.high or 0.0) * 100)
        for b in found
        if b.form == "share"
    ]


def same_number(want: float, got: float) -> bool:
    """Tell whether two numbers are equal to six digits."""
    return abs(want - got) <= 1e-6 * max(1.0, abs(want))


def want_ranges(case: Mapping[str, Any]) -> list[Hit]:
    """Return the lower and upper ends that a case expects."""
    found: list[Hit] = []
    for result in case["Results"]:
        low, _, high = result["Resolution"]["value"].strip("[]()").partition(",")
        ends = (float(low) if low else None, float(high) if high else None)
        found.append((result["Start"], result["End"] + 1, ends))
    return found


def read_ranges(case: Mapping[str, Any]) -> list[Hit]:
    """Return the bounds that Sayso reads."""
    found = bounded_numbers(case["Input"], 0, len(case["Input"]))
    return [
        (b.span.start, b.span.end, (b.low, b.high)) for b in found if b.low is not None or b.high is not None
    ]


def want_days(case: Mapping[str, Any]) -> list[Hit]:
    """Return for each date its spans and the set of (first, last) days that the spec allows."""
    found: list[Hit] = []
    for result in case["Results"]:
        end = result["Start"] + result["Length"] if "Length" in result else result["End"] + 1
        found.append((result["Start"], end, _allowed(result)))
    return found


def _allowed(result: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    value = result.get("Value") or {}
    sides = [value.get("PastResolution"), value.get("FutureResolution")]
    sides += (result.get("Resolution") or {}).get("values") or []
    days = set()
    for side in sides:
        first = (
            (side or {}).get("date")
            or (side or {}).get("value")
            or (side or {}).get("startDate")
            or (side or {}).get("start")
        )
        last = (side or {}).get("endDate") or (side or {}).get("end")
        if first and re.fullmatch(r"\d{4}-\d\d-\d\d", first):
            days |= {(first, last or first)} | ({(first, _day_before(last))} if last else set())
            days |= _last_counts(first, last) if last and _STRETCH.search(result["Text"]) else set()
    return frozenset(days)


def _last_counts(first: str, last: str) -> set[tuple[str, str]]:
    """Return the stretch with its last month or year whole: newspapers' "from May to July" holds July."""
    found = {(first, bounds(last[:7])[1].isoformat())} if last.endswith("-01") else set()
    return found | ({(first, f"{last[:4]}-12-31")} if last.endswith("-01-01") else set())


def _day_before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def read_days(case: Mapping[str, Any]) -> list[Hit]:
    """Return the first and last days that Sayso reads, counted from the case's own day."""
    reference = (case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07")[:10]
    found: list[Hit] = []
    for time in read_time(case["Input"], Anchor(reference, "the case")):
        if time.value is not None:
            first, last = bounds(time.value)
            found.append((time.span.start, time.span.end, (first.isoformat(), last.isoformat())))
    return found


def same_days(want: frozenset[tuple[str, str]], got: tuple[str, str]) -> bool:
    """Tell whether the days are allowed; "two months ago" may stay the month that holds the spec's day."""
    first, last = got
    month = (
        first.endswith("-01") and last[:4] == first[:4] and (last[:7] == first[:7] or last.endswith("-12-31"))
    )
    return got in want or (month and first != last and any(first <= a == b <= last for a, b in want))


def want_measures(case: Mapping[str, Any]) -> list[Hit]:
    """Return the figures with the units that Sayso counts in."""
    return [
        (r["Start"], r["End"] + 1, (float(r["Resolution"]["value"]), _UNITS.get(r["Resolution"]["unit"])))
        for r in case["Results"]
        if r["Resolution"]["value"] is not None
    ]


def read_measures(case: Mapping[str, Any]) -> list[Hit]:
    """Return the measures that Sayso reads."""
    known = set(_UNITS.values())
    found = [q for q in read_quantities(case["Input"]) if q.unit in known]
    return [(q.span.start, q.span.end, (q.value, q.unit)) for q in found]


def equal(want: Any, got: Any) -> bool:
    """Tell whether two values are the same."""
    return bool(want == got)
