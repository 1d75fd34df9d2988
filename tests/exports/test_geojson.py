"""GeoJSON, by the rules of RFC 7946."""

from __future__ import annotations

import json
from collections.abc import Callable

from sayso.ledger.interface import LedgerView
from sayso.model.contract import to_row


def test_it_is_a_collection_of_points_in_longitude_and_latitude(exported: Callable[..., str]) -> None:
    collection = json.loads(exported("geojson"))
    assert collection["type"] == "FeatureCollection"
    assert all(
        feature["type"] == "Feature" and set(feature) == {"type", "id", "geometry", "properties"}
        for feature in collection["features"]
    )
    points = [f["geometry"] for f in collection["features"] if f["geometry"]]
    assert {point["type"] for point in points} == {"Point"}
    assert {tuple(point["coordinates"]) for point in points} == {(7.5, -12.25), (7.25, -12.5)}


def test_a_place_without_a_point_stays_with_its_reason(exported: Callable[..., str]) -> None:
    features = json.loads(exported("geojson"))["features"]
    (region,) = [f for f in features if f["properties"].get("place") == "Hills"]
    assert region["geometry"] is None
    assert region["properties"]["located"] == "Hills (region) has no one point"


def test_ids_spans_and_fields_come_back(exported: Callable[..., str], ledger: LedgerView) -> None:
    features = json.loads(exported("geojson"))["features"]
    rows = [to_row(s, ledger.article(s.article).name) for s in ledger.statements()]
    kept = [{name: f["properties"].get(name) for name in row} for f, row in zip(features, rows, strict=True)]
    assert kept == rows
    assert [f["id"] for f in features] == [row["id"] for row in rows]
