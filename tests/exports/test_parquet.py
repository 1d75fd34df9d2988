"""Parquet, read back by DuckDB."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sayso.exports import Material, export, written
from sayso.exports.csv import COLUMNS
from sayso.exports.parquet import SCHEMA
from sayso.ledger.interface import LedgerView
from sayso.model.errors import UsageError
from sayso.views.contract import rows_of


def without_nothing(value: Any) -> Any:
    """Return records without their empty fields, as the contract writes them."""
    if isinstance(value, dict):
        return {name: without_nothing(item) for name, item in value.items() if item is not None}
    return [without_nothing(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", SCHEMA)
def test_rows_come_back_as_they_were(kind: Any, ledger: LedgerView, tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    path.write_bytes(b"".join(written(Material(rows_of(ledger, kind), kind), "parquet")))
    read = duckdb.read_parquet(str(path))
    got = [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()]
    rows = list(rows_of(ledger, kind))
    for row in rows:
        if "relations" in row:
            row["relations"] = [{"left": a, "kind": b, "right": c} for a, b, c in row["relations"]]
    assert [without_nothing(row) for row in got] == rows
    assert rows


def test_columns_are_those_of_the_contract() -> None:
    for kind, columns in SCHEMA.items():
        flat = dict.fromkeys(column.partition(".")[0] for column in COLUMNS[kind])
        assert sorted(columns) == sorted(flat)


def test_without_duckdb_the_extra_is_named(ledger: LedgerView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'sayso\[exports\]'"):
        b"".join(written(Material(rows_of(ledger, "claims"), "claims"), "parquet"))


def test_rows_of_no_kind_are_refused() -> None:
    with pytest.raises(UsageError, match="say which kind"):
        list(written(Material([]), "parquet"))
    with pytest.raises(UsageError, match="not text"):
        export([], "parquet")
