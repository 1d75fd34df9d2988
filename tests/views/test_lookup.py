"""What an id stands for."""

from __future__ import annotations

import pytest

from sayso.ledger.interface import LedgerView
from sayso.model.errors import NotFound
from sayso.views.lookup import Meant, look_up


def test_ids_and_their_starts(hills: LedgerView) -> None:
    statement = next(hills.statements())
    question = next(hills.questions())
    article = next(hills.articles())
    for key in (statement.id, statement.id[:11], statement.id[3:11]):
        assert look_up(hills, key) == Meant("statement", statement.id)
    for key in (question.id, question.id[:11]):
        assert look_up(hills, key) == Meant("question", question.id)
    for key in (article.id, article.id[:12], article.name):
        assert look_up(hills, key) == Meant("article", article.id)


def test_several_fit(hills: LedgerView) -> None:
    with pytest.raises(
        NotFound, match=r"'st-' fits several ids; give more of the one that you mean: st-\w{16}, "
    ):
        look_up(hills, "st-")


@pytest.mark.parametrize("key", ["", "st-zz", "\x1b[31m", "%", "bridge"])
def test_nothing_fits(hills: LedgerView, key: str) -> None:
    with pytest.raises(NotFound, match="nothing in this ledger has the id"):
        look_up(hills, key)
