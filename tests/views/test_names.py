"""What name is meant: spellings, parts, candidates."""

from __future__ import annotations

import pytest

from sayso.model.errors import NotFound
from sayso.views.names import meant, near_names, spelt_nearly

KNOWN = {
    "Hairatan": 4,
    "Islam Qala": 9,
    "Herat": 3,
    "Herat city": 1,
    "Zabihullah Mujahid": 7,
    "Afghan Interior Ministry": 5,
    "Afghan Foreign Ministry": 2,
    "El Fasher": 2,
}


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Hairatan", "Hairatan"),
        ("hairatan", "Hairatan"),
        ("Haratan", "Hairatan"),
        ("islam-qala", "Islam Qala"),
        ("Islam", "Islam Qala"),
        ("Qala", "Islam Qala"),
        ("Herat", "Herat"),
        ("Mujahid", "Zabihullah Mujahid"),
        ("Mujahed", "Zabihullah Mujahid"),
        ("interior", "Afghan Interior Ministry"),
        ("al-Fasher", "El Fasher"),
    ],
)
def test_one_name_is_meant(asked: str, name: str) -> None:
    assert meant(asked, KNOWN, "name") == name


@pytest.mark.parametrize("asked", ["", "   ", "!!", "Zzzzzz", "\x1b[31m", "💥", "a" * 5000])
def test_nothing_like_it(asked: str) -> None:
    assert near_names(asked, KNOWN).others == ()
    with pytest.raises(NotFound, match=r"names no place like .*Islam Qala \(9 statements\)"):
        meant(asked, KNOWN, "place")


def test_several_fit_and_are_named_by_their_statements() -> None:
    with pytest.raises(NotFound) as found:
        meant("ministry", KNOWN, "claimer")
    assert str(found.value) == (
        "'ministry' fits 2 claimers of this ledger: Afghan Interior Ministry (5 statements), "
        "Afghan Foreign Ministry (2 statements). Give more of the name."
    )


def test_of_many_candidates_the_first_are_named() -> None:
    with pytest.raises(NotFound, match="and 22 more"):
        meant("mill", {f"Mill {n}": n for n in range(30)}, "place")


def test_a_ledger_without_names_says_so() -> None:
    with pytest.raises(NotFound, match="names no place at all"):
        meant("Herat", {}, "place")


def test_spelt_nearly_leaves_the_name_itself_out() -> None:
    assert spelt_nearly("Hairatan", ["Hairatan", "Hairaton", "Herat"]) == ("Hairaton",)
