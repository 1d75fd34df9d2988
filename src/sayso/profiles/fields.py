"""What the keys of a profile's tables may hold, and the words for what they may not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sayso.model.errors import InputError
from sayso.model.rowcheck import is_date

Check = Callable[[Any], str | None]
"""Says what is wrong with a value, in words that follow "is" ("no text"), None where nothing is."""


def text(value: Any) -> str | None:
    """Any text that is not blank."""
    return None if isinstance(value, str) and value.strip() else "no text"


def prose(value: Any) -> str | None:
    """Any text, blank too."""
    return None if isinstance(value, str) else "no text"


def texts(value: Any) -> str | None:
    """A list of texts."""
    return None if isinstance(value, list) and not any(map(text, value)) else "no list of texts"


def two_texts(value: Any) -> str | None:
    """A list of exactly two texts."""
    return None if texts(value) is None and len(value) == 2 else "no list of two texts"


def tables(value: Any) -> str | None:
    """A list of tables."""
    fits = isinstance(value, list) and all(isinstance(item, dict) for item in value)
    return None if fits else "no list of tables"


def day(value: Any) -> str | None:
    """An ISO day, month or year, quoted or as TOML's own date."""
    if type(value) is date or (is_date(value) and "/" not in value):
        return None
    return "no ISO day, month or year"


def country(value: Any) -> str | None:
    """A country code of two capitals (ISO 3166-1 alpha-2, user-assigned codes too)."""
    fits = isinstance(value, str) and re.fullmatch(r"[A-Z]{2}", value)
    return None if fits else "no country code of two capital letters"


def one_of(*choices: str) -> Check:
    """One of a few words."""
    return lambda value: None if value in choices else f"none of {', '.join(choices)}"


def number(least: float, most: float, *, whole: bool = False) -> Check:
    """A number within bounds."""
    kinds = int if whole else (int, float)

    def check(value: Any) -> str | None:
        fits = isinstance(value, kinds) and not isinstance(value, bool) and least <= value <= most
        return None if fits and math.isfinite(value) else f"no number from {least:g} to {most:g}"

    return check


def check_table(
    table: Mapping[str, Any], checks: Mapping[str, Check], required: tuple[str, ...], where: str
) -> None:
    """Pass where every key of the table is known and holds what it may.

    Raises:
        InputError: names the table (`where`) and the key.
    """
    for key, value in table.items():
        if key not in checks:
            raise InputError(f"{where}: unknown key {key!r} (known are {', '.join(checks)})")
        wrong = checks[key](value)
        if wrong:
            raise InputError(f"{where}: {key} is {wrong}: {value!r}")
    for key in required:
        if key not in table:
            raise InputError(f"{where}: {key} is missing")
