"""All claim types by name: every file of this folder that defines ``TYPE`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import sayso.claimtypes
from sayso.claimtypes.interface import ClaimType


@cache
def registry() -> Mapping[str, ClaimType]:
    """Return the claim types by name, in the order of their names."""
    found: dict[str, ClaimType] = {}
    for module in sorted(pkgutil.iter_modules(sayso.claimtypes.__path__), key=lambda m: m.name):
        kind = getattr(importlib.import_module(f"sayso.claimtypes.{module.name}"), "TYPE", None)
        if isinstance(kind, ClaimType):
            found[kind.name] = kind
    return MappingProxyType(found)
