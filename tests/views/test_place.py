"""The place ledger: states by day, claims by side, what lies around."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ledger import open_view
from sayso.ledger.interface import LedgerView
from sayso.model.codec import to_record
from sayso.model.errors import NotFound
from sayso.model.profile import Party, Profile
from sayso.views.clocks import clocks
from sayso.views.ground import Assessed, days_of
from sayso.views.place import PlaceLedger, place_of
from sayso.views.then import Then
from views.campaign import make_campaign
from views.hills import PROFILE, door


def oak_ford(ledger: LedgerView, profile: Profile = PROFILE) -> PlaceLedger:
    return place_of(ledger, "Oak Ford", door, profile)


def test_how_a_place_stood_day_by_day(campaign: LedgerView) -> None:
    states = oak_ford(campaign).states
    assert [(state.since, state.until, state.words) for state in states] == [
        ("2031-03-01", "2031-03-01", "claimed by Reds only"),
        ("2031-03-02", "2031-03-03", "contested: claimed for Reds, disputed by Blues"),
        ("2031-03-04", "2031-03-04", "held by Reds, conceded by Blues"),
        ("2031-03-05", None, "claimed by Blues only"),
    ]
    assert [state.lwj for state in states] == ["Unconfirmed", "Contested", "Controlled", "Unconfirmed"]
    assert [state.viina for state in states] == [None, "CONTESTED", "Reds", None]
    for state in states:
        assert state.lines
        assert {line.place for line in state.lines} == {"Oak Ford"}


def test_viina_has_the_code_of_a_country_where_the_profile_gives_it(campaign: LedgerView) -> None:
    reds = Party("Reds", "armed group", "Reds", country="RX")
    states = oak_ford(campaign, Profile(parties=(reds, PROFILE.parties[1]))).states
    assert states[2].viina == "RX"


def test_one_row_a_day(campaign: LedgerView) -> None:
    found = oak_ford(campaign)
    rows = days_of(found.name, found.states, "2031-03-06")
    assert [(row.date, row.status, row.lwj) for row in rows] == [
        ("2031-03-01", None, "Unconfirmed"),
        ("2031-03-02", "CONTESTED", "Contested"),
        ("2031-03-03", "CONTESTED", "Contested"),
        ("2031-03-04", "Reds", "Controlled"),
        ("2031-03-05", None, "Unconfirmed"),
        ("2031-03-06", None, "Unconfirmed"),
    ]
    assert {row.name for row in rows} == {"Oak Ford"}
    assert len(days_of(found.name, found.states)) == 5
    assert days_of(found.name, (), "2031-03-06") == ()


def test_only_people_assess(campaign: LedgerView) -> None:
    judged = Assessed("2031-03-04", "held by Reds", "Ada", "seen on pictures")
    found = place_of(campaign, "Oak Ford", door, PROFILE, [judged])
    assert [state.assessed for state in found.states] == [None, None, judged, None]
    assert [row.assessed for row in days_of(found.name, found.states)][3:] == ["held by Reds", None]
    assert {state.assessed for state in oak_ford(campaign).states} == {None}


def test_each_side_with_its_claims_over_time(campaign: LedgerView) -> None:
    reds, blues, *_ = oak_ford(campaign).groups
    assert (reds.name, blues.name) == ("Reds", "Blues")
    taken = next(claim for claim in reds.claims if claim.type == "takeover")
    assert (taken.claim, taken.first, taken.last) == ("Reds has taken Oak Ford", "2031-03-01", "2031-03-04")
    assert (taken.articles, taken.origins, taken.also) == (2, 1, ())
    assert [line.claimer for line in taken.denials] == ["Una Holt"]
    assert [claim.first for claim in blues.claims] == ["2031-03-02", "2031-03-04", "2031-03-05"]
    assert blues.claims[0].claim == "not so: Reds has taken Oak Ford"
    assert len(oak_ford(campaign).lines) == 9


def test_disclaimers_are_told(hills: LedgerView) -> None:
    found = place_of(hills, "Birch Mill", door, PROFILE)
    (disclaimer,) = [d for group in found.groups for claim in group.claims for d in claim.disclaimers]
    assert (disclaimer.kind, disclaimer.by, disclaimer.article) == ("unverified", "Valley Wire", "mill.txt")


def test_as_of_and_known_on_a_day(campaign: LedgerView) -> None:
    found = oak_ford(Then(campaign, clocks(as_of="2031-03-02"), PROFILE))
    assert [state.words for state in found.states][-1] == "contested: claimed for Reds, disputed by Blues"
    assert (found.clocks.taken, found.clocks.later) == (3, 6)
    known = oak_ford(Then(campaign, clocks(known_on="2031-03-04"), PROFILE))
    assert known.states[-1].words == "held by Reds, conceded by Blues"
    assert (known.clocks.unknown, known.clocks.left_out) == (2, 2)
    assert {q.status for q in known.questions if q.question == "Who holds Oak Ford?"} == {"conceded"}
    empty = oak_ford(Then(campaign, clocks(as_of="2001"), PROFILE))
    assert (empty.states, empty.groups, empty.clocks.taken) == ((), (), 0)


def test_the_order_of_arrival_changes_nothing(campaign: LedgerView, tmp_path: Path) -> None:
    expected = to_record(oak_ford(campaign))
    for seed in range(3):
        with open_view(make_campaign(tmp_path / f"{seed}.db", seed=seed)) as ledger:
            assert to_record(oak_ford(ledger)) == expected


def test_a_region_is_not_the_places_in_it(hills: LedgerView) -> None:
    found = place_of(hills, "Hills", door, PROFILE)
    assert found.extent == "broad"
    assert found.states == ()  # what is demanded is no state, and the bridge's is the bridge's
    assert [other.name for other in found.surroundings.inside] == ["Alder Bridge", "Birch Mill"]
    bridge = place_of(hills, "alder", door, PROFILE)
    assert (bridge.name, bridge.extent) == ("Alder Bridge", "spot")
    assert [other.name for other in bridge.surroundings.around] == ["Hills"]
    assert [other.name for other in bridge.surroundings.near] == ["Birch Mill"]
    assert [(q.question, q.status) for q in bridge.questions] == [("Who holds Alder Bridge?", "contested")]


def test_sentences_that_name_it_under_another_place(campaign: LedgerView) -> None:
    assert oak_ford(campaign).mentions == ()
    found = place_of(campaign, "Fen Lock", door, PROFILE)
    assert {line.place for line in found.lines} == {"Fen Lock"}


@pytest.mark.parametrize("asked", ["Birch Mill", "Burch Mill", "mill", "Moulin"])
def test_spellings_parts_and_other_names_of_a_place(hills: LedgerView, asked: str) -> None:
    assert place_of(hills, asked, door, PROFILE).name == "Birch Mill"


def test_no_such_place(hills: LedgerView) -> None:
    with pytest.raises(NotFound, match="names no place like 'Zzzz'"):
        place_of(hills, "Zzzz", door, PROFILE)
