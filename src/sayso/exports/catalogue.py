"""All export formats by name: every file of this folder that defines ``FORMAT`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

import sayso.exports
from sayso.exports.interface import Format, Material, Row
from sayso.model.contract import Exported
from sayso.model.errors import UsageError


@cache
def formats() -> Mapping[str, Format]:
    """Return the formats by name, in the order of their names."""
    found: dict[str, Format] = {}
    for module in sorted(pkgutil.iter_modules(sayso.exports.__path__), key=lambda m: m.name):
        form = getattr(importlib.import_module(f"sayso.exports.{module.name}"), "FORMAT", None)
        if isinstance(form, Format):
            found[form.name] = form
    return MappingProxyType(dict(sorted(found.items())))


def format_called(name: str, kind: Exported | None = None) -> Format:
    """Return the format with this name.

    Raises:
        UsageError: there is none, or it cannot carry records of this kind; the text says what to ask for.
    """
    known = formats()
    if name not in known:
        raise UsageError(f"there is no export format {name!r}: there are {', '.join(known)}")
    form = known[name]
    if kind is not None and kind not in form.kinds:
        raise UsageError(f"{name} does not carry {kind}: it carries {', '.join(form.kinds)}")
    return form


def export(rows: Iterable[Row], form: str, kind: Exported | None = None) -> Iterator[str]:
    """Yield the rows in the text format called `form`, piece by piece and in their own order.

    Rows are those of `sayso.model.contract`; their order is the caller's (a ledger view's is stable).
    `kind` says what they are; without it the first row tells, and no rows at all give no header line.

    Raises:
        UsageError: there is no such format, it is not text, or it needs the ledger.
    """
    return written_text(Material(rows, kind), form)


def written_text(material: Material, form: str) -> Iterator[str]:
    """Yield the material in the text format called `form`; raises UsageError as `export`."""
    chosen = format_called(form, material.kind)
    if chosen.binary:
        raise UsageError(f"{form} is not text: write it to a file")
    return cast("Iterator[str]", chosen.write(material))


def written(material: Material, form: str) -> Iterator[bytes]:
    """Yield the bytes of a file in the format called `form`, text in UTF-8; raises UsageError."""
    chosen = format_called(form, material.kind)
    pieces = chosen.write(material)
    if chosen.binary:
        return cast("Iterator[bytes]", pieces)
    # A lone half of a surrogate pair cannot be written in UTF-8; no ledger takes one in.
    return (piece.encode("utf-8") for piece in cast("Iterator[str]", pieces))
