"""Exports: the ledger's records in one format a file."""

from __future__ import annotations

from sayso.exports.catalogue import export, format_called, formats, written, written_text
from sayso.exports.interface import Format, Material, Places

__all__ = [
    "Format",
    "Material",
    "Places",
    "export",
    "format_called",
    "formats",
    "written",
    "written_text",
]
