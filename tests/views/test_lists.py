"""Claimers by name; places for the board."""

from __future__ import annotations

import pytest

from sayso.ledger.interface import LedgerView
from sayso.model.errors import NotFound
from sayso.views.lists import place_names, who_of
from views.hills import door


def test_places_for_the_board(hills: LedgerView) -> None:
    assert place_names(hills, "Hills", door) == {"Hills", "Alder Bridge", "Birch Mill"}
    assert place_names(hills, "Alder Bridge", door) == {"Alder Bridge"}


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
