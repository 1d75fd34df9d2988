"""Conflict profiles: who is who, as a user tells it in a TOML file."""

from __future__ import annotations

from sayso.profiles.draft import draft
from sayso.profiles.load import load

__all__ = ["draft", "load"]
