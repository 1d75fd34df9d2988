"""Spellings: folding, skeletons, misspellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.places.spelling import edits_allowed, fold, nearest, plain, same_start, skeleton, without_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qala-e Naw", "qala-i-naw"),
        ("Qala-e Naw", "Qala e Naw"),
        ("Ar Raqqah", "al-Raqqah"),
        ("ash-Shaddadi", "al Shaddadi"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Ma'rib", "Ma’rib"),
        ("Ma‘rib", "Marib"),
        ("Cúcuta", "Cucuta"),
        ("Şırnak", "Sirnak"),
        ("Diyarbakır", "Diyarbakir"),
        ("Ādīgrat", "Adigrat"),
        ("İSTANBUL", "Istanbul"),
        ("Kəlbəcər", "Kalbacar"),
    ],
)
def test_dress_does_not_matter(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Herat", "Farah"), ("Al-Bab", "Bab al-Hawa"), ("El Paso", "Paso")]
)
def test_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_nothing_raises(name: str) -> None:
    key = fold(name)
    skeleton(key)
    plain(name)
    assert nearest(key, [key])[1] == [key]
    assert without_article(key) in key


@pytest.mark.parametrize(
    ("one", "other"), [("hairatan", "haratan"), ("qayyarah", "kayara"), ("khost", "host"), ("wana", "vanna")]
)
def test_skeletons_hear_the_same(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_short_names_allow_no_edit() -> None:
    assert [edits_allowed(n) for n in (0, 4, 5, 7, 8, 12, 13)] == [0, 0, 1, 1, 2, 2, 3]


@pytest.mark.parametrize(
    ("key", "others", "found"),
    [
        ("haratan", ["hairatan", "herat"], ["hairatan"]),
        ("damasucs", ["damascus", "damask"], ["damascus"]),
        ("gao", ["goa", "gar"], []),
        ("kunduz", ["qunduz", "konduz"], ["konduz", "qunduz"]),
        ("torghundi", ["orghundi"], []),
        ("", ["herat"], []),
    ],
)
def test_nearest(key: str, others: list[str], found: list[str]) -> None:
    assert nearest(key, others)[1] == found


def test_same_start_hears_romanisations() -> None:
    assert same_start("qala", "kala")
    assert not same_start("herat", "erat")
