"""Sayso: who says so? A claim ledger for conflict news."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["Frame", "Ledger", "open_ledger"]


def __getattr__(name: str) -> Any:
    # The command line must answer `--help` at once, so the door opens only when somebody knocks.
    if name in __all__:
        from sayso import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
