"""Where a statement's place lies, in the columns that event datasets share."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.exports.interface import Places
from sayso.model.place import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place as event datasets want it; what the gazetteer does not tell is None.

    `region` is the largest unit below the country that the place lies in or is, `district` the next.
    """

    name: str
    kind: PlaceKind | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    region: str | None = None
    district: str | None = None


def whereabouts(name: str | None, places: Places) -> Whereabouts | None:
    """Return where the place called so lies, None for no name."""
    if name is None:
        return None
    place = places.named(name)
    if place is None:
        return Whereabouts(name)
    country = places.place(place.country) if place.country else None
    units = _units(place, places)
    return Whereabouts(
        name, place.kind, place.lat, place.lon, country.name if country else None,
        units.get("region"), units.get("district"),
    )  # fmt: skip


def _units(place: Place, places: Places) -> dict[str, str]:
    around = [place, *(found for id_ in place.within if (found := places.place(id_)))]
    return {unit.kind: unit.name for unit in reversed(around) if unit.kind in ("region", "district")}
