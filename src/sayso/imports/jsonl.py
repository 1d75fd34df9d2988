"""JSON lines: one statement a line; empty lines are passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.imports.interface import Format, Line


def read(text: str, source: str) -> Iterator[Line]:  # noqa: ARG001 - one door for all formats
    """Yield the lines' objects; a line that is none has a fault."""
    # Split at line feeds only: other line ends may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _parse(line, number)


def _parse(line: str, number: int) -> Line:
    try:
        value = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        return Line(number, None, ("broken-json", f"is no JSON: {str(error) or 'too deeply nested'}"))
    if not isinstance(value, dict):
        return Line(number, None, ("broken-json", "is JSON, but no object"))
    return Line(number, value)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"field {next(n for n in names if names.count(n) > 1)!r} stands twice")
    return fields


FORMAT = Format(name="jsonl", suffixes=(".jsonl", ".ndjson", ".json"), read=read)
