"""Who is meant: mentions joined by name, whose somebody is, which place words mean."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from sayso.model.analysis import Entity, Mention, Token
from sayso.model.span import Span
from sayso.reading.learned.cast import Cast
from sayso.reading.learned.grounding import unprinted
from sayso.reading.learned.pairs import Spoken
from sayso.reading.learned.people import Somebody, _owned, namesakes
from sayso.reading.learned.placing import place_meant
from sayso.reading.learned.scheme import KINDS
from sayso.reading.learned.signals import Signals


def spoken(words: str, kind: str, first: int = 0, sentence: int = 0) -> Spoken:
    held = tuple(words.split())
    return Spoken(first, first + len(held), KINDS.index(kind), sentence, held)


def cast(text: str, mentions: Sequence[tuple[str, str]], entities: Sequence[tuple[str, Entity]] = ()) -> Cast:
    """Make a cast of a text in which every mention is somebody of its own."""
    words = text.split()
    tokens, at = [], 0
    for word in words:
        tokens.append(Token(Span(at, at + len(word)), word, "NN", word.lower()))
        at += len(word) + 1

    def placed(part: str) -> int:
        return next(n for n in range(len(words)) if words[n : n + len(part.split())] == part.split())

    held = [spoken(part, kind, placed(part)) for part, kind in mentions]
    people = [
        Somebody(kind, part.removeprefix("the "), None, (n,)) for n, (part, kind) in enumerate(mentions)
    ]
    ruled = [
        Mention(Span(text.index(part), text.index(part) + len(part)), number, "name")
        for number, (part, _) in enumerate(entities)
    ]
    signals = Signals(tuple(words), np.zeros((len(words), 1), dtype=np.float32), (), tuple(held))
    known = tuple(entity for _, entity in entities)
    of = {number: number for number in range(len(held))}
    return Cast(tokens, known, tuple(ruled), frozenset(), signals, tuple(people), of)


def part(held: Cast, words: str) -> tuple[int, int]:
    wanted = words.split()
    all_words = list(held.signals.words)
    first = next(n for n in range(len(all_words)) if all_words[n : n + len(wanted)] == wanted)
    return first, first + len(wanted)


def test_one_name_makes_one_body() -> None:
    mentions = [
        spoken("Jorim Hesk", "person", 0),
        spoken("the Front", "party", 3),
        spoken("Hesk", "person", 9, 2),
        spoken("The Front", "party", 12, 3),
        spoken("soldiers", "unit", 20, 3),
        spoken("soldiers", "unit", 30, 5),
    ]
    assert namesakes(mentions, [[0], [1], [2], [3], [4], [5]]) == [[0, 2], [1, 3], [4], [5]]


def test_a_last_name_that_two_bear_joins_nobody() -> None:
    mentions = [
        spoken("Jorim Hesk", "person", 0),
        spoken("Mira Hesk", "person", 5),
        spoken("Hesk", "person", 9),
    ]
    assert len(namesakes(mentions, [[0], [1], [2]])) == 3


@pytest.mark.parametrize(
    ("outer", "inner", "at", "owned"),
    [
        ("the Front 's spokesman", "the Front", 0, True),
        ("a clerk of the Front", "the Front", 3, True),
        ("fighters near the Front", "the Front", 2, False),
        ("the Front", "the Front", 0, False),
    ],
)
def test_whose_somebody_is_in_words(outer: str, inner: str, at: int, *, owned: bool) -> None:
    assert _owned(spoken(outer, "person"), spoken(inner, "party", at)) is owned


def test_a_source_is_the_person_named_in_it_else_what_its_head_names() -> None:
    held = cast(
        "the Front 's spokesman , Jorim Hesk , said . A nurse at Velm hospital said .",
        [("the Front", "party"), ("Jorim Hesk", "person"), ("Velm hospital", "place")],
    )
    named = held.speaker(part(held, "the Front 's spokesman , Jorim Hesk"))
    assert named is not None
    assert named.name == "Jorim Hesk"
    nurse = held.speaker(part(held, "A nurse at Velm hospital"))
    assert nurse is not None
    assert nurse.name == "a nurse at Velm hospital"


def test_what_rules_know_of_an_unprinted_country_counts_for_nothing() -> None:
    land = Entity("state", "Egypt", "Egypt", country="EG")
    assert unprinted([land], ["The", "government", "of", "Darmuth"]) == {"EG"}
    assert unprinted([land], ["The", "Egyptian", "government"]) == frozenset()
    assert unprinted([land], ["Cairo", "said"]) == frozenset()


@pytest.mark.parametrize(
    ("words", "place"),
    [("Velm", "Velm"), ("the town", "Velm"), ("there", "Velm"), ("the wells", "wells"), ("the Front", None)],
)
def test_which_place_words_mean(words: str, place: str | None) -> None:
    held = cast(
        "They took Velm . In the town the wells and the Front were there .",
        [("Velm", "place"), ("the Front", "party")],
    )
    assert place_meant(held, part(held, words)) == place


def test_two_who_are_joined_by_and_are_two() -> None:
    held = cast(
        "The Front and the Ondar Staff said . The Bed and Breakfast stands .",
        [("The Front", "party"), ("the Ondar Staff", "organisation")],
    )
    assert held.apart(part(held, "The Front and the Ondar Staff")) == [(0, 2), (3, 6)]
    assert held.apart(part(held, "The Bed and Breakfast")) == [(8, 12)]
