from __future__ import annotations

import pytest

from reading.cast.stages import read

_HOME = "Fighting went on in Afghanistan. Families fled across Afghanistan. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They took 20 districts.", "20 districts", "districts of Afghanistan"),
        ("They took two districts of Ostan.", "two districts of Ostan", "districts of Ostan"),
        (
            "They hold Afghanistan's nearly 400 districts.",
            "Afghanistan's nearly 400 districts",
            "districts of Afghanistan",
        ),
        ("They surround large cities.", "large cities", "major cities of Afghanistan"),
        ("They hold provincial capitals.", "provincial capitals", "provincial capitals of Afghanistan"),
        ("They crossed into Tajik territory.", "Tajik territory", "Tajikistan"),
        ("They fled to northeastern Afghanistan.", "northeastern Afghanistan", "northeastern Afghanistan"),
        ("It is in the west of the country.", "the west of the country", "western Afghanistan"),
        (
            "They burnt four villages north of Zarok.",
            "four villages north of Zarok",
            "villages north of Zarok",
        ),
        ("They burnt villages near Zarok.", "villages near Zarok", "villages near Zarok"),
        ("They held the west bank of the Zarok.", "the west bank of the Zarok", "west bank of the Zarok"),
    ],
)
def test_described_places(text: str, words: str, expected: str) -> None:
    found = read(_HOME + text)
    mention = found.mention(words) if words in [m.span.of(found.text) for m in found.mentions] else None
    names = {found.entities[m.entity].name for m in found.mentions if m.entity is not None}
    assert (
        found.entities[mention.entity].name if mention and mention.entity is not None else None
    ) == expected or (expected in names)


def test_what_a_party_holds_is_its_territory() -> None:
    found = read(_HOME + "The Taliban said so. Schools are shut in areas controlled by the Taliban.")
    assert found.name("areas controlled") == "Taliban-held territory of Afghanistan"


def test_other_capitals_are_not_at_home() -> None:
    found = read(_HOME + "It worries Moscow and other capitals.")
    assert not any("capitals" in m.span.of(found.text) for m in found.mentions)
