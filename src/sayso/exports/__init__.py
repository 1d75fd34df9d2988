"""Exports: rows of the contract in one format a file."""

from __future__ import annotations

from sayso.exports.catalogue import export, formats

__all__ = ["export", "formats"]
