"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sayso"
MODULES = sorted(SOURCE.rglob("*.py"))
CORPUS = ROOT / "corpus" / "sayso_corpus"
ALL_MODULES = [*MODULES, *sorted(CORPUS.rglob("*.py"))]

ROOM_WIDE = {
    "sqlalchemy": "ledger",
    "alembic": "ledger",
    "typer": "faces",
    "rich": "faces",
    "fastapi": "faces",
    "pydantic": "faces",
    "starlette": "faces",
    "numpy": "reading",
    "altair": "charts",
}
"""Frameworks that a whole room is written in (docs/decisions/0003); all other libraries have one file."""


def imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"sayso", "sayso_corpus"}


def test_a_library_is_imported_in_one_file() -> None:
    users = defaultdict(list)
    for module in MODULES:
        for name in imported(module):
            users[name].append(module.relative_to(SOURCE))
    crowded = {
        name: [str(file) for file in files]
        for name, files in users.items()
        if len(files) > 1 and {file.parts[0] for file in files} != {ROOM_WIDE.get(name)}
    }
    assert not crowded


def test_the_model_needs_the_standard_library_only() -> None:
    assert not [m for m in MODULES if m.is_relative_to(SOURCE / "model") and imported(m)]


def test_the_corpus_needs_nothing_but_python() -> None:
    """Whoever takes the corpus need not take Sayso, nor any library."""
    assert not [m for m in CORPUS.rglob("*.py") if imported(m)]
    assert not [
        m
        for m in CORPUS.rglob("*.py")
        if re.search(r"^\s*(?:from|import) sayso\b", m.read_text("utf-8"), re.M)
    ]


@pytest.mark.parametrize("module", ALL_MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_modules_and_functions_are_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300, "split the module: 80 to 200 lines are the yardstick"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines: under 40 is the yardstick"


@pytest.mark.parametrize("module", ALL_MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_public_names_say_what_they_promise(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert ast.get_docstring(tree) or not tree.body, "say what the module is for"
    assert not silent


FORBIDDEN = re.compile(r"/(?:work|root|home)/\w|\bTODO\b|\bFIXME\b|pickle\.load")


def test_no_machine_path_and_no_loose_end() -> None:
    kept = [p for p in ROOT.rglob("*") if p.suffix in {".py", ".toml", ".md", ".yml"} and p.is_file()]
    mine = [p for p in kept if not set(p.relative_to(ROOT).parts) & {".venv", ".git"} and p != Path(__file__)]
    found = [str(p.relative_to(ROOT)) for p in mine if FORBIDDEN.search(p.read_text(encoding="utf-8"))]
    assert not found
