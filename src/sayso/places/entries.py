"""An entry of the gazetteer while it is being put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from math import asin, cos, radians, sin, sqrt

from sayso.model.place import Place
from sayso.places.spelling import fold, without_article

COUNTRY_WEIGHT = 20.0
"""A country outweighs any town of its name ("Mexico", "Jordan")."""
CAPITAL_WEIGHT = 10.0
KNOWN_WEIGHT = 10.0
"""A place that the supplement lists is there because the news names it."""
UNKNOWN_SIZE = 300
KNOWN_SIZE = 20_000
REGION_WEIGHT = 0.2
"""A bare name more often means the town than the region; "province" or "state" says the region."""
REGION_SIZE = 200_000


class Level(IntEnum):
    """How good a name is: GeoNames' alternates are many and loose, the supplement's are chosen."""

    LOOSE = 0
    CHOSEN = 1
    MAIN = 2


@dataclass(slots=True)
class Entry:
    """A place on its way into the file: `weight` ranks namesakes, `known` comes from the supplement.

    `keys` are the folded names, each with its level.
    """

    place: Place
    weight: float
    known: bool = False
    keys: dict[str, Level] = field(default_factory=dict)

    def add(self, names: Iterable[str], level: Level, *, articles: bool = False) -> None:
        """File the entry under these names; `articles` also without a leading Arabic article."""
        for name in names:
            key = fold(name)
            for form in {key, without_article(key)} if articles else {key}:
                if form:
                    self.keys[form] = max(self.keys.get(form, Level.LOOSE), level)


def kilometres(a: Place, b: Place) -> float:
    """Return the great-circle distance; infinite where one of them has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    lat1, lat2, dlon = radians(a.lat), radians(b.lat), radians(b.lon - a.lon)
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))
