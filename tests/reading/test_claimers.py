from __future__ import annotations

import pytest

from reading.cast.stages import Read, read
from sayso.model.analysis import Attribution
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.reading.claimers import resolve_claimers, settle_quoted

_HOME = "The Taliban fought on in Afghanistan. The Taliban fled across Afghanistan. "


def act(text: str, source: str | None, content: str = "", via: tuple[str, ...] = ()) -> Attribution:
    """Return an attribution with these words as source and content."""
    found = text.rindex(source) if source else 0
    span = Span(found, found + len(source)) if source else None
    start = text.index(content) if content else 0
    return Attribution(Span(0, 1), span, (Span(start, start + len(content)),), "says", "indirect", via=via)


def resolved(found: Read, *acts: Attribution) -> tuple[Attribution, ...]:
    return resolve_claimers(
        acts,
        found.text,
        found.sentences,
        found.tokens,
        found.quotes,
        found.entities,
        found.mentions,
        Profile(),
    )


def names(found: Read, attribution: Attribution) -> list[str]:
    return [found.entities[number].name for number in attribution.claimers]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Earlier in May, the Taliban said so.", "Earlier in May, the Taliban", ["Taliban"]),
        (
            "Yemen's Iran-aligned Houthi movement said so.",
            "Yemen's Iran-aligned Houthi movement",
            ["Houthis"],
        ),
        (
            "Russia and Taliban representatives said so.",
            "Russia and Taliban representatives",
            ["Russia", "Taliban representatives"],
        ),
        ("Iran, Mali and Niger said so.", "Iran, Mali and Niger", ["Iran", "Mali", "Niger"]),
        ("Jalil Haidar, a spokesman for the Taliban, said so.", "Jalil Haidar", ["Jalil Haidar"]),
        (
            "A Taliban official in Moscow said so.",
            "A Taliban official in Moscow",
            ["a Taliban official in Moscow"],
        ),
        ("President Omar Zubari, who denied it, left.", "who", ["Omar Zubari"]),
        (
            "After rebels had fled, army officers said so.",
            "After rebels had fled, army officers",
            ["army officers"],
        ),
    ],
)
def test_sources_become_claimers(text: str, source: str, expected: list[str]) -> None:
    found = read(_HOME + text)
    assert names(found, resolved(found, act(found.text, source))[0]) == expected


@pytest.mark.parametrize(
    ("text", "source", "reason"),
    [
        ("It was said so.", None, "no words name a source"),
        ("The weather was bad.", "The weather", "the words of the source name nobody that is known"),
        ("He said so.", "He", "nobody near before whom 'he' calls back"),
        ("In Zarok it was said.", "Zarok", "'Zarok' is a place"),
    ],
)
def test_without_a_claimer_there_is_a_reason(text: str, source: str | None, reason: str) -> None:
    found = read(text)
    done = resolved(found, act(text, source))[0]
    assert done.claimers == ()
    assert done.reason == reason


def test_relays_get_their_names_and_a_source_is_no_relay_of_itself() -> None:
    found = read("The Russian agency Sputnik told Ria Novosti so.")
    done = resolved(found, act(found.text, "The Russian agency Sputnik", via=("Ria Novosti", "Sputnik")))[0]
    assert names(found, done) == ["Sputnik"]
    assert done.via == ("RIA Novosti",)


def test_we_is_the_speaker_s_side_and_i_the_speaker() -> None:
    text = "“We have left Zarok, I think, and our forces are safe,” Taliban spokesman Jalil Haidar said."
    found = read(_HOME + text)
    quote = "We have left Zarok, I think, and our forces are safe"
    said = resolved(
        found, act(found.text, "Taliban spokesman Jalil Haidar", quote), act(found.text, "We", "left")
    )
    assert [names(found, one) for one in said] == [["Jalil Haidar"], ["Jalil Haidar"]]
    settled = settle_quoted(said, found.entities, found.mentions, found.text)
    by_words = {m.span.of(found.text): m for m in settled if m.how == "we"}
    assert {words: found.entities[m.entity or 0].name for words, m in by_words.items()} == {
        "We": "Taliban",
        "I": "Jalil Haidar",
        "our forces": "Taliban",
    }


def test_we_of_a_speaker_for_nobody_stays_open() -> None:
    found = read("“We heard shells,” Leyla Karim, a resident of Zarok, said.")
    said = resolved(found, act(found.text, "Leyla Karim", "We heard shells"))
    settled = settle_quoted(said, found.entities, found.mentions, found.text)
    mention = next(m for m in settled if m.how == "we")
    assert mention.entity is None
    assert mention.reason == "it is not known for whom Leyla Karim speaks"
