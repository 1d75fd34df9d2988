from __future__ import annotations

import pytest

from reading.cast.stages import read

_HOME = "The Taliban fought on in Afghanistan. The Taliban fled across Afghanistan. "


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("President Omar Zubari spoke in Zarok. He promised peace.", "He", 0, "Omar Zubari"),
        ("The Taliban claimed that they hold Zarok.", "they", 0, "Taliban"),
        ("The Iranian Foreign Ministry said so. It added nothing.", "It", 0, "Iranian Foreign Ministry"),
        ("Iran said it would help.", "it", 0, "Iran"),
        ("The Taliban seized Zarok. The army had reopened it in May.", "it", 0, "Zarok"),
        ("They reached Tirgan. It is one of the main border crossings.", "It", 0, "Tirgan"),
        ("The Americans began the last phase of their withdrawal.", "their", 0, "United States"),
        ("The men camped near Belqan. Families had lived there for years.", "there", 0, "Belqan"),
    ],
)
def test_pronouns_call_back_subjects(text: str, words: str, nth: int, expected: str) -> None:
    assert read(_HOME + text).name(words, nth) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said nothing.", "He"),
        ("The withdrawal began. It should be completed in May.", "It"),
        ("Iran lied. Officials put it at a third.", "it"),
    ],
)
def test_what_cannot_be_told_stays_open_with_a_reason(text: str, words: str) -> None:
    mention = read(text).mention(words)
    assert mention.entity is None
    assert mention.reason


def test_it_that_stands_for_nothing_is_no_mention() -> None:
    found = read("Iran said so. It is unclear who left. There are many.")
    assert not {"It", "There"} & {m.span.of(found.text) for m in found.mentions}


def test_in_a_quotation_he_is_nobody_outside() -> None:
    found = read("President Omar Zubari said so. “Ask where he went,” said Leyla Karim, a witness.")
    assert found.mention("he").entity is None
