from __future__ import annotations

import pytest

from sayso.reading.learned.naming import joined, name_of, personal_name, plain_name
from sayso.reading.learned.pairs import WIDTH, Spoken, features, matrix
from sayso.reading.learned.scheme import KINDS
from sayso.reading.learned.tolls import toll_unit


def spoken(words: str, kind: str = "person", sentence: int = 0, first: int = 0) -> Spoken:
    held = tuple(words.split())
    return Spoken(first, first + len(held), KINDS.index(kind), sentence, held)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Front spokesman Jorim Hesk", "Jorim Hesk"),
        ("Defence Minister Edvard Skaryn", "Edvard Skaryn"),
        ("Marshal Rashid al Qaddum", "Rashid al Qaddum"),
        ("the spokesman", None),
        ("Hesk", "Hesk"),
    ],
)
def test_personal_names(words: str, name: str | None) -> None:
    assert personal_name(words.split()) == name


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("the Ondarek Front", "party", "Ondarek Front"),
        ("its fighters", "unit", "fighters"),
        ("the market town of Dolnik", "place", "Dolnik"),
        ("the Sveta river", "place", "Sveta river"),
        ("a village", "place", "village"),
    ],
)
def test_plain_names(words: str, kind: str, name: str) -> None:
    assert plain_name(words.split(), kind) == name


def test_an_entity_has_its_fullest_name() -> None:
    held = [spoken("He"), spoken("Front spokesman Jorim Hesk"), spoken("Hesk")]
    assert name_of("person", held) == "Jorim Hesk"
    assert (
        name_of("party", [spoken("the Front", "party"), spoken("the Ondarek Front", "party")])
        == "Ondarek Front"
    )
    assert name_of("person", [spoken("he")]) == "he"


def test_words_are_joined_as_printed() -> None:
    assert joined(["Hesk", "'s", "men", ",", "(", "some", ")"]) == "Hesk's men, (some)"


def test_what_two_mentions_share() -> None:
    full, last = spoken("Jorim Hesk", first=3), spoken("Hesk", sentence=4, first=60)
    row = features(full, last, 5)
    assert len(row) == WIDTH
    assert row != features(full, spoken("Tal", sentence=4, first=60), 5)
    assert matrix([full, last], [(0, 1)]).shape == (1, WIDTH)
    assert matrix([], []).shape == (0, WIDTH)


def test_initials_and_stems() -> None:
    def likeness(a: str, b: str) -> list[float]:
        return features(spoken(a, "party"), spoken(b, "party", first=9), 0)[-14:]

    assert likeness("the Seven Hills Movement", "SHM")[8] == 1.0
    assert likeness("Karsovia", "Karsovian army")[12] == 1.0
    assert likeness("Karsovia", "Pomrava")[12] == 0.0


@pytest.mark.parametrize(
    ("words", "anchor", "unit"),
    [
        ("12 were killed", 2, "killed"),
        ("they lost 12 men , all wounded", 1, "wounded"),
        ("26 hurt and 5 killed", 1, "wounded"),
        ("26 hurt and 5 killed", 3, "killed"),
        ("he counted heads", 1, None),
    ],
)
def test_tolls(words: str, anchor: int, unit: str | None) -> None:
    assert toll_unit(words.split(), anchor) == unit
