"""All export formats by name: every file of this folder that defines ``FORMAT`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

import sayso.exports
from sayso.exports.interface import Format, Kind, Row
from sayso.model.errors import UsageError


@cache
def formats() -> Mapping[str, Format]:
    """Return the formats by name, in the order of their names."""
    found: dict[str, Format] = {}
    for module in sorted(pkgutil.iter_modules(sayso.exports.__path__), key=lambda m: m.name):
        form = getattr(importlib.import_module(f"sayso.exports.{module.name}"), "FORMAT", None)
        if isinstance(form, Format):
            found[form.name] = form
    return MappingProxyType(found)


def export(rows: Iterable[Row], form: str, kind: Kind | None = None) -> Iterator[str]:
    """Yield the rows in the format called `form`, piece by piece and in their own order.

    Rows are those of `sayso.model.contract`; their order is the caller's (a ledger view's is stable).
    `kind` says what they are; without it the first row tells, and no rows at all give no header line.

    Raises:
        UsageError: there is no such format.
    """
    known = formats()
    if form not in known:
        raise UsageError(f"there is no export format {form!r}; known are {', '.join(known)}")
    return known[form].write(rows, kind)
