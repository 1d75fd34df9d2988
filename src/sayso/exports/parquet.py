"""Apache Parquet, written by DuckDB: typed columns for data frames and data warehouses.

Columns are those of the contract: a quantity is a struct, lists are lists.  Rows go through a file of
JSON lines, so that no ledger has to fit into memory; their order stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso.exports.interface import Format, Material
from sayso.exports.writing import dump
from sayso.model.contract import Exported
from sayso.model.errors import UsageError
from sayso.model.rowcheck import MACHINE

_TEXT, _TEXTS, _WHOLE = "VARCHAR", "VARCHAR[]", "BIGINT"
_QUANTITY = 'STRUCT("value" DOUBLE, "low" DOUBLE, "high" DOUBLE, "unit" VARCHAR, "of" VARCHAR)'
_PROPOSITION = {
    "type": _TEXT, "actor": _TEXT, "target": _TEXT, "place": _TEXT, "place_from": _TEXT, "place_to": _TEXT,
    "quantity": _QUANTITY, "when": _TEXT, "polarity": _TEXT,
}  # fmt: skip

SCHEMA: Mapping[Exported, Mapping[str, str]] = {
    "statements": {
        "id": _TEXT, "article": _TEXT, "evidence": _TEXT, "claimer": _TEXT, "claimer_for": _TEXT,
        "via": _TEXTS, "attribution": _TEXT, "said_on": _TEXT, "epistemic": _TEXT, "modality": _TEXT,
        "verification": _TEXT, "verified_by": _TEXT, **_PROPOSITION, "start": _WHOLE, "end": _WHOLE,
    },
    "questions": {
        "id": _TEXT, "question": _TEXT, "type": _TEXT, "actor": _TEXT, "place": _TEXT, "unit": _TEXT,
        "answers": 'STRUCT("answer" VARCHAR, "statements" VARCHAR[], "by" VARCHAR[], "origins" BIGINT)[]',
        "relations": 'STRUCT("left" BIGINT, "kind" VARCHAR, "right" BIGINT)[]', "reasons": _TEXTS,
        "notes": _TEXTS, "status": _TEXT, "reason": _TEXT, "rule": _TEXT, "fired": _TEXTS,
    },
    "claims": {"id": _TEXT, **_PROPOSITION, "asserted": _TEXTS, "denied": _TEXTS, "reasons": _TEXTS},
    "stories": {"id": _TEXT, "title": _TEXT, "first": _TEXT, "last": _TEXT, "articles": _TEXTS},
    "articles": {
        "id": _TEXT, "name": _TEXT, "title": _TEXT, "outlet": _TEXT, "byline": _TEXT, "published": _TEXT,
        "published_from": _TEXT, "language": _TEXT, "dateline": _TEXT, "agencies": _TEXTS, "capture": _TEXT,
        "characters": _WHOLE,
    },
    "issues": {
        "stage": _TEXT, "code": _TEXT, "message": _TEXT, "source": _TEXT, "severity": _TEXT,
        "offset": _WHOLE, "line": _WHOLE,
    },
}  # fmt: skip

_PIECE = 1 << 20
_LARGEST = 1 << 28
"""Bytes of the largest row that DuckDB is told to take: no article's sentence comes near."""


def write(material: Material) -> Iterator[bytes]:
    """Yield the bytes of the file, once all rows are written to it.

    Raises:
        UsageError: DuckDB is not installed, or the kind of the rows was not said.
    """
    if material.kind is None:
        raise UsageError("parquet has a fixed set of columns a kind: say which kind of records these are")
    with TemporaryDirectory(prefix="sayso-parquet-") as folder:
        lines, packed = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        with lines.open("w", encoding="utf-8", newline="\n") as handle:
            handle.writelines(dump(_named(row)) + "\n" for row in material.rows)
        _pack(lines, packed, SCHEMA[material.kind])
        with packed.open("rb") as done:
            while piece := done.read(_PIECE):
                yield piece


def _named(row: Mapping[str, Any]) -> Mapping[str, Any]:
    row = {name: value for name, value in row.items() if name != MACHINE}
    if not row.get("relations"):
        return row
    pairs = [{"left": left, "kind": kind, "right": right} for left, kind, right in row["relations"]]
    return {**row, "relations": pairs}


def _pack(lines: Path, packed: Path, columns: Mapping[str, str]) -> None:
    try:
        import duckdb
    except ImportError:
        raise UsageError("parquet needs DuckDB: pip install 'sayso[exports]'") from None
    # One thread: the same rows give the same file, whatever the machine.
    with duckdb.connect(config={"threads": 1}) as engine:
        read = engine.read_json(
            str(lines), columns=dict(columns), format="newline_delimited", maximum_object_size=_LARGEST
        )
        read.write_parquet(str(packed), compression="zstd")


FORMAT = Format(
    name="parquet",
    suffix=".parquet",
    media="application/vnd.apache.parquet",
    lacks="The words behind each field, and why a field was left open; "
    "what was read before people corrected it.",
    write=write,
    binary=True,
)
