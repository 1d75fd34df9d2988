"""One article and what was read in it."""

from __future__ import annotations

from sayso.ledger.interface import LedgerView
from sayso.views.sheet import sheet_of


def test_what_is_known_of_an_article(hills: LedgerView) -> None:
    sheet = sheet_of(hills, "bridge.txt")
    assert (sheet.title, sheet.outlet, sheet.standing) == ("Bridge taken", "Hill Post", "read")
    assert len(sheet.lines) == 4
    assert sheet_of(hills, sheet.id) == sheet


def test_kin_are_other_articles_only(hills: LedgerView) -> None:
    for name in ("bridge.txt", "mill.txt"):
        for kin in sheet_of(hills, name).kin:
            assert name not in kin.articles
            assert kin.articles
            assert kin.evidence
