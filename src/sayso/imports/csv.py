"""Spreadsheets saved as text: commas, semicolons (Excel in much of Europe) or tabs, quoted newlines."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from sayso.imports.interface import Format, Line
from sayso.model.errors import InputError
from sayso.model.rowcheck import REQUIRED
from sayso.model.sheet import STATEMENT_COLUMNS, unflatten

DELIMITERS = (",", ";", "\t")


def read(text: str, source: str) -> Iterator[Line]:
    """Yield the rows below the header line.

    Raises:
        InputError: the header has an unknown or doubled column, or lacks a required one; names them.
    """
    delimiter = _delimiter(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = _columns(next(rows, []), source)
    except csv.Error as error:
        raise InputError(f"{source}: the header line cannot be read: {error}") from None
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            # Where a quotation mark is out of place nobody can tell where the next row begins.
            yield Line(rows.line_num, None, ("broken-csv", f"cannot be read, nor what follows it: {error}"))
            return
        if any(cell.strip() for cell in cells):
            yield _line(cells, columns, rows.line_num, decimal_comma=delimiter == ";")


def _line(cells: list[str], columns: list[str], number: int, *, decimal_comma: bool) -> Line:
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    unnamed = [cell for name, cell in zip(columns, cells, strict=False) if not name and cell.strip()]
    if beyond or unnamed:
        return Line(number, None, ("unknown-field", f"has a cell under no column: {(beyond + unnamed)[0]!r}"))
    named = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    return Line(number, unflatten(named, decimal_comma=decimal_comma))


def _delimiter(text: str) -> str:
    """Return the mark that cuts the header line into most columns of the contract."""
    header = text.split("\n", 1)[0]
    known = set(STATEMENT_COLUMNS)
    found = {mark: sum(_bare(cell) in known for cell in header.split(mark)) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: found[mark])


def _bare(cell: str) -> str:
    return cell.strip().strip('"').strip().lower()


def _columns(header: list[str], source: str) -> list[str]:
    columns = [_bare(cell) for cell in header]
    named = [name for name in columns if name]
    unknown = [name for name in named if name not in STATEMENT_COLUMNS]
    if unknown:
        raise InputError(
            f"{source}: unknown columns: {', '.join(unknown)} (known: {', '.join(STATEMENT_COLUMNS)})"
        )
    doubled = [name for name, count in Counter(named).items() if count > 1]
    if doubled:
        raise InputError(f"{source}: columns stand twice: {', '.join(doubled)}")
    missing = [name for name in REQUIRED if name not in named]
    if missing:
        raise InputError(f"{source}: columns are missing: {', '.join(missing)}")
    return columns


FORMAT = Format(name="csv", suffixes=(".csv", ".tsv"), read=read)
