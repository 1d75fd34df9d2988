"""What a row of statements must look like: its fields, their kinds, and what is wrong with one."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sayso.model.proposition import PropositionType
from sayso.model.statement import AttributionStyle, Epistemic, Modality, Verification

STATEMENT_FIELDS = (
    "id", "article", "evidence", "claimer", "claimer_for", "via", "attribution", "said_on", "epistemic",
    "modality", "verification", "verified_by", "type", "actor", "target", "place", "place_from",
    "place_to", "quantity", "when", "polarity", "start", "end",
)  # fmt: skip
MACHINE = "machine"
"""Beside the fields of a row that people put right: what the reader had read; an import passes over it."""

QUANTITY_FIELDS = ("value", "low", "high", "unit", "of")

REQUIRED = ("article", "evidence", "type", "epistemic")
DEFAULTS = {"attribution": "indirect", "modality": "actual", "polarity": "positive"}
"""What an import reads where a row leaves the field out."""

CHOICES: dict[str, tuple[str, ...]] = {
    "attribution": get_args(AttributionStyle),
    "epistemic": get_args(Epistemic),
    "modality": get_args(Modality),
    "verification": get_args(Verification),
    "type": get_args(PropositionType),
    "polarity": ("positive", "negative"),
}


_POINT = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of a row: a stable code for programs, a sentence for people."""

    field: str
    code: str
    message: str


def tidy(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row with names trimmed and with what is empty left out; evidence stays verbatim."""
    values = {key: value if key == "evidence" else _trimmed(value) for key, value in row.items()}
    return {key: value for key, value in values.items() if key != MACHINE and not _empty(value)}


def faults(row: Mapping[str, Any]) -> list[Fault]:
    """Return everything wrong with a tidy statement row, in the order of the contract's fields."""
    found = [Fault(name, "unknown-field", "is no field of a statement") for name in _unknown(row)]
    for name in STATEMENT_FIELDS:
        if name in row:
            found += [Fault(name, *wrong) for wrong in [_check(name, row[name])] if wrong]
        elif name in REQUIRED:
            found.append(Fault(name, "missing-field", "is required and was left empty"))
    return found or _position_faults(row)


def _trimmed(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [_trimmed(item) for item in value]
    if isinstance(value, Mapping):
        return {key: inner for key, item in value.items() if not _empty(inner := _trimmed(item))}
    return value


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, (str, list, dict)) and not value)


def _unknown(row: Mapping[str, Any]) -> list[str]:
    return sorted(str(name) for name in row if name not in STATEMENT_FIELDS)


def _check(name: str, value: Any) -> tuple[str, str] | None:
    """Return (code, message) where the value is not of its field's kind."""
    if name in CHOICES:
        legal = CHOICES[name]
        return None if value in legal else ("bad-choice", f"{value!r} is none of {', '.join(legal)}")
    if name in ("said_on", "when"):
        return None if is_date(value) else ("bad-date", f"{value!r} is no ISO day, month, year or first/last")
    if name in ("start", "end"):
        whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return None if whole else ("bad-position", f"{value!r} is no position in a text")
    if name == "via":
        names = isinstance(value, list) and all(_is_text(item) and item for item in value)
        return None if names else ("not-names", f"{value!r} is no list of names")
    if name == "quantity":
        return _check_quantity(value)
    return None if _is_text(value) else ("not-text", f"{value!r} is no text")


def _is_text(value: Any) -> bool:
    """Tell whether the value is a string that can be written down (no half of a surrogate pair)."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _check_quantity(value: Any) -> tuple[str, str] | None:
    if not isinstance(value, Mapping):
        return "bad-quantity", f"{value!r} is no record of value, low, high, unit and of"
    unknown = sorted(set(value) - set(QUANTITY_FIELDS))
    if unknown:
        return "unknown-field", f"{unknown[0]!r} is no field of a quantity"
    for name in ("value", "low", "high"):
        number = value.get(name, 0)
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not _finite(number):
            return "not-a-number", f"{name} {number!r} is no number"
    if not all(_is_text(value.get(name, "")) for name in ("unit", "of")):
        return "not-text", "unit and of are texts"
    if "unit" not in value:
        return "missing-field", "unit is required (share, people, districts, km …)"
    if value.get("low", -math.inf) > value.get("high", math.inf):
        return "bounds-crossed", f"low {value['low']} lies above high {value['high']}"
    return None


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an integer beyond the floats
        return False


def is_date(value: Any) -> bool:
    """Tell whether `value` is an ISO day, month or year, or two of them in order as ``first/last``."""
    if not isinstance(value, str):
        return False
    first, slash, last = value.partition("/")
    if slash:
        return _is_point(first) and _is_point(last) and first[:10] <= last + "-99"[: 10 - len(last)]
    return _is_point(first)


def _is_point(value: str) -> bool:
    if not _POINT.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _position_faults(row: Mapping[str, Any]) -> list[Fault]:
    if ("start" in row) != ("end" in row):
        missing = "end" if "start" in row else "start"
        return [Fault(missing, "missing-field", "start and end come together")]
    if "start" in row and row["start"] > row["end"]:
        return [Fault("start", "bounds-crossed", f"start {row['start']} lies after end {row['end']}")]
    return []
