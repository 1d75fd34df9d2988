from __future__ import annotations

from reading.cast.stages import page_of, read
from sayso.reading.cast.armed import infer_groups

_TEXT = (
    "The Sarvan Liberation Front (SLF) took Zarok in Afghanistan. The SLF said so. "
    "The Karsovian rebels shelled Belqan. The Karsovians left at noon. "
    "Fighters of the Sarvan Liberation Front stayed."
)


def test_groups_are_known_by_their_titles_acronyms_and_company() -> None:
    found = read(_TEXT)
    assert found.name("The Sarvan Liberation Front") == "Sarvan Liberation Front"
    assert found.name("The SLF") == "Sarvan Liberation Front"
    assert found.name("The Karsovian rebels") == found.name("The Karsovians") == "Karsovian rebels"
    assert found.name("the Sarvan Liberation Front") == "Sarvan Liberation Front"


def test_a_country_s_army_is_no_group() -> None:
    found = read("The Malian Army took Zarok. The U.S. Army helped.")
    assert {e.name for e in found.entities if e.kind == "party"} >= {"Malian army"}


def test_a_misspelt_name_is_the_party_s() -> None:
    found = read(
        "The Taliban fought. The Taliban won. The Taliban left. The Talibn came back. The Talib said so."
    )
    assert found.name("The Talibn") == found.name("The Talib") == "Taliban"


def test_a_place_before_rebels_makes_no_group() -> None:
    from reading.cast.stages import SmallGazetteer
    from sayso.reading.cast.names import find_runs

    page = page_of("The Zarok rebels left.")
    runs = find_runs(page, ())
    assert infer_groups(page, (), runs, frozenset(), SmallGazetteer(), ("AF",)) == ()
