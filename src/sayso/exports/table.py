"""Lines of comma-separated values with fixed columns, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.model.sheet import flatten


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the header line, then one line a row (RFC 4180); what a row lacks is an empty cell."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns, restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow(flatten(row))
        yield drain(buffer)
    yield drain(buffer)


def drain(buffer: io.StringIO) -> str:
    """Return what was written into the buffer, and empty it."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
