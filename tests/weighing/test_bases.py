"""Numbers as shares of a whole that the ledger tells of."""

from __future__ import annotations

import pytest

from sayso.model.proposition import Figure, Proposition
from sayso.weighing.bases import Bases

FOUR_HUNDRED = Proposition("measure", place="Hills", quantity=Figure("districts", value=400))


def _taken(figure: Figure, place: str = "districts of Hills") -> Proposition:
    return Proposition("takeover", actor="Reds", place=place, quantity=figure)


@pytest.mark.parametrize(
    ("figure", "share"),
    [
        (Figure("districts", value=174), (157 / 400, 191 / 400)),
        (Figure("districts", low=24), (24 / 400, 1.0)),
        (Figure("districts", high=100), (0.0, 100 / 400)),
        (Figure("share", value=0.5), (0.45, 0.55)),
        (Figure("share", value=1.0), (1.0, 1.0)),
        (Figure("people", value=174), None),
    ],
)
def test_a_number_is_a_share_of_the_whole(figure: Figure, share: tuple[float, float] | None) -> None:
    found = Bases([FOUR_HUNDRED]).share(_taken(figure))
    assert found == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize("of", ["seven heights of Tell", "7 heights around Tell", "about 7 heights"])
def test_a_figure_may_name_its_whole(of: str) -> None:
    said = Proposition("control", actor="Reds", place="Tell", quantity=Figure("heights", value=7, of=of))
    assert Bases([said]).share(said) == (1.0, 1.0)


def test_most_decide_and_of_equals_the_least() -> None:
    many = Proposition("measure", place="Hills", quantity=Figure("districts", value=200))
    taken = _taken(Figure("districts", value=100))
    for order in ([FOUR_HUNDRED, many], [many, FOUR_HUNDRED]):
        assert Bases(order).share(taken) == pytest.approx((90 / 200, 110 / 200))
    assert Bases([FOUR_HUNDRED, FOUR_HUNDRED, many]).share(taken) == pytest.approx((90 / 400, 110 / 400))


def test_another_place_has_another_whole() -> None:
    assert Bases([FOUR_HUNDRED]).share(_taken(Figure("districts", value=5), "districts of Plains")) is None


@pytest.mark.parametrize("value", [1.7e308, -1.7e308, 5e-324])
def test_figures_at_the_edge_of_what_numbers_hold(value: float) -> None:
    low, high = Bases([FOUR_HUNDRED]).share(_taken(Figure("districts", value=value))) or (0.0, 0.0)
    assert 0 <= low <= 1
    assert 0 <= high <= 1
