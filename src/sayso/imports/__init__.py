"""Imports: rows that people bring, in one format a file, made statements."""

from __future__ import annotations

from sayso.imports.interface import Imported
from sayso.imports.locate import anchored, locate
from sayso.imports.statements import read_statements

__all__ = ["Imported", "anchored", "locate", "read_statements"]
