from __future__ import annotations

import pytest

from reading.cast.stages import page_of
from sayso.model.profile import Profile
from sayso.reading.cast.aliases import alias_table
from sayso.reading.cast.names import find_runs


def runs(text: str) -> list[str]:
    page = page_of(text)
    return [run.name for run in find_runs(page, alias_table(Profile()).scan(page))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Omar al-Zubari in Zarok.", ["Omar al-Zubari", "Zarok"]),
        ("Families left Qala-e Naw on Friday.", ["Qala-e Naw"]),
        ("General Ivo Radnik spoke in July.", ["Ivo Radnik"]),
        ("The Iraqi town of Zarok fell.", ["Zarok"]),
        ("Aid reached Deir el-Zahr and Abu Marwan bin Sayf.", ["Deir el-Zahr", "Abu Marwan bin Sayf"]),
        ("A spokesman for Operation Wrath of Dunes said so.", ["Operation Wrath of Dunes"]),
        ("The Tripoli Ambulance Service counted them.", ["Tripoli Ambulance Service"]),
        ("Soldiers and Islamist rebels fought.", []),
    ],
)
def test_runs_of_capitals(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_in_a_headline_only_names_known_from_the_text_count() -> None:
    text = "Rebels Take Zarok After Heavy Shelling\n\nThe rebels took Zarok on Monday."
    assert runs(text) == ["Zarok", "Zarok"]
