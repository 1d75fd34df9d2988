"""How much ground a name covers."""

from __future__ import annotations

import pytest

from sayso.model.place import Place
from sayso.model.profile import Profile
from sayso.weighing.extent import Extents


@pytest.mark.parametrize(
    ("place", "extent"),
    [
        ("Norvik", "spot"),
        ("Norvik bridge", "spot"),
        ("Norway", "country"),
        ("northern Norway", "broad"),
        ("Norway-Sweden border", "broad"),
        ("Hill Province", "broad"),
        ("districts of Norway", "several"),
        ("rural areas of Norway", "several"),
        ("towns north of Norvik", "several"),
        ("Bridges", "spot"),
        ("", "spot"),
    ],
)
def test_names_suggest_it(place: str, extent: str) -> None:
    assert Extents(Profile()).of(place) == extent


def test_the_profile_knows_better() -> None:
    places = (Place("p.1", "Norvik", "region"), Place("p.2", "Hill Province", "town", names=("Hillland",)))
    extents = Extents(Profile(places=places))
    assert [extents.of(name) for name in ("Norvik", "Hill Province", "hillland")] == ["broad", "spot", "spot"]
