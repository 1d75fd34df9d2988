"""One statement in its paragraph."""

from __future__ import annotations

from sayso.ledger.interface import LedgerView
from sayso.views.shown import show_of
from views.hills import BRIDGE


def test_the_pieces_join_to_the_paragraph(hills: LedgerView) -> None:
    denial = next(s for s in hills.statements() if s.epistemic == "false-certain")
    shown = show_of(hills, denial.id)
    assert shown.before + shown.evidence + shown.after == BRIDGE.split("\n\n")[1]
    assert BRIDGE[shown.start : shown.end] == shown.evidence
    assert (shown.line.article, shown.line.says, shown.published) == ("bridge.txt", "denies", "2031-03-04")
    assert [(feeds.question, feeds.status) for feeds in shown.questions] == [
        ("Who holds Alder Bridge?", "contested")
    ]


def test_gaps_say_what_is_open(hills: LedgerView) -> None:
    open_ = [show_of(hills, s.id) for s in hills.statements() if s.gaps]
    assert [(gap.slot, gap.words) for shown in open_ for gap in shown.gaps] == [("when", "no day is given")]
