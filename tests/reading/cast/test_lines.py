from __future__ import annotations

import pytest

from reading.cast.stages import read

_HOME = "Fighting went on in Afghanistan. Families fled across Afghanistan. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They hold the border with Iran.", "the border with Iran", "Afghanistan-Iran border"),
        ("Trucks cross the Afghan-Tajik border.", "the Afghan-Tajik border", "Afghanistan-Tajikistan border"),
        (
            "They hold Afghanistan's border with Iran.",
            "Afghanistan's border with Iran",
            "Afghanistan-Iran border",
        ),
        (
            "It is near the border between Tajikistan and Afghanistan.",
            "the border between Tajikistan and Afghanistan",
            "Afghanistan-Tajikistan border",
        ),
        ("They reached the Iranian border.", "the Iranian border", "Afghanistan-Iran border"),
        ("They watch the Afghan border.", "the Afghan border", "borders of Afghanistan"),
        ("They hold most of the country's borders.", "the country's borders", "borders of Afghanistan"),
        (
            "Tajikistan has 1,300 km of border with Afghanistan.",
            "border with Afghanistan",
            "Afghanistan-Tajikistan border",
        ),
        ("Thousands crossed the border into Iran.", "the border into Iran", "Afghanistan-Iran border"),
    ],
)
def test_borders_have_canonical_names(text: str, words: str, expected: str) -> None:
    found = read(_HOME + text)
    assert found.name(words) == expected
    assert found.mention(words).how == "line"


def test_two_borders_in_one_breath() -> None:
    found = read(_HOME + "The border with Iran and Pakistan is closed.")
    assert found.name("The border with Iran") == "Afghanistan-Iran border"
    assert found.name("Pakistan") == "Afghanistan-Pakistan border"


def test_that_with_goes_on_from_a_border() -> None:
    found = read(_HOME + "They hold the land from the Iranian border to that with Tajikistan.")
    assert found.name("that with Tajikistan") == "Afghanistan-Tajikistan border"


def test_the_border_calls_back_the_last_one() -> None:
    found = read(_HOME + "They reached the border with Iran. Then the border was closed.")
    assert found.name("the border") == "Afghanistan-Iran border"


def test_a_border_that_is_none_stays_open_with_its_reason() -> None:
    found = read(_HOME + "They spoke of the border between Mali and Iran.").mention(
        "the border between Mali and Iran"
    )
    assert found.entity is None
    assert found.reason == "Iran and Mali share no border"
    alone = read("The border was closed.").mention("The border")
    assert alone.entity is None
    assert alone.reason


def test_a_border_post_is_no_border() -> None:
    found = read(_HOME + "They took the Tirgan border post in the night.")
    assert found.name("the Tirgan border post") == "Tirgan"
