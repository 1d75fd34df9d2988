"""The ground of a map: land, borders, the disputed ones apart; boxes and lines cut as they should be."""

from __future__ import annotations

import pytest

from sayso.places.clipping import area, inside, middle, ring_within, thinned
from sayso.places.outlines import border_between, ground

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def test_a_ring_is_cut_to_its_box() -> None:
    cut = ring_within(SQUARE, (5.0, 5.0, 20.0, 20.0))
    assert area(cut) == pytest.approx(25.0)
    assert all(5.0 <= x <= 10.0 and 5.0 <= y <= 10.0 for x, y in cut)
    assert ring_within(SQUARE, (11.0, 0.0, 20.0, 20.0)) == ()
    assert area(ring_within(SQUARE, (-1.0, -1.0, 11.0, 11.0))) == pytest.approx(100.0)


def test_the_middle_of_a_ring() -> None:
    assert middle(SQUARE) == pytest.approx((5.0, 5.0))
    assert middle(((1.0, 2.0), (1.0, 2.0))) == pytest.approx((1.0, 2.0))


def test_thinning_keeps_both_ends() -> None:
    line = tuple((n / 100, 0.0) for n in range(101))
    assert thinned(line, 0.095)[0] == line[0]
    assert thinned(line, 0.095)[-1] == line[-1]
    assert len(thinned(line, 0.095)) < 15
    assert thinned(line[:2], 9.0) == line[:2]


def test_open_sea_has_no_land() -> None:
    found = ground((-27.0, -42.0, -24.0, -40.0), 0.02)
    assert (found.land, found.borders, found.names) == ((), (), ())


def test_land_has_its_countries_and_borders() -> None:
    found = ground((5.5, 45.5, 10.8, 48.0), 0.02)
    names = {name for name, _, _ in found.names}
    assert {"Switzerland", "Germany", "France", "Italy", "Austria"} <= names
    assert not [border for border in found.borders if border.disputed]


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((33.0, 45.0, 36.0, 46.5), "Crimea"),
        ((-15.0, 23.0, -9.0, 28.5), "Western Sahara"),
        ((73.0, 33.0, 78.0, 36.5), "Kashmir"),
        ((34.0, 31.0, 36.0, 33.5), "Golan"),
        ((20.0, 42.0, 21.9, 43.3), "Kosovo"),
    ],
)
def test_disputed_borders_are_told_apart(box: tuple[float, float, float, float], words: str) -> None:
    told = {border.disputed for border in ground(box, 0.01).borders if border.disputed}
    assert any(words in one for one in told), told


def test_the_ukrainian_land_border_of_russia_elsewhere_is_drawn_as_disputed_too() -> None:
    lines = [
        b for b in ground((36.0, 49.0, 40.5, 51.0), 0.02).borders if set(b.between) == {"Russia", "Ukraine"}
    ]
    assert lines
    assert all(border.disputed for border in lines)


def test_a_border_is_found_by_codes() -> None:
    lines = border_between("AF", "IR", 0.05)
    assert lines
    assert all(inside((point,), (60.0, 29.0, 62.5, 36.0)) for line in lines for point in line)
    assert border_between("AF", "BR", 0.05) == ()
    assert border_between("XA", "XB", 0.05) == ()
