from __future__ import annotations

import pytest

from reading.cast.stages import read

_HOME = "The Taliban fought on in Afghanistan. The Taliban fled across Afghanistan. "


@pytest.mark.parametrize(
    ("text", "words", "expected", "side"),
    [
        (
            "The Afghan Interior Ministry said so.",
            "The Afghan Interior Ministry",
            "Afghan Interior Ministry",
            "Government of Afghanistan",
        ),
        (
            "The Ministry of Defence of Armenia said so.",
            "The Ministry of Defence of Armenia",
            "Armenian Defense Ministry",
            "Armenia",
        ),
        ("Iran's foreign ministry said so.", "Iran's foreign ministry", "Iranian Foreign Ministry", "Iran"),
        ("The Russian MFA said so.", "The Russian MFA", "Russian Foreign Ministry", "Russia"),
        (
            "The Defence Ministry said so.",
            "The Defence Ministry",
            "Afghan Defense Ministry",
            "Government of Afghanistan",
        ),
        (
            "The Kabul authorities said so.",
            "The Kabul authorities",
            "Government of Afghanistan",
            "Government of Afghanistan",
        ),
        (
            "The government said so.",
            "The government",
            "Government of Afghanistan",
            "Government of Afghanistan",
        ),
        ("The Iranian government said so.", "The Iranian government", "Iran", "Iran"),
        (
            "Afghan security forces left.",
            "Afghan security forces",
            "Afghan forces",
            "Government of Afghanistan",
        ),
        ("Government troops left.", "Government troops", "Afghan forces", "Government of Afghanistan"),
        ("The Afghan army said so.", "The Afghan army", "Afghan army", "Government of Afghanistan"),
        (
            "About 40 Afghan soldiers left.",
            "About 40 Afghan soldiers",
            "Afghan soldiers",
            "Government of Afghanistan",
        ),
        (
            "U.S.-led international forces left.",
            "U.S.-led international forces",
            "foreign forces in Afghanistan",
            "foreign forces in Afghanistan",
        ),
        ("Turkish troops left.", "Turkish troops", "Turkish forces", "Turkey"),
        (
            "The Saudi-led coalition left.",
            "The Saudi-led coalition",
            "Saudi-led coalition",
            "Saudi-led coalition",
        ),
        (
            "Forces loyal to Kabul left.",
            "Forces loyal to Kabul",
            "Afghan forces",
            "Government of Afghanistan",
        ),
        ("The Russian side left.", "The Russian side", "Russia", "Russia"),
        (
            "The Belqan provincial council said so.",
            "The Belqan provincial council",
            "Belqan provincial council",
            "Government of Afghanistan",
        ),
        (
            "Ostrov's defence ministry said so.",
            "Ostrov's defence ministry",
            "Ostrov Defense Ministry",
            "Ostrov",
        ),
        (
            "The Hamas-run health ministry said so.",
            "The Hamas-run health ministry",
            "Hamas-run Health Ministry",
            "Hamas",
        ),
    ],
)
def test_organs_have_canonical_names_and_sides(text: str, words: str, expected: str, side: str) -> None:
    found = read(_HOME + text)
    assert found.name(words) == expected
    assert found.entity(expected).side == side


def test_the_ministry_and_the_army_call_back() -> None:
    text = (
        _HOME + "Iran's army moved. The army said so. The Iranian Oil Ministry said so. The ministry said so."
    )
    found = read(text)
    assert found.name("The army") == "Iranian army"
    assert found.name("The ministry") == "Iranian Oil Ministry"


def test_a_bare_ministry_is_of_the_state_that_leads_the_sentence_before() -> None:
    found = read(_HOME + "Iran denied it. The Foreign Ministry said no post had fallen.")
    assert found.name("The Foreign Ministry") == "Iranian Foreign Ministry"


def test_a_body_is_called_back_by_its_last_word() -> None:
    found = read(
        "The Syrian Observatory for Human Rights counted them. The Institute for the Study of War agreed."
    )
    assert found.name("The Syrian Observatory for Human Rights") == "Syrian Observatory for Human Rights"
    again = read("The Southern Transitional Council left Yemen. The council said so.")
    assert again.name("The council") == "Southern Transitional Council"
