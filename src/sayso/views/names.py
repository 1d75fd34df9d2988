"""Names that come near to what was asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.places.spelling import fold, nearest


@dataclass(frozen=True, slots=True)
class Near:
    """The names of the ledger that come near; `meant` is the one surely meant, None where several fit."""

    meant: str | None
    others: tuple[str, ...]


def near_names(asked: str, known: Collection[str]) -> Near:
    """Return the names that are spelt like what was asked, or that hold it.

    A name that differs in spelling only ("Haratan" for "Hairatan"), or that alone holds the words, is
    the one meant.
    """
    key = fold(asked)
    keys = {name: fold(name) for name in sorted(known)}
    same = [name for name, folded in keys.items() if folded == key]
    _, close = nearest(key, set(keys.values()))
    spelt = [name for name, folded in keys.items() if folded in close]
    holding = sorted((n for n, folded in keys.items() if key and key in folded), key=lambda n: (len(n), n))
    for found in (same, spelt, holding):
        if len(found) == 1:
            return Near(found[0], tuple(found))
    return Near(None, tuple(dict.fromkeys(same + spelt + holding)))
