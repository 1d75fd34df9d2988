"""Whose organ a name is by its own words."""

from __future__ import annotations

import pytest

from sayso.weighing.organs import allegiance, country_name, is_country


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Norway", "@NO"),
        ("Oslo", "@NO"),
        ("Government of Norway", "@NO"),
        ("Norwegian Foreign Ministry", "@NO"),
        ("Norwegian border guards", "@NO"),
        ("the Norwegian army", "@NO"),
        ("Norway's government", "@NO"),
        ("embassy of Norway in Rome", "@NO"),
        ("Polisario", "Polisario Front"),
        ("Polisario fighters", "Polisario Front"),
        ("Norwegian rebels", None),
        ("Norwegian people", None),
        ("Norway-backed forces", None),
        ("battle of Norway", None),
        ("Ola Berg", None),
        ("of", None),
        ("", None),
    ],
)
def test_words_tell_the_owner_or_nothing(name: str, owner: str | None) -> None:
    assert allegiance(name) == owner


def test_countries_are_known_by_name_not_by_capital() -> None:
    assert is_country("norway")
    assert not is_country("oslo")
    assert country_name("NO") == "Norway"
    assert country_name("XQ") == "XQ"
