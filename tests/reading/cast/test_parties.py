from __future__ import annotations

import pytest

from reading.cast.stages import read

_ONE = "The Taliban fought on in Afghanistan. The Taliban fled across Afghanistan. "
_TWO = "Hezbollah and Hamas met in Lebanon. Hamas left Lebanon, Hezbollah stayed in Lebanon. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The insurgents left.", "The insurgents", "Taliban"),
        ("Islamist rebels left.", "Islamist rebels", "Taliban"),
        ("The hard-line group left.", "The hard-line group", "Taliban"),
        ("The Taliban sent its fighters.", "its fighters", "Taliban"),
        ("The movement's spokesman left.", "The movement's spokesman", "spokesman of Taliban"),
        ("Houthi fighters came.", "Houthi fighters", "Houthis"),
        ("There were no fighters from Iran.", "no fighters", "fighters from Iran"),
        ("Allied Kurdish militias came.", "Kurdish militias", "Kurdish militias"),
        ("A Taliban delegation came.", "A Taliban delegation", "Taliban delegation"),
        ("He called on all sides to stop.", "all sides", "parties to the Afghan conflict"),
        ("The Afghan people waited.", "The Afghan people", "Afghan people"),
        ("The country is at war.", "The country", "Afghanistan"),
        (
            "It worries neighboring countries.",
            "neighboring countries",
            "neighboring countries of Afghanistan",
        ),
    ],
)
def test_with_one_armed_party_the_rebels_are_it(text: str, words: str, expected: str) -> None:
    assert read(_ONE + text).name(words) == expected


def test_with_several_the_nearest_subject_is_meant_or_nobody() -> None:
    assert read(_TWO + "Hamas said so. The group left.").name("The group") == "Hamas"
    open_one = read(_TWO + "The weather turned. Rain fell for days. Militants came.").mention("Militants")
    assert open_one.entity is None
    assert open_one.reason == "'militants' fits 2 armed parties"


def test_the_lebanese_group_is_the_one_of_that_country() -> None:
    assert read(_TWO + "The Lebanese group denied it.").name("The Lebanese group") == "Hezbollah"


def test_a_civil_group_is_no_armed_one() -> None:
    found = read(_TWO + "The rights group said so.")
    assert "The rights group" not in {m.span.of(found.text) for m in found.mentions}


def test_aircraft_are_no_fighters() -> None:
    found = read(_ONE + "Six MiG-29 fighters came.")
    assert not any("MiG" in m.span.of(found.text) for m in found.mentions)
