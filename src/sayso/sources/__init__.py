"""Where captures come from: one file a kind (files, web, standard input)."""

from __future__ import annotations

from sayso.sources.collecting import collect
from sayso.sources.options import FetchOptions

__all__ = ["FetchOptions", "collect"]
