from __future__ import annotations

import pytest

from reading.cast.stages import read

_HOME = "The Taliban fought on in Afghanistan. The Taliban fled across Afghanistan. "


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Taliban spokesman Jalil Haidar said so.", "Jalil Haidar", "Taliban"),
        ("Jalil Haidar, a Taliban spokesperson, said so.", "Jalil Haidar", "Taliban"),
        ("A spokesman for the Taliban, Jalil Haidar, said so.", "Jalil Haidar", "Taliban"),
        ("Interior Ministry spokesman Omid Sahar said so.", "Omid Sahar", "Government of Afghanistan"),
        ("Iran denied it. Foreign Ministry spokesman Reza Amini said so.", "Reza Amini", "Iran"),
        ("Russian diplomacy spokeswoman Olga Petrova said so.", "Olga Petrova", "Russia"),
        ("US President Mary Stone said so.", "Mary Stone", "United States"),
        ("The President of Armenia Levon Sarian said so.", "Levon Sarian", "Armenia"),
        (
            "The press secretary of the Ministry of Defence of Armenia, Ani Sarian, said so.",
            "Ani Sarian",
            "Armenia",
        ),
        ("Jalil Haidar, head of a Taliban delegation in Moscow, said so.", "Jalil Haidar", "Taliban"),
        ("Iran's army spoke up. Its spokesman, Colonel Reza Amini, said so.", "Reza Amini", "Iran"),
        ("A Taliban commander who goes by the name Abu Salim told them so.", "Abu Salim", "Taliban"),
        ("The governor of Belqan, Omid Sahar, said so.", "Omid Sahar", "Government of Afghanistan"),
        ("Anna Lind, head of the U.N. peacekeeping mission UNIFIL, said so.", "Anna Lind", "United Nations"),
        ("Bank manager Omid Sahar, a resident of Zarok, said so.", "Omid Sahar", None),
    ],
)
def test_people_with_role_and_side(text: str, name: str, side: str | None) -> None:
    person = read(_HOME + text).entity(name)
    assert person.kind == "person"
    assert person.side == side
    assert person.role


def test_the_nearest_apposition_wins() -> None:
    text = "Iranian Foreign Minister Reza Amini's special envoy for Afghanistan, Karim Daryan, said so."
    found = read(text)
    assert found.entity("Karim Daryan").side == "Iran"
    assert found.entities[found.mentions[-1].entity or 0].name == "Karim Daryan"


def test_later_mentions_and_spellings_are_one_person() -> None:
    text = (
        "Taliban spokesman Suhal Shareen said so. Mr. Shareen left. "
        "Taliban spokesman Suhal Sharen came back. The Taliban spokesman spoke again."
    )
    found = read(_HOME + text)
    people = [e.name for e in found.entities if e.kind == "person"]
    assert people == ["Suhal Shareen"]
    assert found.name("The Taliban spokesman") == "Suhal Shareen"


def test_a_spokesman_unnamed_at_first_is_named_next() -> None:
    text = "An Afghan Interior Ministry spokesman said they had left. Spokesman Omid Sahar said no more."
    found = read(_HOME + text)
    assert found.name("An Afghan Interior Ministry spokesman") == "Omid Sahar"


def test_a_known_statesman_has_a_side_without_a_role() -> None:
    assert read("Vladimir Putin promised help.").entity("Vladimir Putin").side == "Russia"


@pytest.mark.parametrize(
    ("text", "words", "expected", "side"),
    [
        (
            "A government official said so.",
            "A government official",
            "a government official",
            "Government of Afghanistan",
        ),
        (
            "Government officials said so.",
            "Government officials",
            "Afghan government officials",
            "Government of Afghanistan",
        ),
        (
            "A Taliban official in Moscow said so.",
            "A Taliban official in Moscow",
            "a Taliban official in Moscow",
            "Taliban",
        ),
        (
            "A senior U.S. defense official said so.",
            "A senior U.S. defense official",
            "a senior U.S. defense official",
            "United States",
        ),
        (
            "Residents of nearby Zarok said so.",
            "Residents of nearby Zarok",
            "residents of nearby Zarok",
            None,
        ),
        (
            "Belqan's governor said so.",
            "Belqan's governor",
            "governor of Belqan",
            "Government of Afghanistan",
        ),
        (
            "The permanent representative of Tajikistan said so.",
            "The permanent representative of Tajikistan",
            "permanent representative of Tajikistan",
            "Tajikistan",
        ),
        ("Two people familiar with the matter said so.", "Two people", "two people", None),
        (
            "A community leader in Zarok said so.",
            "A community leader in Zarok",
            "a community leader in Zarok",
            None,
        ),
        ("About 10,000 villagers said so.", "About 10,000 villagers", "villagers", None),
        ("The shepherds said so.", "The shepherds", "shepherds", None),
    ],
)
def test_unnamed_speakers(text: str, words: str, expected: str, side: str | None) -> None:
    found = read(_HOME + text)
    assert found.name(words) == expected
    assert found.entity(expected).side == side
