"""On whose side names and statements are."""

from __future__ import annotations

import pytest

from sayso.model.profile import KnownSource, Party, Profile
from sayso.weighing.sides import Sides
from weighing.saying import PROFILE, said, told


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("the Reds", "Reds"),
        ("red fighters", "Reds"),
        ("Blue army", "Blues"),
        ("Una Holt", "Blues"),
        ("Somebody Else", "Somebody Else"),
    ],
)
def test_the_profile_tells(name: str, side: str) -> None:
    assert Sides(PROFILE, []).of(name) == side


def test_without_a_profile_the_statements_tell() -> None:
    heard = [said("1", "Ola Berg", "talks", claimer_for="Greens"), said("2", "Ola Berg", "talks")]
    sides = Sides(Profile(), heard)
    assert sides.of("Ola Berg") == "Greens"
    assert [sides.giving(statement) for statement in heard] == ["Greens", "Greens"]


def test_all_organs_of_a_state_come_under_the_name_used_most() -> None:
    heard = [
        said("1", "Ola Berg", "talks", claimer_for="Government of Norway"),
        said("2", "Una Holt", "talks", claimer_for="Government of Norway"),
        said("3", "Jon Lund", "talks", claimer_for="Norway"),
    ]
    sides = Sides(Profile(), heard)
    names = ("Norway", "Norwegian army", "Oslo", "Jon Lund")
    assert {sides.of(name) for name in names} == {"Government of Norway"}
    assert Sides(Profile(), []).of("Norwegian army") == "Norway"


def test_the_profile_outranks_what_words_tell() -> None:
    profile = Profile(parties=(Party("Hill Council", "state", "Hills", aliases=("Norway", "Oslo")),))
    assert Sides(profile, []).of("Norwegian army") == "Hills"


def test_an_outlet_is_its_own_side_unless_it_speaks_for_one() -> None:
    profile = Profile(sources=(KnownSource("Hill Agency", "agency", "Reds"),))
    sides = Sides(profile, [])
    assert sides.giving(told("1", "Hill Agency", "talks")) == "Reds"
    assert sides.giving(told("2", "Hill Post", "talks")) == "Hill Post"


def test_a_statement_of_nobody_is_on_no_side() -> None:
    assert Sides(Profile(), []).giving(said("1", "", "talks")) is None


def test_two_names_that_speak_for_each_other_do_not_go_round_forever() -> None:
    heard = [said("1", "Greens", "talks", claimer_for="Greens")]
    assert Sides(Profile(), heard).of("Greens") == "Greens"
    heard = [said("1", "Aa", "talks", claimer_for="Bb"), said("2", "Bb", "talks", claimer_for="Aa")]
    assert Sides(Profile(), heard).of("Aa") == "Bb"


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Norrel Front fighters", "Norrel Front"),
        ("aircraft of the Norrel Front", "Norrel Front"),
        ("Norrel Front deserters", "Norrel Front deserters"),
        ("Norrel Front sympathisers", "Norrel Front sympathisers"),
        ("two Norwegian army officers", "Norway"),
        ("Norwegian army convoy", "Norway"),
        ("Norwegian army deserters", "Norwegian army deserters"),
    ],
)
def test_an_organ_is_told_by_its_sides_name_beside_the_word_for_an_organ(name: str, side: str) -> None:
    sides = Sides(Profile(), [said("1", "Ola Berg", "talks", claimer_for="Norrel Front")])
    assert sides.of(name) == side


def test_several_names_are_several_sides_where_all_are_known() -> None:
    sides = Sides(PROFILE, [said("1", "Ola Berg", "talks", claimer_for="Norrel Front")])
    assert sides.all_of("Red fighters and Norrel Front") == "Norrel Front and Reds"
    assert sides.all_of("Sand and Stone") == "Sand and Stone"


def test_adjectives_of_the_profile_tell_organs() -> None:
    profile = Profile(parties=(Party("Hills", "state", "Hills", adjectives=("Hillish",)),))
    assert Sides(profile, []).of("Hillish servicemen") == "Hills"


def test_an_adjective_of_a_land_that_no_list_holds_is_traced_to_its_side() -> None:
    heard = [said("1", "Ola Berg", "talks", claimer_for="Government of Quessara")]
    sides = Sides(Profile(), heard)
    names = ("Quessaran servicemen", "Quessaran army", "Quessaran teachers", "Quessarion soldiers")
    assert [sides.of(name) for name in names] == [
        "Government of Quessara",
        "Government of Quessara",
        "Quessaran teachers",
        "Quessarion soldiers",
    ]
