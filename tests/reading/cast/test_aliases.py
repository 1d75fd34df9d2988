from __future__ import annotations

import pytest

from reading.cast.stages import page_of
from sayso.model.profile import KnownSource, Party, Profile
from sayso.reading.cast.aliases import alias_table


def found(text: str, profile: Profile | None = None) -> list[tuple[str, str, str]]:
    page = page_of(text)
    hits = alias_table(profile or Profile()).scan(page)
    return [(page.span(h.first, h.last).of(text), h.referent.name, h.form) for h in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Afghan army said so.", [("Afghan", "Afghanistan", "adjective")]),
        ("They told us that the US is ready.", [("US", "United States", "name")]),
        ("Who is it? WHO is ready.", [("WHO", "World Health Organization", "name")]),
        ("He was in kyiv and said so.", [("kyiv", "Ukraine", "seat")]),
        ("South Sudan borders Sudan.", [("South Sudan", "South Sudan", "name"), ("Sudan", "Sudan", "name")]),
        (
            "The al-Qaida in the Islamic Maghreb group",
            [("al-Qaida in the Islamic Maghreb", "Al-Qaeda in the Islamic Maghreb", "name")],
        ),
        ("At dawn the men left. A trend was seen.", []),
        ("An official told Dawn of it.", [("Dawn", "Dawn", "name")]),
        ("The state news agency Saba reported it.", [("Saba", "Saba", "name")]),
        ("They wrote on X about it, and on point X.", [("X", "X", "name")]),
    ],
)
def test_known_names_are_found_by_case_and_cue(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_a_profile_comes_first() -> None:
    front = Party("Weavers' Front", "armed group", "Weavers' Front", aliases=("WF", "the Weavers"))
    norrel = Party(
        "Government of Norrel", "government", "Norrel", "XN", "Immerholt", ("Norrel",), ("Norrelian",)
    )
    profile = Profile(parties=(front, norrel), sources=(KnownSource("Ouvrel Radio", "outlet"),))
    text = "WF men fled Norrelian troops, Immerholt told Ouvrel Radio."
    assert [(name, form) for _, name, form in found(text, profile)] == [
        ("Weavers' Front", "name"),
        ("Government of Norrel", "adjective"),
        ("Government of Norrel", "seat"),
        ("Ouvrel Radio", "name"),
    ]
