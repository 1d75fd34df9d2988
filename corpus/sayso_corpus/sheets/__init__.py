"""Label sheets: the short form in which people label a text (see `LABELLING.md`)."""

from __future__ import annotations

from sayso_corpus.sheets.reading import read_sheet
from sayso_corpus.sheets.writing import write_sheet

__all__ = ["read_sheet", "write_sheet"]
