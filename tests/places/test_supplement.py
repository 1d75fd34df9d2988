"""The supplement: its files hold together and its points lie where they should."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from sayso.model.place import Place
from sayso.places.borders import border_id
from sayso.places.gazetteer import Gazetteer
from sayso.places.iso import subdivisions
from sayso.places.spelling import fold
from sayso.places.supplement.loader import Supplement, fingerprint, load_supplement


@pytest.fixture(scope="module")
def extra() -> Supplement:
    return load_supplement()


def test_it_is_rich(extra: Supplement) -> None:
    kinds = Counter(place.kind for place in extra.places)
    assert kinds["crossing"] >= 120
    assert kinds["town"] >= 300
    assert kinds["river"] >= 20
    assert len(extra.regions) >= 600


def test_points_are_on_the_globe(extra: Supplement) -> None:
    for place in extra.places:
        assert place.kind == "border" or (place.lat is not None and place.lon is not None), place.id
        assert abs(place.lat or 0) <= 90, place.id
        assert abs(place.lon or 0) <= 180, place.id


def test_crossings_stand_on_borders_of_the_gazetteer(extra: Supplement, world: Gazetteer) -> None:
    for place in extra.places:
        if place.kind == "crossing":
            border = world.place(place.on or "")
            assert border is not None, place.id
            assert place.country in (border.between or ()), place.id


def test_every_place_is_found_by_its_name_at_home(extra: Supplement, world: Gazetteer) -> None:
    rivals: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for place in extra.places:
        for name in (place.name, *place.names):
            rivals[fold(name), place.country].add(place.id)
    missed = []
    for place in extra.places:
        if place.country is None or len(rivals[fold(place.name), place.country]) > 1:
            continue
        found = world.find(place.name, countries=(place.country,), kinds=frozenset([place.kind, "city"]))
        if found.place is None or found.place.id != place.id:
            missed.append((place.id, found.reason))
    assert missed == []


def test_regions_and_insides_exist(extra: Supplement, world: Gazetteer) -> None:
    for outer, inner in extra.holds.items():
        for id_ in (outer, *inner):
            assert world.place(id_) is not None, id_
    for code in extra.regions:
        assert world.place(code) is not None, code


def test_own_region_codes_are_marked(extra: Supplement) -> None:
    listed = {s.code for s in subdivisions()}
    assert all(code.split("-")[1].startswith("X") for code in extra.regions if code not in listed)


def test_regions_of_conflict_countries_have_a_point(extra: Supplement, world: Gazetteer) -> None:
    """A region with a point has a seat, so that towns can be put inside (three seats are in no data)."""
    bare = [c for c in extra.regions if (p := world.place(c)) is not None and p.lat is None]
    assert len(bare) <= 3, bare


def test_fingerprint_is_stable() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 8


def test_border_ids_do_not_depend_on_order() -> None:
    assert border_id("TJ", "AF") == border_id("AF", "TJ") == "border-AF-TJ"


def test_place_is_the_model_type(extra: Supplement) -> None:
    assert all(isinstance(p, Place) for p in extra.places)
