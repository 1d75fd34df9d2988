"""Profiles from TOML: what is read, and how what is wrong is said."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from sayso.model.errors import InputError
from sayso.model.place import Place
from sayso.model.profile import KnownSource, Party, Profile, Spokesperson
from sayso.profiles import load

FULL = """
name = "Hill war"
note = "Invented."
from = 2031-03-01
until = "2031-04"
places = "hills.toml"

[[parties]]
name = "Reds"
kind = "armed group"
country = "XA"
capital = "Norvik"
aliases = ["the Red movement"]
adjectives = ["Red"]
spokespeople = [{ name = "Ola Berg", role = "spokesman" }, { name = "Una Holt" }]

[[parties]]
name = "Blue army"
kind = "government"
side = "Blues"

[[sources]]
name = "Hill Agency"
kind = "agency"
side = "Blues"
"""
PLACES = """
[[places]]
name = "Upper Ford"
kind = "crossing"
lat = -40
lon = 25.5
country = "XA"
within = ["own.hills"]
names = ["Ford"]
between = ["XA", "XB"]
on = "own.border"
size = 300
"""


def _load(tmp_path: Path, text: str, places: str = PLACES) -> Profile:
    (tmp_path / "war.toml").write_text(text, encoding="utf-8")
    (tmp_path / "hills.toml").write_text(places, encoding="utf-8")
    return load(tmp_path / "war.toml")


def test_every_key_is_read(tmp_path: Path) -> None:
    people = (Spokesperson("Ola Berg", "spokesman"), Spokesperson("Una Holt"))
    assert _load(tmp_path, FULL) == Profile(
        "Hill war", "Invented.", "2031-03-01", "2031-04",
        (
            Party("Reds", "armed group", "Reds", "XA", "Norvik", ("the Red movement",), ("Red",), people),
            Party("Blue army", "government", "Blues"),
        ),
        (
            Place("profile.upper-ford", "Upper Ford", "crossing", -40.0, 25.5, "XA", ("own.hills",),
                  ("Ford",), ("XA", "XB"), "own.border", 300),
        ),
        (KnownSource("Hill Agency", "agency", "Blues"),),
    )  # fmt: skip


def test_an_empty_file_is_an_empty_profile(tmp_path: Path) -> None:
    assert _load(tmp_path, "\ufeff# nothing yet\n") == Profile()


def test_places_may_stand_in_the_profile_itself(tmp_path: Path) -> None:
    assert [p.name for p in _load(tmp_path, PLACES).places] == ["Upper Ford"]


def test_the_demo_profile_holds() -> None:
    with resources.as_file(resources.files("sayso") / "demo" / "profile.toml") as path:
        profile = load(path)
    assert profile.parties
    assert profile.sources


PARTY = '[[parties]]\nname = "Reds"\nkind = "state"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ]\n", r"war\.toml: is no TOML: .*line 1"),
        ("x = " + "[" * 5000, r"war\.toml: is no TOML"),
        ("colour = 1", r"war\.toml: unknown key 'colour' \(known are name"),
        ("name = 3", r"war\.toml: name is no text: 3"),
        ('from = "spring"', r"war\.toml: from is no ISO day"),
        ("from = 2031-03-01T10:00:00", r"war\.toml: from is no ISO day"),
        ('from = "2031-05"\nuntil = 2031-04-30', r"war\.toml: from 2031-05 lies after until 2031-04-30"),
        ('parties = ["Reds"]', r"war\.toml: parties is no list of tables"),
        ('[parties]\nname = "Reds"', r"war\.toml: parties is no list of tables"),
        ('[[parties]]\nname = "Reds"', r"war\.toml: \[\[parties\]\] 1 \(Reds\): kind is missing"),
        ('[[parties]]\nkind = "state"', r"\[\[parties\]\] 1: name is missing"),
        (PARTY + 'mood = "bad"', r"\[\[parties\]\] 1 \(Reds\): unknown key 'mood'"),
        (PARTY + 'country = "xa"', r"\[\[parties\]\] 1 \(Reds\): country is no country code"),
        (PARTY + 'aliases = "the Reds"', r"aliases is no list of texts: 'the Reds'"),
        (PARTY + 'aliases = [" "]', "aliases is no list of texts"),
        (
            '[[parties]]\nname = "R"\nkind = "tribe"',
            r"1 \(R\): kind is none of armed group, .*: 'tribe'",
        ),
        (PARTY + 'spokespeople = [{ role = "x" }]', r"\(Reds\): spokespeople 1: name is missing"),
        (PARTY + PARTY, r"\[\[parties\]\]: 'Reds' stands twice"),
        (
            PARTY + '[[parties]]\nname = "Blues"\nkind = "state"\naliases = ["Reds"]',
            "'Reds' names both Reds and Blues, which are on different sides",
        ),
        ('[[places]]\nname = "X"\nkind = "moon"', r"\[\[places\]\] 1 \(X\): kind is none of country"),
        ('[[places]]\nname = "X"\nkind = "town"\nlat = 91', r"\(X\): lat is no number from -90 to 90: 91"),
        ('[[places]]\nname = "X"\nkind = "town"\nlat = 9', r"\(X\): lat and lon come together"),
        ('[[places]]\nname = "X"\nkind = "town"\nlat = true\nlon = 1', "lat is no number"),
        ('[[places]]\nname = "X"\nkind = "border"\nbetween = ["XA"]', "between is no list of two texts"),
        ('[[places]]\nname = "X"\nkind = "town"\nsize = 1e400', "size is no number"),
        ('places = "../hills.toml"', r"places: '\.\./hills\.toml' is no file beside the profile"),
        ('places = "none.toml"', r"none\.toml: cannot be read"),
        ('[[sources]]\nname = "X"\nkind = "blog"', r"\[\[sources\]\] 1 \(X\): kind is none of agency"),
    ],
)
def test_what_is_wrong_is_said_by_file_table_and_key(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        _load(tmp_path, text)


def test_a_fault_in_the_places_file_names_that_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"hills\.toml: \[\[places\]\] 1: name is missing"):
        _load(tmp_path, FULL, '[[places]]\nkind = "town"')
    with pytest.raises(InputError, match=r"hills\.toml: unknown key 'parties'"):
        _load(tmp_path, FULL, PARTY)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        load(tmp_path / "none.toml")
    (tmp_path / "odd.toml").write_bytes(b"name = '\xff'")
    with pytest.raises(InputError, match=r"odd\.toml: is not UTF-8"):
        load(tmp_path / "odd.toml")
