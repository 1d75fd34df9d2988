from __future__ import annotations

import pytest

from sayso.reading.cast.likeness import likeness, one_person, surname


@pytest.mark.parametrize(
    ("left", "right", "same_role", "expected"),
    [
        ("suhail shaheen", "suhail saheen", False, True),
        ("emomali rakhmon", "emomali rahmon", False, True),
        ("saheen", "suhail shaheen", True, True),
        ("saheen", "suhail shaheen", False, False),
        ("anna karimova", "boris karimova", False, False),
        ("omar hassan", "omar hussein", False, False),
        ("hassan", "omar hassan", False, True),
    ],
)
def test_spellings_of_one_person(left: str, right: str, same_role: bool, expected: bool) -> None:
    assert one_person(left.split(), right.split(), same_role=same_role) is expected


def test_a_surname_keeps_its_article() -> None:
    assert surname(("omar", "al", "zubari")) == ("al", "zubari")
    assert surname(("ivo", "radnik")) == ("radnik",)


def test_likeness_is_full_for_equals() -> None:
    assert likeness("zarok", "zarok") == 100.0
    assert likeness("abc", "xyz") == 0.0
