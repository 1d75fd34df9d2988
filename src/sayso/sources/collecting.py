"""The door of the room: targets in, captures and issues out."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module

import sayso.sources
from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources.kind import Kind, issue
from sayso.sources.options import FetchOptions


def collect(targets: Sequence[str], options: FetchOptions | None = None) -> Iterator[Fetched | Issue]:
    """Yield what the targets hold, in their order: captures with bytes, and an issue for each failure.

    A target is a file, a folder (read recursively, sorted, hidden files left out), an http(s) URL, or
    ``-`` for standard input.  Nothing is raised for a bad target; the rest goes on.
    """
    chosen = options or FetchOptions()
    for target in targets:
        kind = next((kind for kind in kinds() if kind.takes(target)), None)
        if kind is None:
            yield issue("unknown-target", f"{target!r} is no file, folder or URL.", target)
        else:
            yield from kind.collect(target, chosen)


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of source in this folder, the most particular first."""
    modules = [
        import_module(f"{sayso.sources.__name__}.{found.name}")
        for found in pkgutil.iter_modules(sayso.sources.__path__)
        if not found.ispkg
    ]
    found_kinds = [module.KIND for module in modules if isinstance(getattr(module, "KIND", None), Kind)]
    return tuple(sorted(found_kinds, key=lambda kind: (kind.rank, kind.name)))
