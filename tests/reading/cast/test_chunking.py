from __future__ import annotations

import pytest

from reading.cast.stages import page_of
from sayso.model.profile import Profile
from sayso.reading.cast.aliases import alias_table
from sayso.reading.cast.chunking import find_phrases
from sayso.reading.cast.names import find_runs
from sayso.reading.cast.phrases import Phrase, is_sponsored
from sayso.reading.cast.words import Page


def phrases(text: str) -> tuple[Page, tuple[Phrase, ...]]:
    page = page_of(text)
    hits = alias_table(Profile()).scan(page)
    return page, find_phrases(page, hits, find_runs(page, hits))


def words(text: str) -> list[str]:
    page, found = phrases(text)
    return [page.span(p.first, p.end).of(text) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A senior U.S. defence official said so.", "A senior U.S. defence official"),
        ("A local elected official said so.", "A local elected official"),
        ("The spokesman for the Taliban said so.", "The spokesman for the Taliban"),
        ("It was said by the Ministry of Defence of Armenia.", "the Ministry of Defence of Armenia"),
        ("The head of state said so.", "The head of state"),
        ("Government-backed forces left.", "Government-backed forces"),
        ("Mali's defence minister left.", "Mali's defence minister"),
        ("The mayors of Zarok and Belqan left.", "The mayors of Zarok and Belqan"),
    ],
)
def test_a_phrase_runs_from_determiner_to_tail(text: str, expected: str) -> None:
    assert expected in words(text)


@pytest.mark.parametrize(
    ("text", "no_head"),
    [
        ("They fell under militant control.", "militant"),
        ("An American think tank said so.", "tank"),
        ("The border guards left.", "border"),
        ("He said officials left.", "said officials"),
    ],
)
def test_what_heads_no_phrase(text: str, no_head: str) -> None:
    assert not any(found.endswith(no_head) for found in words(text))


def test_who_speaks_is_a_speaker_whatever_the_noun() -> None:
    _, found = phrases("The shepherds said the road was closed.")
    assert found[0].classes == {"speaker"}


def test_possessors_and_portfolios_are_told() -> None:
    page, found = phrases("Yemen's Ministry of Migration and the Displaced denied it.")
    ministry = next(p for p in found if "ministry" in p.classes)
    assert ministry.owner is not None
    assert ministry.owned
    assert ministry.portfolio is not None
    assert page.lows(*ministry.portfolio) == ("migration", "and", "the", "displaced")


def test_sponsors_are_no_owners() -> None:
    page = page_of("Iran-backed men and Iranian men")
    assert is_sponsored(page, 1)
    assert not is_sponsored(page, 5)
