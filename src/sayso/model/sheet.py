"""How a row looks in a spreadsheet: flat columns, names joined, no cell that a program runs as a formula.

Both directions live here, so that what is exported comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.model.rowcheck import QUANTITY_FIELDS, STATEMENT_FIELDS

SEPARATOR = "; "

STATEMENT_COLUMNS: tuple[str, ...] = tuple(
    column
    for name in STATEMENT_FIELDS
    for column in ([f"{name}.{part}" for part in QUANTITY_FIELDS] if name == "quantity" else [name])
)

# Excel, Calc and Sheets run a cell that begins with one of these (OWASP, "CSV Injection"); East Asian
# editions take the full-width forms too, and Excel passes over blanks and unseen marks before them.
# The apostrophes before it are counted in, so that guarding can be undone exactly.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\x00\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?")

Cell = str | int | float


def guard(text: str) -> str:
    """Return the text with an apostrophe before it where a program would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Undo `guard`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def join_names(names: Iterable[str]) -> str:
    """Return the names as one cell; a semicolon within a name is written ``\\;``, a backslash doubled."""
    return SEPARATOR.join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


def split_names(cell: str) -> list[str]:
    """Undo `join_names`; the space after a semicolon may be missing."""
    names: list[str] = []
    current, escaped = "", False
    for char in cell:
        if escaped or char not in "\\;":
            current, escaped = current + char, False
        elif char == "\\":
            escaped = True
        else:
            names, current = [*names, current], ""
    return [name.strip() for name in [*names, current] if name.strip()]


def flatten(row: Mapping[str, Any]) -> dict[str, Cell]:
    """Return a row as cells: records become ``field.part`` columns, lists joined text, numbers stay."""
    cells: dict[str, Cell] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            cells.update({f"{name}.{part}": cell for part, cell in flatten(value).items()})
        elif isinstance(value, (list, tuple)):
            cells[name] = guard(join_names(_words(item) for item in value))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            cells[name] = value
        elif value is not None:
            cells[name] = guard(str(value))
    return cells


def unflatten(cells: Mapping[str, str], *, decimal_comma: bool = False) -> dict[str, Any]:
    """Return the statement row that the cells hold; a number that cannot be read stays text.

    `decimal_comma` reads ``0,85`` as 0.85 (sheets cut by semicolons come from places that write so).
    """
    row: dict[str, Any] = {}
    for column, raw in cells.items():
        cell = unguard(raw)
        name, _, part = column.partition(".")
        if not cell.strip():
            continue
        if part in ("value", "low", "high") or name in ("start", "end"):
            value: Any = _number(cell.strip(), decimal_comma=decimal_comma)
        else:
            value = split_names(cell) if name == "via" else cell
        if part:
            row.setdefault(name, {})[part] = value
        else:
            row[name] = value
    return row


def _words(item: Any) -> str:
    if isinstance(item, Sequence) and not isinstance(item, str):
        return " ".join(str(part) for part in item)
    return str(item)


def _number(cell: str, *, decimal_comma: bool) -> Any:
    """Return the number in the cell, or the cell itself where it is none or could be two."""
    if not _NUMBER.fullmatch(cell):
        return cell
    if "," in cell:
        # "1,500" may be fifteen hundred or one and a half; nobody can tell.
        if not decimal_comma or re.fullmatch(r"[+-]?[0-9]{1,3},[0-9]{3}", cell):
            return cell
        cell = cell.replace(",", ".")
    value = float(cell)
    return int(cell) if re.fullmatch(r"[+-]?[0-9]{1,15}", cell) else value
