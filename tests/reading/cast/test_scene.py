from __future__ import annotations

from reading.cast.stages import SmallGazetteer, page_of
from sayso.model.profile import Party, Profile
from sayso.reading.cast.aliases import alias_table
from sayso.reading.cast.names import find_runs
from sayso.reading.cast.scene import Scene, survey
from sayso.reading.cast.world import world


def scene(text: str, profile: Profile | None = None) -> Scene:
    page = page_of(text)
    known = profile or Profile()
    hits = alias_table(known).scan(page)
    return survey(page, hits, find_runs(page, hits), SmallGazetteer(), world(known))


def test_home_is_where_the_places_are_not_who_speaks_most() -> None:
    found = scene(
        "Israel said Israeli jets struck in southern Lebanon. Israeli officials said Israeli troops were "
        "near the coast of Lebanon. Fighting went on in Lebanon, Israel said."
    )
    assert found.home == "LB"


def test_a_government_fought_at_home_is_one_party_of_two() -> None:
    war = scene("The Taliban fought in Afghanistan. The Taliban hold Zarok in Afghanistan.")
    assert war.government("AF") == "Government of Afghanistan"
    assert war.government("IR") == "Iran"
    assert scene("Rain fell in Afghanistan.").government("AF") == "Afghanistan"


def test_the_leading_party_is_named_far_more_often_than_others() -> None:
    text = "The Taliban fought in Afghanistan. The Taliban left. The Taliban won. The Islamic State lost."
    assert scene(text).leading == "Taliban"
    assert scene("Hamas and Hezbollah met in Lebanon.").leading is None


def test_a_profile_names_the_sides() -> None:
    party = Party(
        "Government of Norrel", "government", "Norrel", "XN", "Immerholt", ("Norrel",), ("Norrelian",)
    )
    found = scene("Norrelian troops left. Immerholt said so.", Profile(parties=(party,)))
    assert found.home == "XN"
    assert found.government("XN") == "Norrel"
    assert found.adjective("XN") == "Norrelian"
