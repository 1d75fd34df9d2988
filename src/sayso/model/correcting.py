"""A statement with fields put right by hand; the same id, evidence and span, for it is the same statement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayso.model.contract import from_row, to_row
from sayso.model.errors import InputError
from sayso.model.rowcheck import QUANTITY_FIELDS, STATEMENT_FIELDS
from sayso.model.sheet import split_names
from sayso.model.statement import Statement

FIXED = ("id", "article", "evidence", "start", "end")
"""Fields that say which statement it is: these cannot be put right, only rejected with it."""

CORRECTABLE = tuple(name for name in STATEMENT_FIELDS if name not in FIXED) + tuple(
    f"quantity.{part}" for part in QUANTITY_FIELDS
)


def corrected(statement: Statement, fields: Mapping[str, str | None]) -> Statement:
    """Return the statement with these fields replaced; None empties a field.

    Values are written as in a spreadsheet: names of `via` with semicolons between them, ``quantity.low``
    and the like for one part of a figure, ``quantity`` for the whole as JSON.

    Raises:
        InputError: there is no such field, or the value is not of its kind.
    """
    row = to_row(statement, statement.article)
    for name, value in fields.items():
        if name not in CORRECTABLE:
            raise InputError(
                f"{name!r} is no field that can be corrected: there are {', '.join(CORRECTABLE)}"
            )
        _put(row, name, value)
    made = from_row(row, statement.article, f"statement {statement.id}")
    touched = {name.partition(".")[0] for name in fields}
    return replace(
        made,
        id=statement.id,
        span=statement.span,
        reader=statement.reader,
        slots=tuple(slot for slot in statement.slots if slot.slot not in touched),
        gaps=tuple(gap for gap in statement.gaps if gap.slot not in touched),
    )


def replaced(read: Statement, put_right: Statement) -> dict[str, Any]:
    """Return the fields of a row that people put right, as they were read; None where nothing was read."""
    before, now = to_row(read, ""), to_row(put_right, "")
    return {name: before.get(name) for name in {**before, **now} if before.get(name) != now.get(name)}


def _put(row: dict[str, Any], name: str, value: str | None) -> None:
    whole, _, part = name.partition(".")
    if part:
        figure = dict(row.get(whole) or {})
        figure[part] = value if value is None or part in ("unit", "of") else _number(name, value)
        row[whole] = {key: item for key, item in figure.items() if item is not None}
    elif value is None:
        row.pop(whole, None)
    elif whole == "via":
        row[whole] = split_names(value)
    elif whole == "quantity":
        row[whole] = _record(value)
    else:
        row[whole] = value


def _number(name: str, value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise InputError(f"{name}: {value!r} is no number") from None


def _record(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        raise InputError(
            f'quantity: {value!r} is no JSON; write {{"low": 12, "unit": "people"}}, or correct quantity.low'
        ) from None
