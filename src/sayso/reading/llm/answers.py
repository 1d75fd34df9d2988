"""From the words of an answer to rows: what is no statement is told, never guessed at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sayso.model.rowcheck import CHOICES, Fault, faults, tidy
from sayso.reading.llm.asking import NAMED, REQUIRED

_OWN = frozenset({"id", "article", "start", "end"})
"""Fields of a row that are not the model's to fill."""


class Malformed(ValueError):
    """An answer that is not the JSON that was asked for; the text says how."""


def rows_of(text: str) -> list[Mapping[str, Any]]:
    """Return the rows of an answer; raises Malformed where it is no object with a list of `statements`."""
    try:
        answer = json.loads(_unwrapped(text), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"the answer is not JSON: {error}") from None
    rows = answer.get("statements") if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise Malformed("the answer is no object with a list of statements")
    return [row if isinstance(row, dict) else {"evidence": row} for row in rows]


def checked(row: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """Return a row with the fields that hold, and what is wrong with the others.

    A fault in a field that every statement has (REQUIRED) makes the row useless; another field is left out.
    """
    plain = {key: value for key, value in row.items() if key not in _OWN}
    plain["via"] = plain["via"] if isinstance(plain.get("via"), list) else []
    for name in NAMED:
        if isinstance(plain.get(name), str) and plain[name].lower() in ("null", "none", "unknown", "n/a"):
            del plain[name]
    said = tidy(plain)
    wrong = [fault for fault in faults({**said, "article": "-"}) if fault.field != "article"]
    missing = [
        Fault(name, "missing-field", "is required and was left empty")
        for name in REQUIRED
        if name not in said and name not in {fault.field for fault in wrong}
    ]
    bad = {fault.field for fault in wrong}
    return {name: value for name, value in said.items() if name not in bad}, [*wrong, *missing]


def useless(found: list[Fault]) -> list[Fault]:
    """Return the faults that make a row no statement."""
    return [fault for fault in found if fault.field in REQUIRED]


def _unwrapped(text: str) -> str:
    """Take off what some models put around JSON: a fence of code, words before and after."""
    first, last = text.find("{"), text.rfind("}")
    return text[first : last + 1] if 0 <= first < last else text


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


assert set(REQUIRED) <= {"evidence", *CHOICES}
