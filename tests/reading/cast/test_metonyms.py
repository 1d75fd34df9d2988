from __future__ import annotations

import pytest

from reading.cast.stages import read

_HOME = "The Taliban fought on in Afghanistan. The Taliban fled across Afghanistan. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kabul said the talks had failed.", "Kabul", "Government of Afghanistan"),
        ("Tehran denies it.", "Tehran", "Iran"),
        ("The post is under the control of Kabul.", "Kabul", "Government of Afghanistan"),
        ("The men are loyal to Kabul.", "Kabul", "Government of Afghanistan"),
        ("He spoke of Kabul's position.", "Kabul", "Government of Afghanistan"),
        ("The Kremlin said no.", "The Kremlin", "Russia"),
        ("He met them in Tehran.", "Tehran", "Tehran"),
        ("They took control of Kabul.", "Kabul", "Kabul"),
        ("Kabul fell in the night.", "Kabul", "Kabul"),
        ("They stormed Kabul at dawn.", "Kabul", "Kabul"),
        ("The offensive on Tripoli went on.", "Tripoli", "Tripoli"),
        ("The Tehran meeting was short.", "The Tehran", "Tehran"),
        ("KABUL — The army left.", "KABUL", "Kabul"),
    ],
)
def test_a_capital_is_a_town_or_a_government(text: str, words: str, expected: str) -> None:
    assert read(_HOME + text).name(words) == expected


def test_without_a_war_at_home_a_government_is_its_state() -> None:
    assert read("He went to Zarok in Afghanistan. Kabul said so.").name("Kabul") == "Afghanistan"
