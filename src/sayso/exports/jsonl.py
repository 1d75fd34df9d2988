"""JSON lines: one row a line, UTF-8 as it is, fields in the contract's order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.exports.interface import Format, Kind, Row


def write(rows: Iterable[Row], kind: Kind | None = None) -> Iterator[str]:  # noqa: ARG001 - one door for all formats
    """Yield one line a row."""
    for row in rows:
        # U+2028 and U+2029 end a line for some readers; JSON may write them as escapes.
        line = json.dumps(row, ensure_ascii=False, allow_nan=False)
        yield line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"


FORMAT = Format(name="jsonl", suffix=".jsonl", media="application/jsonl", write=write)
