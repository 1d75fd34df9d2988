"""All import formats by name: every file of this folder that defines ``FORMAT`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import sayso.imports
from sayso.imports.interface import Format
from sayso.model.errors import UsageError


@cache
def formats() -> Mapping[str, Format]:
    """Return the formats by name, in the order of their names."""
    found: dict[str, Format] = {}
    for module in sorted(pkgutil.iter_modules(sayso.imports.__path__), key=lambda m: m.name):
        form = getattr(importlib.import_module(f"sayso.imports.{module.name}"), "FORMAT", None)
        if isinstance(form, Format):
            found[form.name] = form
    return MappingProxyType(found)


def format_of(path: Path, name: str | None = None) -> Format:
    """Return the format called `name`, or the one that the file's ending says.

    Raises:
        UsageError: no such format, or none for such an ending.
    """
    known = formats()
    if name is not None and name in known:
        return known[name]
    if name is None:
        for form in known.values():
            if path.suffix.lower() in form.suffixes:
                return form
    what = f"format {name!r}" if name is not None else f"file ending {path.suffix!r}"
    raise UsageError(f"{path.name}: cannot import {what}; known formats are {', '.join(known)}")
