"""How answers bear on each other."""

from __future__ import annotations

from typing import Any

import pytest

from weighing.saying import asked, only, people, said, share, verdicts

TAKEN: dict[str, Any] = {"actor": "Reds", "place": "Norvik", "when": "2031-03-04"}
PART: dict[str, Any] = {"actor": "Reds", "place": "Hill Province", "when": "2031-03-04"}


def _verdict(first: dict[str, Any], second: dict[str, Any], kinds: tuple[str, str]) -> str:
    """Return how an answer of the Reds and one of the Blues bear on each other."""
    found = asked(said("1", "Reds", kinds[0], **first), said("2", "Blues", kinds[1], **second))
    (question,) = (q for q in found.values() if not q.question.startswith("Who attacks"))
    return verdicts(question)["1", "2"]


@pytest.mark.parametrize(
    ("kind", "change", "verdict"),
    [
        ("control", {"actor": "Blues"}, "refutes"),
        ("takeover", {"epistemic": "false-certain"}, "refutes"),
        ("retreat", {"actor": "Blues"}, "supports"),
        ("control", {"actor": "Blues", "when": "2031-05-04"}, "related"),
        ("control", {"actor": "Blues", "when": "2031-03"}, "related"),
        ("control", {"actor": "Blues", "modality": "predicted"}, "related"),
        ("attack", {"actor": "Blues", "evidence": "they try to retake it"}, "supports"),
        ("attack", {"actor": "Blues", "evidence": "they shell it"}, "related"),
        ("attack", {"actor": "Blues", "polarity": "negative"}, "related"),
    ],
)
def test_who_holds_a_place(kind: str, change: dict[str, Any], verdict: str) -> None:
    assert _verdict(TAKEN, TAKEN | change, ("takeover", kind)) == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ({"quantity": share(0.9)}, {"quantity": share(0.5)}, "refutes"),
        ({"quantity": share(0.9)}, {"quantity": share(low=0.5)}, "supports"),
        ({"quantity": share(0.9)}, {"quantity": share(0.5), "when": "2031-03-25"}, "related"),
        ({"quantity": share(0.9)}, {"quantity": share(0.5), "when": "2031-03"}, "related"),
        ({"quantity": share(0.9)}, {"quantity": share(0.5), "when": None}, "refutes"),
        ({"quantity": share(0.9)}, {"quantity": share(0.5), "when": None, "article": "b"}, "related"),
        ({"quantity": share(0.9)}, {"quantity": share(0.9), "epistemic": "false-certain"}, "refutes"),
        ({"quantity": share(0.9)}, {"quantity": share(0.5), "epistemic": "false-certain"}, "supports"),
        ({"quantity": share(low=0.3)}, {"quantity": share(0.5), "epistemic": "false-certain"}, "related"),
        ({"quantity": share(0.6)}, {"quantity": share(0.3), "actor": "Blues"}, "related"),
        ({"quantity": share(0.9)}, {"quantity": share(0.8), "actor": "Blues"}, "refutes"),
        ({"when": "2031-01-01/2031-03-04", "quantity": share(0.4)}, {"quantity": share(low=0.3)}, "supports"),
    ],
)
def test_how_much_of_it(first: dict[str, Any], second: dict[str, Any], verdict: str) -> None:
    assert _verdict(PART | first, PART | second, ("control", "control")) == verdict


def test_each_side_may_hold_some_of_a_set_of_places() -> None:
    some: dict[str, Any] = {"place": "villages of Hill Province", "when": "2031-03-04"}
    pair = ({"actor": "Reds"} | some, {"actor": "Blues"} | some)
    assert _verdict(*pair, ("control", "control")) == "related"


def test_two_holders_named_by_one_side_hold_it_together() -> None:
    question = only(
        said("1", "Reds", "takeover", **TAKEN),
        said("2", "Reds", "takeover", **TAKEN | {"actor": "Greens"}),
    )
    assert verdicts(question)["1", "2"] == "related"


@pytest.mark.parametrize(
    ("dates", "verdict"),
    [
        (("2031-03-04", "2031-03-04"), "refutes"),
        (("2031-03-04", None), "refutes"),
        ((None, None), "refutes"),
        (("2031-03-04", "2031-03"), "related"),
    ],
)
def test_counts_that_may_have_grown_do_not_refute(dates: tuple[str | None, str | None], verdict: str) -> None:
    first, second = (
        {"actor": "villagers", "place_to": "Sund", "quantity": people(n), "when": when}
        for n, when in zip((100.0, 400.0), dates, strict=True)
    )
    assert _verdict(first, second, ("flight", "flight")) == verdict


def test_a_count_without_a_date_in_another_article_may_have_grown() -> None:
    fled: dict[str, Any] = {"actor": "villagers", "place_to": "Sund"}
    first = fled | {"quantity": people(100), "when": "2031-03-04"}
    assert (
        _verdict(first, fled | {"quantity": people(400), "article": "b"}, ("flight", "flight")) == "related"
    )


def test_every_relation_gives_its_reason() -> None:
    question = only(
        said("1", "Reds", "takeover", **TAKEN), said("2", "Blues", "control", **TAKEN | {"actor": "Blues"})
    )
    (relation,) = question.relations
    assert (relation.left, relation.right) == (0, 1)
    assert relation.reason == "other-holder"
    assert relation.note
