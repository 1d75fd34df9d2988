"""GeoJSON (RFC 7946): a feature for every statement, at its place.

The place is the gazetteer's; where it has no point there, or the name means no one place, the geometry is
null and ``located`` says why.  A movement stands where it leads to, else where it starts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.exports.interface import Format, Material, Places
from sayso.exports.writing import listed
from sayso.model.article import Article
from sayso.model.contract import to_row
from sayso.model.rowcheck import MACHINE
from sayso.model.statement import Statement

_DECIMALS = 6
"""RFC 7946 (11.2) advises six: about ten centimetres."""


def write(material: Material) -> Iterator[str]:
    """Yield a FeatureCollection, one feature a line."""
    features = (_feature(*told, material.places) for told in material.retold())
    return listed({"type": "FeatureCollection"}, "features", features)


def _feature(statement: Statement, article: Article, was: dict[str, Any], places: Places) -> dict[str, Any]:
    geometry, located = _geometry(statement, places)
    row = to_row(statement, article.name)
    about = {
        "outlet": article.voice,
        "published": article.published,
        "located": located,
        MACHINE: was or None,
    }
    return {
        "type": "Feature",
        "id": statement.id,
        "geometry": geometry,
        "properties": row | {name: value for name, value in about.items() if value is not None},
    }


def _geometry(statement: Statement, places: Places) -> tuple[dict[str, Any] | None, str]:
    prop = statement.proposition
    name = prop.place or prop.place_to or prop.place_from
    if name is None:
        return None, "no place is said"
    place = places.named(name)
    if place is None:
        return None, f"{name} means no one place of the gazetteer"
    if place.lat is None or place.lon is None:
        return None, f"{name} ({place.kind}) has no one point"
    point = [round(place.lon, _DECIMALS), round(place.lat, _DECIMALS)]
    return {"type": "Point", "coordinates": point}, f"{name} ({place.kind})"


FORMAT = Format(
    name="geojson",
    suffix=".geojson",
    media="application/geo+json",
    lacks="Lines and areas: a region stands at its middle point, a border at none.",
    write=write,
    kinds=("statements",),
)
