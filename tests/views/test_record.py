"""What became of a side's claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ledger import open_view
from sayso.ledger.interface import LedgerView
from sayso.model.codec import to_record
from sayso.model.errors import NotFound
from sayso.views.clocks import clocks
from sayso.views.record import OUTCOMES, record_of
from sayso.views.then import Then
from views.campaign import make_campaign
from views.hills import PROFILE


def test_counts_and_lists(campaign: LedgerView) -> None:
    found = record_of(campaign, "Reds", PROFILE)
    assert found.counts == {"withdrawn": 0, "conceded": 1, "denied": 0, "joined": 0, "alone": 3}
    assert tuple(found.counts) == OUTCOMES
    assert sum(found.counts.values()) == len(found.claims)
    first = found.claims[0]
    assert (first.claim, first.outcome, first.by) == ("Reds has taken Oak Ford", "conceded", ("Blues",))
    assert first.denied  # on the second day, before it was conceded
    assert [line.said_on for line in first.shown] == ["2031-03-04"]


def test_before_it_was_conceded_it_was_denied(campaign: LedgerView) -> None:
    known = Then(campaign, clocks(known_on="2031-03-03"), PROFILE)
    assert record_of(known, "Reds", PROFILE).counts["denied"] == 1
    first = Then(campaign, clocks(known_on="2031-03-01"), PROFILE)
    assert record_of(first, "Reds", PROFILE).counts == {
        "withdrawn": 0, "conceded": 0, "denied": 0, "joined": 0, "alone": 1,
    }  # fmt: skip


def test_plans_and_demands_are_no_claims_of_fact(campaign: LedgerView) -> None:
    found = record_of(campaign, "Hill Post", PROFILE)
    assert (found.claims, found.plans, found.free) == ((), 1, 0)


def test_a_part_of_the_name_will_do(campaign: LedgerView) -> None:
    assert record_of(campaign, "marsh", PROFILE).name == "Ilo Marsh"


def test_nobody_of_that_name(campaign: LedgerView) -> None:
    with pytest.raises(NotFound, match="names no claimer like"):
        record_of(campaign, "Zzz", PROFILE)
    with pytest.raises(NotFound, match="claims nothing that counts here"):
        record_of(Then(campaign, clocks(as_of="2001"), PROFILE), "Reds", PROFILE)


def test_the_order_of_arrival_changes_nothing(campaign: LedgerView, tmp_path: Path) -> None:
    expected = to_record(record_of(campaign, "Blues", PROFILE))
    for seed in range(3):
        with open_view(make_campaign(tmp_path / f"{seed}.db", seed=seed)) as ledger:
            assert to_record(record_of(ledger, "Blues", PROFILE)) == expected
