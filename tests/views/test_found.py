"""Search results."""

from __future__ import annotations

from sayso.ledger.interface import LedgerView
from sayso.views.found import found_in


def test_statements_come_with_their_claimers_then_articles(hills: LedgerView) -> None:
    hits = found_in(hills, "birch", 10)
    assert [hit.kind for hit in hits] == ["statement"] * 2 + ["article"] * 2
    assert {(hit.who, hit.says) for hit in hits[:2]} == {
        ("Una Holt (for Blues)", "claims"),
        ("Ilo Marsh (for Reds)", "claims"),
    }
    assert {(hit.who, hit.says) for hit in hits[2:]} == {("Hill Post", "writes"), ("Valley Wire", "writes")}
    assert "[Birch]" in hits[0].excerpt
    assert len(found_in(hills, "birch", 1)) == 1
    assert found_in(hills, "zzz", 10) == ()
