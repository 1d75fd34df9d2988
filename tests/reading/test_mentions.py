from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.cast.stages import read
from sayso.model.profile import Party, Profile, Spokesperson

ARTICLE = (
    "KABUL — The Taliban said on Monday they had seized Zarok in Afghanistan, hours after the army left it. "
    "Taliban spokesman Jalil Haidar told the Ria Novosti agency that the group's fighters held Tirgan, a "
    "post on the border with Iran.\n\n"
    "“Our men are in Zarok,” Haidar said. The Interior Ministry denied it. Its spokesman, Omid Sahar, said "
    "government forces were in Ostan province. They keep to rural areas.\n\n"
    "Residents of Belqan said the insurgents had burnt two villages. Tehran called on all sides to stop."
)


def test_an_article_s_cast() -> None:
    found = read(ARTICLE)
    names = {e.name: e for e in found.entities}
    assert names["Jalil Haidar"].side == "Taliban"
    assert names["Omid Sahar"].side == "Government of Afghanistan"
    assert names["Afghan Interior Ministry"].kind == "organisation"
    assert found.name("the group's fighters") == found.name("the insurgents") == "Taliban"
    assert found.name("the border with Iran") == "Afghanistan-Iran border"
    assert found.name("Ostan province") == "Ostan"
    assert found.name("rural areas") == "rural areas of Afghanistan"
    assert found.name("Tehran") == "Iran"
    assert found.name("all sides") == "parties to the Afghan conflict"
    assert (
        found.mention("Our men").entity is None
        if "Our men" in [m.span.of(ARTICLE) for m in found.mentions]
        else True
    )


def test_mentions_are_ordered_and_do_not_overlap() -> None:
    mentions = read(ARTICLE).mentions
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    assert not any(a.span.overlaps(b.span) for a, b in itertools.pairwise(mentions))


def test_every_open_mention_says_why() -> None:
    assert all(m.reason for m in read(ARTICLE).mentions if m.entity is None)


def test_every_side_is_an_entity() -> None:
    found = read(ARTICLE)
    names = {e.name for e in found.entities}
    sides = {e.side for e in found.entities if e.side}
    assert all(side in names or found.entity(side) for side in sides)


def test_a_profile_s_people_and_parties_are_known() -> None:
    front = Party(
        "Weavers' Front",
        "armed group",
        "Weavers' Front",
        "XN",
        aliases=("the Weavers",),
        spokespeople=(Spokesperson("Ansa Veyl", "spokeswoman"),),
    )
    norrel = Party(
        "Government of Norrel", "government", "Norrel", "XN", "Immerholt", ("Norrel",), ("Norrelian",)
    )
    found = read(
        "The Weavers shelled Norrelian troops. Ansa Veyl said the rebels would go on. Immerholt said no.",
        Profile(parties=(front, norrel)),
    )
    assert found.name("The Weavers") == "Weavers' Front"
    assert found.entity("Ansa Veyl").side == "Weavers' Front"
    assert found.name("the rebels") == "Weavers' Front"
    assert found.name("Immerholt") == "Government of Norrel"


@pytest.mark.parametrize("text", ["", " ", "“", "The.", "A" * 4000, "the " * 800, "(" * 300, "’s " * 100])
def test_any_text_is_read(text: str) -> None:
    assert read(text).mentions is not None


@given(st.text(alphabet="Thearmyof MaliIran's,. “”-12\nkXY", max_size=200))
def test_mentions_are_slices_and_references_exist(text: str) -> None:
    found = read(text)
    for mention in found.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.entity is None or mention.entity < len(found.entities)
        assert mention.entity is not None or mention.reason


def test_the_same_text_gives_the_same_cast() -> None:
    assert read(ARTICLE) == read(ARTICLE)
