"""The gazetteer: names to places, namesakes, misspellings, borders, containment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.place import Place
from sayso.places import geonames
from sayso.places.gazetteer import Gazetteer, load_gazetteer


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Kunduz", (), "Kunduz"),
        ("Konduz", ("AF",), "Kunduz"),
        ("Qunduz", ("AF",), "Kunduz"),
        ("KUNDUZ", ("AF",), "Kunduz"),
        ("Kunduz City", ("AF",), "Kunduz"),
        ("Haratan", ("AF", "UZ"), "Hairatan"),
        ("Islam Qala", ("AF",), "Islam Qala"),
        ("Eslam Qaleh", ("AF",), "Islam Qala"),
        ("the Islam Qala border post", ("AF",), "Islam Qala"),
        ("Toorghundi", ("AF",), "Torghundi"),
        ("Badakhshn", ("AF",), "Badakhshan"),
        ("Qala-i-Naw", ("AF",), "Qala-e Naw"),
        ("Damasucs", ("SY",), "Damascus"),
        ("Al-Fashir", ("SD",), "El Fasher"),
        ("Fasher", ("SD",), "El Fasher"),
        ("Stepanakert", ("AZ",), "Khankendi"),
        ("Avdeevka", ("UA",), "Avdiivka"),
        ("Deir Ezzor", ("SY",), "Deir ez-Zor"),
        ("Bab al-Mandab", (), "Bab al-Mandeb"),
        ("the southern province of Lahij", ("YE",), "Lahij"),
        ("Kherson oblast", ("UA",), "Kherson region"),
        ("Dnieper River", (), "Dnipro River"),
        ("Line of Control", (), "Line of Control"),
        ("Washington", ("AF",), "Washington"),
    ],
)
def test_names(world: Gazetteer, name: str, countries: tuple[str, ...], expected: str) -> None:
    found = world.find(name, countries=countries)
    assert found.place is not None, found.reason
    assert found.place.name == expected
    assert 0 < found.score <= 1
    assert found.reason


@pytest.mark.parametrize(
    ("name", "countries", "where"),
    [
        ("Tripoli", (), "LY"),
        ("Tripoli", ("LB",), "LB"),
        ("Georgia", (), "GE"),
        ("Niger", (), "NE"),
        ("Moscow", ("AF",), "RU"),
        ("Badakhshan", ("AF",), "AF"),
        ("Badakhshan", ("TJ",), "TJ"),
        ("Jalalabad", ("AF",), "AF"),
        ("Jalalabad", ("KG",), "KG"),
        ("al-Jawf", ("YE",), "YE"),
        ("Santiago", (), "CL"),
    ],
)
def test_namesakes_by_context_and_size(
    world: Gazetteer, name: str, countries: tuple[str, ...], where: str
) -> None:
    found = world.find(name, countries=countries)
    assert found.place is not None, found.reason
    assert found.place.country == where


@pytest.mark.parametrize(
    ("name", "countries"),
    [("Springfield", ()), ("Ivanivka", ("UA",)), ("Badakhshan", ()), ("Rafah", ("EG",))],
)
def test_ties_are_not_guessed(world: Gazetteer, name: str, countries: tuple[str, ...]) -> None:
    found = world.find(name, countries=countries)
    assert found.place is None
    assert found.score == 0
    assert len(found.candidates) > 1
    assert "nothing decides" in found.reason


def test_a_small_place_far_off_is_not_meant(world: Gazetteer) -> None:
    found = world.find("Haritan", countries=("CO",), fuzzy=False)
    assert found.place is None
    assert found.candidates
    assert "far" in found.reason


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kunduz", "city"),
        ("Kunduz province", "region"),
        ("province of Kunduz", "region"),
        ("Rafah crossing", "crossing"),
        ("Donbas", "area"),
        ("Afghanistan-Iran border", "border"),
        ("Agdam district", "district"),
        ("Gaza Strip", "region"),
    ],
)
def test_words_of_kind(world: Gazetteer, name: str, kind: str) -> None:
    found = world.find(name, countries=("AF", "PS", "UA", "AZ"))
    assert found.place is not None, found.reason
    assert found.place.kind == kind


def test_kinds_limit(world: Gazetteer) -> None:
    town = world.find("Herat", kinds=frozenset(["city", "town"])).place
    region = world.find("Herat", kinds=frozenset(["region"])).place
    assert town is not None
    assert region is not None
    assert (town.kind, region.kind) == ("city", "region")
    assert world.find("Herat", kinds=frozenset(["river"])).place is None


@pytest.mark.parametrize("name", ["", "   ", "!?", "--", "’"])
def test_nothing_to_look_up(world: Gazetteer, name: str) -> None:
    assert world.find(name).place is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.lists(st.sampled_from(["AF", "UA", "ZZ", ""]), max_size=2))
def test_find_never_raises(world: Gazetteer, name: str, countries: list[str]) -> None:
    found = world.find(name, countries=countries)
    assert (found.place is None) == (found.score == 0)
    assert found.reason


def test_every_border_is_one_from_both_sides(world: Gazetteer) -> None:
    for country in geonames.countries():
        for other in country.neighbours:
            there, back = world.border(country.code, other), world.border(other, country.code)
            assert there is not None
            assert there == back
            assert set(there.between or ()) == {country.code, other}


def test_borders_by_name(world: Gazetteer) -> None:
    border = world.border("Tajikistan", "Afghanistan")
    assert border is not None
    assert border.name == "Afghanistan-Tajikistan border"
    assert world.find("Tajikistan-Afghanistan border").place == border
    assert world.border("Afghanistan", "Chad") is None
    assert world.border("Afghanistan", "Narnia") is None
    assert world.border("AF", "Afghanistan") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Afghanistan", "AF"), ("AFG", "AF"), ("UA", "UA"), ("USA", "US"), ("U.S.", "US"), ("UK", "GB"),
        ("Burma", "MM"), ("Türkiye", "TR"), ("DRC", "CD"), ("Ivory Coast", "CI"), ("the Netherlands", "NL"),
        ("Kosovo", "XK"), ("Taiwan", "TW"), ("Western Sahara", "EH"), ("Palestinian territories", "PS"),
        ("South Korea", "KR"), ("Russian Federation", "RU"),
    ],
)  # fmt: skip
def test_countries(world: Gazetteer, text: str, code: str) -> None:
    place = world.country(text)
    assert place is not None
    assert place.id == code


@pytest.mark.parametrize("text", ["Narnia", "", "Kabul", "ZZ"])
def test_no_country(world: Gazetteer, text: str) -> None:
    assert world.country(text) is None


def test_containment(world: Gazetteer) -> None:
    def id_(name: str, *countries: str) -> str:
        place = world.find(name, countries=countries).place
        assert place is not None
        return place.id

    bakhmut = id_("Bakhmut")
    assert world.within(bakhmut, "UA-14")
    assert world.within(bakhmut, id_("Donbas"))
    assert world.within(bakhmut, "UA")
    assert world.within(bakhmut, bakhmut)
    assert not world.within("UA", bakhmut)
    assert not world.within(bakhmut, "RU")
    assert world.within(id_("Simferopol"), "UA")
    assert world.within(id_("Islam Qala", "AF"), "AF-HER")
    assert world.within(id_("Khan Younis", "PS"), id_("Gaza Strip"))
    assert world.within(id_("Nyala", "SD"), id_("Darfur"))
    assert not world.within("no such place", "UA")


def test_near(world: Gazetteer) -> None:
    bakhmut = world.find("Bakhmut").place
    assert bakhmut is not None
    names = [p.name for p in world.near(bakhmut, 15)]
    assert {"Chasiv Yar", "Soledar"} <= set(names)
    assert "Kyiv" not in names
    border = world.border("AF", "TJ")
    assert border is not None
    assert world.near(border, 100) == ()
    assert world.near(bakhmut, 0) == ()


def test_own_places_win() -> None:
    own = Place("own-kunduz", "Kunduz", "town", 1.0, 2.0, "ZZ", names=("Vantorr", "Vantor Bridge"))
    gazetteer = load_gazetteer([own])
    assert gazetteer.find("Kunduz").place == own
    assert gazetteer.find("Vantorr").place == own
    assert gazetteer.find("vantór").place is None or gazetteer.find("vantór").place == own
    assert gazetteer.place("own-kunduz") == own
    assert gazetteer.find("Herat").place is not None


def test_misspelt_own_place() -> None:
    own = Place("own-v", "Vantorrel", "town", country="ZZ")
    found = load_gazetteer([own]).find("Vantorel", countries=("ZZ",))
    assert found.place == own
    assert found.score < 1
    assert "spelt" in found.reason


def test_the_regions_of_an_article_decide_between_namesakes_in_one_country(world: Gazetteer) -> None:
    assert world.find("Springfield", countries=("US",)).place is None
    place = world.find("Springfield", countries=("US",), regions=["US-OH"]).place
    assert place is not None
    assert "US-OH" in place.within
