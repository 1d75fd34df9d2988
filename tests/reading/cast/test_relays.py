from __future__ import annotations

import pytest

from reading.cast.stages import read
from sayso.model.profile import KnownSource, Profile
from sayso.reading.cast.relays import canonical_relay


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("Ria Novosti", "RIA Novosti"),
        ("the Ria Novosti news agency", "RIA Novosti"),
        ("Agence France-Presse", "AFP"),
        ("Al Mayadeen television", "Al Mayadeen"),
        ("Twitter", "Twitter"),
        ("Radio Nowhere", "Radio Nowhere"),
    ],
)
def test_relays_have_one_name(printed: str, canonical: str) -> None:
    assert canonical_relay(printed, "", (), (), Profile()) == canonical


def test_a_profile_s_source_is_known() -> None:
    profile = Profile(sources=(KnownSource("Ouvrel Radio", "outlet"),))
    assert canonical_relay("the Ouvrel Radio", "", (), (), profile) == "Ouvrel Radio"


def test_a_ministry_relays_under_its_own_name() -> None:
    found = read("The Russian Foreign Ministry quoted them on May 9.")
    name = canonical_relay(
        "The Russian Foreign Ministry on May 9", found.text, found.entities, found.mentions, Profile()
    )
    assert name == "Russian Foreign Ministry"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("He told Russia's Ria Novosti news agency so.", "Russia's Ria Novosti news agency", "RIA Novosti"),
        ("He told a Qatari news outlet so.", "a Qatari news outlet", "a Qatari news outlet"),
        ("He told the Turkish channel Zemin so.", "the Turkish channel Zemin", "Zemin"),
        (
            "State television said in Iran that they had left Iran.",
            "State television",
            "Iranian state television",
        ),
    ],
)
def test_outlets_by_description(text: str, words: str, expected: str) -> None:
    found = read(text)
    assert found.name(words) == expected
    assert found.entity(expected).kind == "outlet"
