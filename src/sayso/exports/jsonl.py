"""JSON lines: one row a line, UTF-8 as it is, fields in the contract's order."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports.interface import Format, Material
from sayso.exports.writing import dump


def write(material: Material) -> Iterator[str]:
    """Yield one line a row."""
    for row in material.rows:
        yield dump(row) + "\n"


FORMAT = Format(
    name="jsonl",
    suffix=".jsonl",
    media="application/jsonl",
    lacks="The words behind each field, and why a field was left open.",
    write=write,
)
