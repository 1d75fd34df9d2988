from __future__ import annotations

import pytest

from sayso.reading.learned.naming import head_of, is_named, joined, name_of, personal_name, plain_name
from sayso.reading.learned.pairs import WIDTH, Spoken, matrix
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
        ("the Ondarek Front 's spokesman", None),
        ("A baker among them", None),
        ("a Karsovian sergeant", None),
        ("a spokesman for the Ondarek Front", None),
        ("an adviser to Prime Minister Jorim Hesk", None),
        ("Foreign Minister Layla bint Orsan", "Layla bint Orsan"),
        ("Colonel Tal Orsan , spokesman for the Eastern Staff", "Tal Orsan"),
        ("Voice of the Shore", None),
        ("Mira Tal of Velm", "Mira Tal"),
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
        ("the Seven Wells Movement", "party", "Seven Wells Movement"),
        ("to 200 contractors", "unit", "contractors"),
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


def test_a_person_is_called_by_the_name_that_most_mentions_share() -> None:
    held = [spoken("Orsan"), spoken("Mr Orsan"), spoken("Rosa Velk"), spoken("Tal Orsan")]
    assert name_of("person", held) == "Tal Orsan"


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("a nurse at Velm hospital", "nurse"),
        ("the Front 's spokesman , Jorim Hesk", "spokesman"),
        ("Velm", "Velm"),
        ("of Velm", "Velm"),
    ],
)
def test_what_a_phrase_is_about(words: str, head: str) -> None:
    assert words.split()[head_of(words.split())] == head


def test_what_is_called_by_a_name() -> None:
    assert is_named("the town of Velm")
    assert is_named("al-Qaddum")
    assert not is_named("some fighters")


def test_words_are_joined_as_printed() -> None:
    assert joined(["Hesk", "'s", "men", ",", "(", "some", ")"]) == "Hesk's men, (some)"


def likeness(a: Spoken, b: Spoken) -> list[float]:
    return [float(value) for value in matrix([a, b], [(0, 1)])[0][-14:]]


def test_what_two_mentions_share() -> None:
    full, last = spoken("Jorim Hesk", first=3), spoken("Hesk", sentence=4, first=60)
    (row,) = matrix([full, last], [(0, 1)])
    assert row.shape == (WIDTH,)
    other = spoken("Tal", sentence=4, first=60)
    assert likeness(full, last) == [1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0]
    assert likeness(full, other) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert matrix([], []).shape == (0, WIDTH)


def test_each_pair_has_its_own_features_whatever_others_are_asked_with_it() -> None:
    held = [
        spoken("the Seven Wells Movement", "party"),
        spoken("SWM", "party", 1, 9),
        spoken("he", "person", 2, 20),
        spoken("Velm", "place", 9, 80),
    ]
    pairs = [(0, 1), (0, 3), (1, 2), (2, 3)]
    together = matrix(held, pairs)
    for row, (i, j) in zip(together, pairs, strict=True):
        assert (row == matrix(held, [(i, j)])[0]).all()
    assert together[:, :8].sum(1).tolist() == [1, 1, 1, 1]


def test_initials_and_stems() -> None:
    def like(a: str, b: str) -> list[float]:
        return likeness(spoken(a, "party"), spoken(b, "party", first=9))

    assert like("the Seven Wells Movement", "SWM")[8] == 1.0
    assert like("SWM", "the Seven Wells Movement")[8] == 1.0
    assert like("the Movement", "he")[8] == 0.0
    assert like("Karsovia", "Karsovian army")[12] == 1.0
    assert like("Karsovia", "Pomrava")[12] == 0.0


@pytest.mark.parametrize(
    ("words", "anchor", "unit"),
    [
        ("12 were killed", 2, "killed"),
        ("they lost 12 men , all wounded", 1, "wounded"),
        ("26 hurt and 5 killed", 1, "wounded"),
        ("26 hurt and 5 killed", 3, "killed"),
        ("he counted heads", 1, None),
        ("the army lost two men", 2, "killed"),
        ("17 soldiers laid down their arms", 2, "surrendered"),
        ("they lost 12 , and 3 were captured", 7, "captured"),
    ],
)
def test_tolls(words: str, anchor: int, unit: str | None) -> None:
    assert toll_unit(words.split(), anchor) == unit
