"""A ledger as it was on a day, by either clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import open_view, open_writer
from sayso.ledger.interface import LedgerView, Record, Wanted
from sayso.model.errors import NotFound
from sayso.pipeline.weigh import weigh_ledger
from sayso.views.clocks import clocks
from sayso.views.contract import rows_of
from sayso.views.then import Then, clock_words
from views.campaign import DAYS, make_campaign, records, undated
from views.hills import PROFILE, article

KINDS = ("statements", "questions", "claims", "articles", "issues")


def exported(ledger: LedgerView) -> dict[str, list[object]]:
    return {kind: list(rows_of(ledger, kind)) for kind in KINDS}


def then(ledger: LedgerView, as_of: str | None = None, known_on: str | None = None) -> Then:
    return Then(ledger, clocks(as_of, known_on), PROFILE)


@pytest.mark.parametrize("asked", [(None, None), ("9000-01-01", None), (None, "9000"), ("9000", "9000-01")])
def test_the_far_future_is_now(campaign: LedgerView, asked: tuple[str | None, str | None]) -> None:
    assert exported(then(campaign, *asked)) == exported(campaign)
    assert then(campaign, *asked).counts() == campaign.counts()
    assert then(campaign, *asked).search("Oak") == campaign.search("Oak")
    for statement in campaign.statements():
        of = {statement.id, statement.article}
        for kind in ("questions", "claims", "lineages", "moments"):
            assert list(getattr(then(campaign, *asked), kind)(of)) == list(getattr(campaign, kind)(of))


@pytest.mark.parametrize("last", [1, 2, 3, 4, 5])
def test_known_on_a_day_is_the_ledger_of_that_day(campaign: LedgerView, tmp_path: Path, last: int) -> None:
    made = make_campaign(tmp_path / "then.db", [day for day in DAYS if day <= last])
    with open_view(made) as ledger:
        known = then(campaign, known_on=f"2031-03-{last:02}")
        assert exported(known) == exported(ledger)
        assert known.counts() == ledger.counts()
        assert set(known.lineages()) == set(ledger.lineages())


def test_as_of_a_day_leaves_out_what_lies_ahead(campaign: LedgerView) -> None:
    found = then(campaign, as_of="2031-03-02")
    assert {s.said_on for s in found.statements()} == {"2031-03-01", "2031-03-02"}
    assert len(list(found.articles())) == len(DAYS)  # as of knows no publication
    assert found.sifted[1].later == 8


@pytest.mark.parametrize("as_of", ["2031-03-01", "2031-03-03", "2031-03-04"])
def test_what_is_asked_of_some_is_as_if_all_were_weighed(campaign: LedgerView, as_of: str) -> None:
    whole, part = then(campaign, as_of), then(campaign, as_of)
    questions, claims = list(whole.questions()), list(whole.claims())
    for statement in whole.statements():
        of = {statement.id}
        held = [q for q in questions if any(statement.id in a.statements for a in q.answers)]
        assert list(part.questions(of)) == held
        assert list(part.claims(of)) == [c for c in claims if statement.id in (*c.asserted, *c.denied)]
    assert list(part.questions(())) == []


def test_what_does_not_count_is_not_found(campaign: LedgerView) -> None:
    late = next(s for s in campaign.statements() if s.said_on == "2031-03-05")
    found = then(campaign, known_on="2031-03-03")
    with pytest.raises(NotFound, match="does not count known on 2031-03-03"):
        found.statement(late.id)
    with pytest.raises(NotFound, match=r"day-05\.txt was not known"):
        found.article("day-05.txt")
    assert list(found.statements(Wanted(ids=frozenset({late.id})))) == []
    assert [hit.article for hit in found.search("Oak Ford", 50)].count("day-05.txt") == 0
    assert found.search("Oak", 2) == found.search("Oak", 50)[:2]


@pytest.fixture
def read_late(tmp_path: Path) -> Iterator[LedgerView]:
    """Give a ledger of a dated paper and one without any date."""
    first, second = records([1, 2])
    with open_writer(tmp_path / "late.db") as ledger:
        for record in (first, undated(second)):
            ledger.add(record)
        weigh_ledger(ledger, PROFILE)
    with open_view(tmp_path / "late.db") as view:
        yield view


def test_what_has_no_day_counts_as_of_any_and_is_known_since_it_was_read(read_late: LedgerView) -> None:
    early = then(read_late, as_of="2031-03-01")
    assert early.sifted[1].undated == 2
    assert len(list(early.statements())) == 3
    unread = then(read_late, known_on="2001-01-01")
    assert (unread.sifted[1].unknown, list(unread.articles()), list(unread.questions())) == (3, [], [])
    since = then(read_late, known_on=next(reversed(list(read_late.chain()))).recorded_on)
    # The paper of 2031 is published after the day on which this test runs, the other is read on it.
    assert (since.sifted[1].by_reading, since.sifted[1].unknown) == (2, 1)
    assert [article.name for article in since.articles()] == ["day-02.txt"]


def test_the_clocks_in_words() -> None:
    assert clock_words(clocks("2031-03-07", "2031-03-09")) == "as of 2031-03-07, known on 2031-03-09"
    assert clock_words(clocks(known_on="2031-03-09T06:00")) == "known on 2031-03-09T06:00:00"


def test_links_to_what_was_not_known_are_cut(tmp_path: Path) -> None:
    text = " ".join(f"word{n}" for n in range(200))
    with open_writer(tmp_path / "copies.db") as ledger:
        for n in range(3):
            copy = article(f"copy-{n}.txt", f"{text} {n}", published=f"2031-03-0{n + 1}")
            ledger.add(Record(copy, "read", "by hand/1"))
        weigh_ledger(ledger, PROFILE)
        papers = {a.name: a.id for a in ledger.articles()}
        of = {papers["copy-0.txt"]}
        assert all(not of.isdisjoint(one.members) for one in ledger.lineages(of))
        assert list(ledger.lineages(of))
        known = [one.members for one in then(ledger, known_on="2031-03-02").lineages(of)]
        assert not any(papers["copy-2.txt"] in members for members in known)
        assert all(len(members) > 1 for members in known)
        assert list(then(ledger, known_on="2031-03-01").lineages(of)) == []
