"""Where a claim comes from, and stories, as faces show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import open_view, open_writer
from sayso.ledger.interface import LedgerView, Record
from sayso.model.article import Article
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.model.proposition import Figure, Proposition
from sayso.model.statement import Statement
from sayso.pipeline.weigh import weigh_ledger
from sayso.views.origins import origins_of
from sayso.views.sheet import sheet_of
from sayso.views.stories import stories_in
from views.hills import said
from weighing.invented import group

KILLED = Proposition("casualties", place="Quilpa", quantity=Figure("killed", low=17))
TEXTS = {
    "wire": "At least 17 people",
    "cut": "at least 17 people, five of them children, were killed",
    "reword": "leaving no fewer than 17 dead",
    "ind2": "at least 16 dead",
}


def _articles() -> dict[str, Article]:
    return {name: replace(one, name=f"{name}.txt") for name, one in group("03-quilpa-market").items()}


@pytest.fixture(scope="module")
def quilpa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerView]:
    path: Path = tmp_path_factory.mktemp("quilpa") / "quilpa.db"
    with open_writer(path) as ledger:
        for name, one in _articles().items():
            told: tuple[Statement, ...] = ()
            if name in TEXTS:
                told = (said(one, TEXTS[name], one.voice, None, KILLED, attribution="narrator"),)
            ledger.add(Record(replace(one, capture=None), "read", "test", statements=told))
        weigh_ledger(ledger, Profile())
    with open_view(path) as view:
        yield view


def test_copies_come_down_to_one_origin_with_the_passages_side_by_side(quilpa: LedgerView) -> None:
    question = next(iter(quilpa.questions()))
    (found,) = origins_of(quilpa, question.id[:8])
    assert (found.articles, found.texts, len(found.origins)) == (4, 2, 2)
    first, second = found.origins
    assert [source.articles for source in first.sources] == [("cut.txt", "reword.txt", "wire.txt")]
    assert first.sources[0].agency == "APS"
    assert second.sources[0].articles == ("ind2.txt",)
    assert len(found.authorities) == 2
    texts = {one.name: one.text for one in _articles().values()}
    shown = [(tie, one) for tie in first.ties for one in tie.shared]
    assert {tie.kind for tie, _ in shown} == {"shared-text", "retold-text"}
    for tie, one in shown:
        assert texts[tie.left][one.left_start : one.left_end] == one.left
        assert texts[tie.right][one.right_start : one.right_end] == one.right


def test_a_statement_and_a_claim_have_origins_too(quilpa: LedgerView) -> None:
    statement = next(iter(quilpa.statements()))
    (of_statement,) = origins_of(quilpa, statement.id)
    claim = next(claim for claim in quilpa.claims() if statement.id in claim.asserted)
    (of_claim,) = origins_of(quilpa, claim.id)
    assert of_statement.articles == 4
    assert set(of_claim.authorities) <= set(of_statement.authorities)


@pytest.mark.parametrize("key", ["", "qu-zzzz", "nothing"])
def test_what_is_not_there_is_not_found(quilpa: LedgerView, key: str) -> None:
    with pytest.raises(NotFound):
        origins_of(quilpa, key)


def test_stories_name_their_articles(quilpa: LedgerView) -> None:
    first, *_ = stories_in(quilpa)
    assert {"wire.txt", "reword.txt", "ind.txt"} <= set(first.articles)
    assert first.first == "2033-03-18"
    assert sheet_of(quilpa, "wire.txt").story == first.id
    assert sum(len(story.articles) for story in stories_in(quilpa)) == len(_articles())


def test_a_sheet_names_all_that_carry_the_text(quilpa: LedgerView) -> None:
    kin = sheet_of(quilpa, "reword.txt").kin
    assert {name for one in kin for name in one.articles if one.kind.endswith("-text")} == {
        "wire.txt",
        "cut.txt",
    }
