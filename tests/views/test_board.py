"""The board: order, filters, one question in full."""

from __future__ import annotations

import pytest

from sayso.ledger.interface import LedgerView
from sayso.model.errors import NotFound
from sayso.views.board import Asked, board_of, question_of


def test_contested_points_come_first_with_their_lines(hills: LedgerView) -> None:
    board = board_of(hills)
    assert {point.status for point in board[:2]} == {"contested"}
    bridge = next(point for point in board if point.place == "Alder Bridge")
    assert {line.evidence.split()[0] for answer in bridge.answers for line in answer.lines} == {"Ilo", "Una"}
    assert all(answer.articles == len({line.article for line in answer.lines}) for answer in bridge.answers)
    assert len(board_of(hills, 1)) == 1
    assert board_of(hills, 1) == board[:1]


def test_relations_name_the_answers_by_place_and_words(hills: LedgerView) -> None:
    for point in board_of(hills):
        for relation in point.relations:
            assert point.answers[relation.first].answer == relation.left
            assert point.answers[relation.second].answer == relation.right
            assert relation.reason


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (Asked(type="casualties"), {"Birch Mill"}),
        (Asked(places=frozenset({"Birch Mill", "nowhere"})), {"Birch Mill"}),
        (Asked(status="contested", places=frozenset({"Hills"})), set()),
        (Asked(status="no such status"), set()),
    ],
)
def test_filters(hills: LedgerView, asked: Asked, places: set[str]) -> None:
    assert {point.place for point in board_of(hills, asked=asked)} == places


def test_one_question(hills: LedgerView) -> None:
    point = board_of(hills)[0]
    assert question_of(hills, point.id) == point
    with pytest.raises(NotFound):
        question_of(hills, "qu-nothing")
