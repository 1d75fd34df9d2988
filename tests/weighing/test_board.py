"""What a reader sees first."""

from __future__ import annotations

from typing import Any

from sayso.weighing import weigh
from sayso.weighing.board import rank
from weighing.saying import PROFILE, people, said, told

DAY: dict[str, Any] = {"when": "2031-03-04"}


def _order(*statements: Any) -> list[str]:
    questions = weigh([], statements, PROFILE).questions
    ranked = rank(questions, {s.id: s.article for s in statements})
    assert rank(questions[::-1], {s.id: s.article for s in statements}) == ranked
    return [question.place or question.actor or "" for question in ranked]


def test_points_at_issue_come_first_then_figures_that_differ_then_the_rest() -> None:
    assert _order(
        told("1", "Post", "control", actor="Reds", place="Calm"),
        told("2", "Herald", "control", actor="Reds", place="Calm"),
        told("3", "Mail", "control", actor="Reds", place="Calm"),
        told("4", "Post", "flight", actor="people", place="Sund", quantity=people(100), **DAY),
        told("5", "Post", "flight", actor="people", place="Sund", quantity=people(900), when="2031-06-01"),
        said("6", "Reds", "control", actor="Reds", place="Norvik", **DAY),
        said("7", "Blues", "control", actor="Blues", place="Norvik", **DAY),
    ) == ["Norvik", "Sund", "Calm"]


def test_more_sides_then_more_statements_then_more_articles() -> None:
    def contest(place: str, *sides: str, article: str = "a") -> list[Any]:
        return [
            said(f"{place}{n}", side, "control", actor=side, place=place, article=f"{article}{n % 2}", **DAY)
            for n, side in enumerate(sides)
        ]

    assert _order(
        *contest("Two", "Reds", "Blues"),
        *contest("Three", "Reds", "Blues", "Greens"),
        *contest("Often", "Reds", "Blues", "Blues"),
    ) == ["Three", "Often", "Two"]


def test_no_questions_make_an_empty_board() -> None:
    assert rank([]) == []


def test_what_else_is_said_comes_after_what_is_asked() -> None:
    children: dict[str, Any] = {"actor": "Reds", "target": "children"}
    assert _order(
        said("1", "Greens", "other", **children),
        said("2", "Blues", "other", **children),
        said("3", "Reds", "other", epistemic="false-certain", **children),
        said("6", "Reds", "control", actor="Reds", place="Norvik", **DAY),
        said("7", "Blues", "control", actor="Blues", place="Norvik", **DAY),
    ) == ["Norvik", "Reds"]
