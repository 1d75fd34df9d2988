"""What is new between two moments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import open_view, open_writer
from sayso.ledger.interface import LedgerView
from sayso.model.codec import to_record
from sayso.model.errors import UsageError
from sayso.pipeline.weigh import weigh_ledger
from sayso.views.diff import Diff, diff_of
from views.campaign import make_campaign, records
from views.hills import PROFILE


def told(found: Diff) -> list[tuple[str, str]]:
    """Return kinds and texts, without the questions in brackets, and the reason of an admission."""
    return [(one.kind, one.text.partition(" (How")[0].partition("? ")[0]) for one in found.changes]


def of_day(ledger: LedgerView, day: int) -> Diff:
    return diff_of(ledger, PROFILE, f"2031-03-{day:02}", f"2031-03-{day:02}")


@pytest.mark.parametrize(
    ("day", "changes"),
    [
        (1, [("new claim", "Reds has taken Oak Ford")]),
        (
            2,
            [
                ("denial", "Blues denies: Reds has taken Oak Ford"),
                ("new claim", "somebody inflicts losses: 10 killed at Oak Ford"),
            ],
        ),
        (
            3,
            [
                ("figure", "Reds: 10 killed → 30 killed"),
                ("new claim", "Reds holds Fen Lock"),
                ("new claim", "somebody inflicts losses: 30 killed at Oak Ford"),
                ("new claim", "somebody inflicts losses: 90 killed at Oak Ford"),
            ],
        ),
        (
            4,
            [
                ("admission", "Who holds Oak Ford"),
                ("verification", "confirmed by Monitors: Reds has taken Oak Ford"),
                ("new claim", "Blues leaves Oak Ford"),
            ],
        ),
    ],
)
def test_each_day_has_its_news(campaign: LedgerView, day: int, changes: list[tuple[str, str]]) -> None:
    found = of_day(campaign, day)
    assert told(found) == changes
    assert all(one.line.article == f"day-{day:02}.txt" for one in found.changes)
    assert found.articles == 1


def test_a_place_that_changes_hands_is_a_reversal(campaign: LedgerView) -> None:
    first, *rest = of_day(campaign, 5).changes
    assert (first.kind, first.place) == ("reversal", "Oak Ford")
    assert (first.was, first.now) == ("held by Reds, conceded by Blues", "claimed by Blues only")
    assert first.line.evidence == "The Blues took Oak Ford back, says Una Holt."
    assert {one.kind for one in rest} == {"new claim"}


def test_a_range_that_widens(campaign: LedgerView) -> None:
    found = diff_of(campaign, PROFILE, "2031-03-03", "2031-03-03")
    (figure,) = [one for one in found.changes if one.kind == "figure"]
    assert (figure.was, figure.now, figure.side) == ("10 killed", "30 killed", "Reds")


def test_a_claim_goes_quiet_while_its_place_stays_in_the_news(campaign: LedgerView) -> None:
    found = diff_of(campaign, PROFILE, "2031-03-06", "2031-03-15", quiet_days=7)
    (quiet,) = [one for one in found.changes if one.kind == "quiet"]
    assert (quiet.place, quiet.was, quiet.side) == ("Fen Lock", "2031-03-03", "Reds")
    assert quiet.line.evidence == "Fen Lock is ours, say the Reds."
    assert not [one for one in of_day(campaign, 5).changes if one.kind == "quiet"]
    later = diff_of(campaign, PROFILE, "2031-03-06", "2031-03-15", quiet_days=13)
    assert not [one for one in later.changes if one.kind == "quiet"]


def test_all_at_once_is_new_and_nothing_is_news_of_nothing(campaign: LedgerView) -> None:
    found = diff_of(campaign, PROFILE, "2031-01-01")
    assert (found.since, found.until) == ("2031-01-01T00:00:00", "2031-03-15T23:59:59")
    assert (found.articles, found.statements, found.by_reading) == (6, 11, 0)
    empty = diff_of(campaign, PROFILE, "2031-03-07", "2031-03-09")
    assert (empty.changes, empty.articles, empty.statements) == ((), 0, 0)


def test_days_together_hold_the_new_claims_of_each(campaign: LedgerView) -> None:
    each = [
        one.record
        for day in (1, 2, 3, 4, 5)
        for one in of_day(campaign, day).changes
        if one.kind == "new claim"
    ]
    whole = diff_of(campaign, PROFILE, "2031-03-01", "2031-03-05")
    assert sorted(one.record for one in whole.changes if one.kind == "new claim") == sorted(each)


def test_as_of_leaves_out_what_is_about_later_days(campaign: LedgerView) -> None:
    found = diff_of(campaign, PROFILE, "2031-03-01", "2031-03-05", as_of="2031-03-02")
    assert found.statements == 3
    assert {one.day for one in found.changes} <= {"2031-03-01", "2031-03-02"}


def test_the_order_of_arrival_changes_nothing(campaign: LedgerView, tmp_path: Path) -> None:
    expected = to_record(diff_of(campaign, PROFILE, "2031-03-02"))
    for seed in range(3):
        with open_view(make_campaign(tmp_path / f"{seed}.db", seed=seed)) as ledger:
            assert to_record(diff_of(ledger, PROFILE, "2031-03-02")) == expected


def test_latecomers_are_counted_and_are_new_by_when_they_were_read(campaign: LedgerView) -> None:
    read_on = [entry.recorded_on[:10] for entry in campaign.chain()]
    found = diff_of(campaign, PROFILE, min(read_on), max(read_on))
    # The papers of 2031 are published after the day on which this test reads them.
    assert (found.statements, found.late) == (0, 0)
    read = diff_of(campaign, PROFILE, min(read_on), max(read_on), by_reading=True)
    assert (read.statements, read.by_reading, read.late) == (11, 11, 0)
    assert {one.kind for one in read.changes} >= {"new claim", "denial", "admission"}


def test_what_cannot_be_asked(campaign: LedgerView) -> None:
    with pytest.raises(UsageError, match="comes before"):
        diff_of(campaign, PROFILE, "2031-03-05", "2031-03-04")
    with pytest.raises(UsageError, match="is no day or moment"):
        diff_of(campaign, PROFILE, "Tuesday")


def test_what_was_published_before_and_read_since_is_counted(tmp_path: Path) -> None:
    paper, *_ = records([1])
    old = replace(paper, article=replace(paper.article, published="1999-03-01"))
    with open_writer(tmp_path / "old.db") as ledger:
        ledger.add(old)
        weigh_ledger(ledger, PROFILE)
        found = diff_of(ledger, PROFILE, "2001-01-01")
        assert (found.statements, found.late) == (0, 1)
        assert diff_of(ledger, PROFILE, "2001-01-01", "2001-01-02").late == 0
        assert diff_of(ledger, PROFILE, "2001-01-01", by_reading=True).statements == 1
