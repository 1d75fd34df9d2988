"""Places and actors by their canonical names."""

from __future__ import annotations

import pytest

from reading.scenes import parsed
from sayso.reading.naming import actor_of
from sayso.reading.placing import place_of

PLACES = [
    ("The army left Vantorr.", "Vantorr", "Vantorr"),
    ("The army left the town of Vantorr.", "the town", "Vantorr"),
    ("The army left several districts of Norrel.", "several districts", "districts of Norrel"),
    ("The army left 14 northern villages of Norrel.", "14 northern villages", "northern villages of Norrel"),
    ("The army holds the border of Norrel with Southbasin.", "the border", "Norrel-Southbasin border"),
    ("The army holds 85 % of the territory of Norrel.", "the territory", "Norrel"),
    ("The army holds villages north of Vantorr.", "villages", "villages north of Vantorr"),
    ("The army reached Vantorr and shelled the town.", "the town", "Vantorr"),
    ("The army reached Vantorr and shelled its outskirts.", "its outskirts", "Vantorr"),
]


@pytest.mark.parametrize(("text", "words", "name"), PLACES, ids=[c[0] for c in PLACES])
def test_places(text: str, words: str, name: str) -> None:
    scene, parse = parsed(text)
    phrase = next(p for p in parse.phrases if scene.words(p.first, p.last) == words)
    assert place_of(scene, phrase).name == name


def test_a_place_that_nothing_fixes_stays_open_with_a_reason() -> None:
    scene, parse = parsed("The army shelled the town.")
    named = place_of(scene, parse.phrases[-1])
    assert named.name is None
    assert named.reason == "which place 'the town' is stays open"


ACTORS = [
    ("The army pulled out.", "The army", "Norrel army"),
    ("Fighters from Southbasin left.", "Fighters", "Fighters from Southbasin"),
    ("Two elderly villagers left.", "Two elderly villagers", "elderly villagers"),
    ("Dozens of villagers left.", "Dozens", "villagers"),
    ("Front attacks continued.", "Front attacks", "Weavers' Front"),
]


@pytest.mark.parametrize(("text", "words", "name"), ACTORS, ids=[c[0] for c in ACTORS])
def test_actors(text: str, words: str, name: str) -> None:
    scene, parse = parsed(text)
    phrase = next(p for p in parse.phrases if scene.words(p.first, p.last) == words)
    assert actor_of(scene, phrase).name == name
