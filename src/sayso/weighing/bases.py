"""How many there are of what is counted: the wholes that make "174 districts" a share."""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Iterable, Iterator

from sayso.claimtypes.account import WHOLE
from sayso.claimtypes.figures import Bounds, bounds
from sayso.languages import table
from sayso.model.proposition import Figure, Proposition
from sayso.weighing.names import fold
from sayso.weighing.tallies import Fact, Tallies

_COUNTED = re.compile(r"(\d[\d,.]*|[a-z]+)\s+([a-z]+)\b")


def facts_whole(p: Proposition) -> Iterator[Fact]:
    """Yield what a proposition says of wholes: what is counted and where, and how many there are."""
    for (unit, ground), number in _told(p):
        yield "whole", json.dumps([unit, ground]), _written(number)


class Bases:
    """What the ledger's statements say of wholes, by what is counted and where.

    Standing figures ("Norway has 400 districts") and figures that name their whole ("174 of about 400
    districts").  The number that most statements give counts, of equals the least.
    """

    def __init__(self, said: Iterable[Proposition] = (), tallies: Tallies | None = None) -> None:
        self._tallies = tallies if tallies is not None else Tallies()
        for p in said:
            self._tallies.add(facts_whole(p))

    def share(self, p: Proposition) -> Bounds | None:
        """Return the figure of `p` as a share of its whole, None where it has none or that is not known."""
        figure = p.quantity
        if figure is None:
            return None
        if figure.unit == "share":
            return _of_share(figure)
        base = self._base(figure, p)
        return None if base is None else _of_count(figure, base)

    def _base(self, figure: Figure, p: Proposition) -> float | None:
        key = json.dumps([figure.unit, _ground(p.place or p.actor, figure.unit)])
        found = self._tallies.most("whole", key)
        return None if found is None else _number_of(found)


def _written(number: float) -> str:
    # Big-endian bytes of a positive number sort as the number does: of equals the least counts.
    return struct.pack(">d", number).hex()


def _number_of(written: str) -> float:
    return float(struct.unpack(">d", bytes.fromhex(written))[0])


def _told(p: Proposition) -> Iterable[tuple[tuple[str, str], float]]:
    figure = p.quantity
    if figure is None:
        return
    if p.type == "measure" and figure.value:
        yield (figure.unit, _ground(p.place or p.actor, figure.unit)), figure.value
    for number, noun in _COUNTED.findall(figure.of or ""):
        value = _number(number)
        if value and noun == figure.unit:
            yield (noun, _ground(p.place or p.actor, noun)), value


def _number(word: str) -> float | None:
    if word[0].isdigit():
        digits = word.replace(",", "").rstrip(".")
        return float(digits) if digits.replace(".", "", 1).isdigit() else None
    small = table("english", "numbers")["small"].get(word)
    return None if small is None else float(small)


def _ground(place: str | None, unit: str) -> str:
    """Return the place whose districts are counted: "districts of Norway" is Norway's."""
    return fold((place or "").removeprefix(f"{unit} of "))


def _of_share(figure: Figure) -> Bounds:
    low, high = bounds(figure)
    if figure.value is not None and figure.value >= WHOLE:
        return (1.0, 1.0)
    return max(low, 0.0), min(high, 1.0)


def _of_count(figure: Figure, base: float) -> Bounds | None:
    """Return a count as a share; whole things are counted, so that bounds are whole numbers."""
    low, high = bounds(figure)
    low = max(math.ceil(low), 0) if math.isfinite(low) else 0
    high = max(math.floor(high), 0) if math.isfinite(high) else base
    return (min(low / base, 1.0), min(high / base, 1.0)) if base > 0 else None
