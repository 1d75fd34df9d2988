"""What lies in what, and what is called alike."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ledger.interface import LedgerView
from sayso.views.surroundings import Other, surroundings
from views.hills import door

IDS = {"Hills": "hills", "Alder Bridge": "hills.alder", "Birch Mill": "hills.birch", "Coast": "coast"}
COUNTS = {"Hills": 2, "Alder Bridge": 3, "Birch Mill": 5, "Coast": 1, "villages of the Hills": 4, "Hillz": 1}
MAP = door()


def test_places_in_it_around_it_and_called_alike() -> None:
    hills = surroundings("Hills", COUNTS, IDS, MAP)
    assert hills.inside == (Other("Birch Mill", 5), Other("Alder Bridge", 3))
    assert hills.around == ()
    assert hills.alike == (Other("villages of the Hills", 4), Other("Hillz", 1))
    assert surroundings("Alder Bridge", COUNTS, IDS, MAP).around == (Other("Hills", 2),)


@pytest.mark.parametrize("gazetteer", [None, MAP])
def test_without_a_gazetteer_or_an_id_names_alone_tell(gazetteer: Any) -> None:
    found = surroundings("villages of the Hills", COUNTS, IDS, gazetteer)
    assert (found.inside, found.around) == ((), ())
    assert [other.name for other in found.alike] == ["Hills"]


def test_part_of_a_word_is_not_alike() -> None:
    assert surroundings("Oak", {"Oak": 1, "Oakham": 1}, {}, None).alike == ()


def test_counts_and_ids_come_from_the_ledger(hills: LedgerView) -> None:
    assert hills.names("place", "place_from", "place_to") == {"Alder Bridge": 3, "Birch Mill": 2, "Hills": 1}
    assert hills.placed()["Birch Mill"] == "hills.birch"


def test_what_is_near_and_neither_in_it_nor_around_it() -> None:
    assert surroundings("Alder Bridge", COUNTS, IDS, MAP).near == (Other("Birch Mill", 5),)
    assert surroundings("Hills", COUNTS, IDS, MAP).near == ()
