"""The page on reliability names tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS = [
    line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| tried", "| ---"))
]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)` \|$")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2:40])
def test_every_row_names_a_test_that_is_there(row: str) -> None:
    named = NAMED.search(row)
    assert named is not None, "a row ends with the test that tries it"
    tree = ast.parse((ROOT / named.group(1)).read_text(encoding="utf-8"))
    assert named.group(2) in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert len(row.split(" | ")) == 4
