from __future__ import annotations

from typing import Any

from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.reading.both import merged


def statement(kind: Any, first: int, last: int, actor: str = "A") -> Statement:
    span = Span(first, last)
    made = Statement(
        "", "art", "x" * len(span), span, "narrator", "true-certain", "actual", Proposition(kind, actor)
    )
    return made.identified()


TAKEN = statement("takeover", 0, 20, "rule")
HELD = statement("control", 30, 50, "rule")


def test_what_networks_bear_out_is_kept_as_the_rules_have_it() -> None:
    faint = [statement("takeover", 5, 15, "network")]
    assert merged([TAKEN], [], faint) == [TAKEN]
    assert merged([TAKEN], faint, faint) == [TAKEN]


def test_what_no_network_sees_is_dropped() -> None:
    assert merged([TAKEN, HELD], [], [statement("takeover", 5, 15), statement("attack", 30, 50)]) == [TAKEN]


def test_what_networks_are_sure_of_is_added_in_text_order() -> None:
    sure = statement("attack", 25, 28)
    faint = [statement("takeover", 5, 15), statement("control", 30, 50), sure]
    assert merged([TAKEN, HELD], [sure], faint) == [TAKEN, sure, HELD]
