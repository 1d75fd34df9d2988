"""Comma-separated values for spreadsheets (RFC 4180, UTF-8, header line, lines ending in CR LF).

Quantities are flat columns (``quantity.value``), lists joined by "; ", and a cell that a spreadsheet
would run as a formula has an apostrophe before it.  A question takes one line an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from sayso.exports.interface import Format, Material, Row
from sayso.exports.table import table
from sayso.model.contract import ARTICLE_FIELDS, CLAIM_FIELDS, STORY_FIELDS, Exported
from sayso.model.rowcheck import MACHINE
from sayso.model.sheet import STATEMENT_COLUMNS

_QUANTITY = tuple(column for column in STATEMENT_COLUMNS if column.startswith("quantity."))

COLUMNS: Mapping[Exported, tuple[str, ...]] = {
    "statements": STATEMENT_COLUMNS,
    "questions": (
        "id", "question", "type", "actor", "place", "unit", "status", "reason", "answers.number",
        "answers.answer", "answers.statements", "answers.by", "answers.origins", "relations", "reasons",
        "notes", "rule", "fired",
    ),
    "claims": tuple(
        column
        for name in CLAIM_FIELDS
        for column in (_QUANTITY if name == "quantity" else (name,))
    ),
    "articles": ARTICLE_FIELDS,
    "stories": STORY_FIELDS,
    "issues": ("stage", "code", "message", "source", "severity", "offset", "line"),
}  # fmt: skip


def write(material: Material) -> Iterator[str]:
    """Yield the header line, then the lines of each row."""
    waiting, kind = iter(material.rows), material.kind
    first = next(waiting, None)
    if first is None and kind is None:
        return
    rows = chain([] if first is None else [first], waiting)
    yield from table(COLUMNS[kind or _kind_of(first or {})], (line for row in rows for line in _lines(row)))


def _kind_of(row: Row) -> Exported:
    """Return the kind that has columns for all fields of the row."""
    for kind, columns in COLUMNS.items():
        if set(row) - {MACHINE} <= {column.partition(".")[0] for column in columns}:
            return kind
    raise ValueError(f"no kind of record has the fields {', '.join(row)}")


def _lines(row: Row) -> Iterator[dict[str, Any]]:
    """Yield the row once for each of its answers, numbered as its relations count them."""
    answers = row.get("answers")
    rest = {name: value for name, value in row.items() if name not in ("answers", MACHINE)}
    if not answers:
        yield rest
        return
    for number, answer in enumerate(answers):
        yield rest | {"answers": {"number": number, **answer}}


FORMAT = Format(
    name="csv",
    suffix=".csv",
    media="text/csv",
    lacks="Nesting: the answers of a question become lines, lists become cells; the words behind each field; "
    "what was read before people corrected it.",
    write=write,
)
