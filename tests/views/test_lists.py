"""Places by side, claimers by name."""

from __future__ import annotations

from typing import Any, cast

import pytest

from sayso.ledger.interface import LedgerView
from sayso.model.errors import NotFound
from sayso.model.place import Place
from sayso.places.choosing import Found
from sayso.places.gazetteer import Gazetteer
from sayso.views.lists import place_names, place_of, who_of


class Map:
    """Knows the mill by an old name, and what lies in the Hills."""

    def within(self, inner: str, outer: str) -> bool:
        return f"{inner}.".startswith(f"{outer}.")

    def find(self, name: str, **_: Any) -> Found:
        known = name == "Moulin"
        return Found(Place("hills.birch", "Birch Mill", "town") if known else None, 1.0, "")


def door() -> Gazetteer:
    return cast("Gazetteer", Map())


def test_a_place_by_side_in_the_order_of_days(hills: LedgerView) -> None:
    listing = place_of(hills, "alder", door)
    assert listing.name == "Alder Bridge"
    assert [(group.name, len(group.lines)) for group in listing.groups] == [("Blues", 2), ("Reds", 1)]
    assert [line.day for line in listing.groups[0].lines] == ["2031-03-04", "2031-03-04"]
    assert [(head.question, head.status) for head in listing.questions] == [
        ("Who holds Alder Bridge?", "contested")
    ]
    assert [other.name for other in listing.surroundings.around] == ["Hills"]


@pytest.mark.parametrize("asked", ["Birch Mill", "Burch Mill", "mill", "Moulin"])
def test_spellings_parts_and_other_names_of_a_place(hills: LedgerView, asked: str) -> None:
    assert place_of(hills, asked, door).name == "Birch Mill"


def test_places_for_the_board(hills: LedgerView) -> None:
    assert place_names(hills, "Hills", door) == {"Hills", "Alder Bridge", "Birch Mill"}
    assert place_names(hills, "Alder Bridge", door) == {"Alder Bridge"}


def test_no_such_place(hills: LedgerView) -> None:
    with pytest.raises(NotFound, match="names no place like 'Zzzz'"):
        place_of(hills, "Zzzz", door)


def test_a_side_by_claimer(hills: LedgerView) -> None:
    listing = who_of(hills, "Blues")
    assert [group.name for group in listing.groups] == ["Una Holt"]
    assert len(listing.lines) == 3
    assert {head.status for head in listing.questions} == {"contested"}


def test_a_person_by_a_part_of_the_name(hills: LedgerView) -> None:
    assert who_of(hills, "marsh").name == "Ilo Marsh"
    assert len(who_of(hills, "marsh").lines) == 2


def test_actors_who_claim_nothing_are_no_claimers(hills: LedgerView) -> None:
    with pytest.raises(NotFound, match="names no claimer like 'Alder Bridge'"):
        who_of(hills, "Alder Bridge")
