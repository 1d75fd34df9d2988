"""Words, as data: one folder a language, one TOML file a concern (see docs/decisions/0002)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(language: str, concern: str) -> dict[str, Any]:
    """Return the data file of one concern ("reporting", "numbers" …) of one language ("english").

    Raises:
        FileNotFoundError: the language has no such file.
    """
    path = resources.files(__name__) / language / f"{concern}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
