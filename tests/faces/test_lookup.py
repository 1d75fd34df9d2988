"""`sayso place`, `sayso who`, `sayso search` on the ledger of the Hills."""

from __future__ import annotations

import json

import pytest

from faces.running import Run


def test_a_place_with_its_questions_and_sides(sayso: Run) -> None:
    ran = sayso("place", "alder")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Alder Bridge: 3 statements in 2 articles"
    assert "  since 4 Mar 2031: contested between Blues and Reds" in lines
    assert "  3 Mar 2031: claimed by Reds only" in lines
    assert lines.index("Blues · 2 claims, 2 statements") < lines.index("Reds · 1 claim, 1 statement")
    assert any(line == "  3 Mar 2031  Reds has taken Alder Bridge" for line in lines)
    assert any(line.startswith("    - Una Holt denies: “Una Holt of the Blues denied") for line in lines)
    assert any(line.startswith("Who holds Alder Bridge?  qu-") for line in lines)
    assert any(line.startswith("  CONTESTED: ") for line in lines)
    assert not any(line.startswith("  ▪ ") for line in lines)
    assert "  ▪ " in sayso("place", "alder", "--full").out


def test_another_spelling_is_said(sayso: Run) -> None:
    ran = sayso("place", "Burch Mill")
    assert ran.out.splitlines()[:2] == [
        "Birch Mill: 2 statements in 2 articles",
        "You asked for “Burch Mill”; this is the name in the ledger that it fits.",
    ]
    assert json.loads(sayso("place", "Burch Mill", "--json").out)["name"] == "Birch Mill"


@pytest.mark.parametrize(("command", "kind"), [("place", "place"), ("who", "claimer")])
def test_nothing_like_it_names_what_there_is(sayso: Run, command: str, kind: str) -> None:
    ran = sayso(command, "Zzzz zz")
    assert (ran.code, ran.out) == (3, "")
    assert f"names no {kind} like 'Zzzz zz'. It names " in ran.err
    assert ran.err.endswith("The words themselves: sayso search 'Zzzz zz'\n")


def test_several_claimers_fit(sayso: Run) -> None:
    ran = sayso("who", "l")
    assert ran.code == 3
    assert "'l' fits" in ran.err
    assert "Una Holt (3 statements)" in ran.err


def test_a_side_by_its_speakers(sayso: Run) -> None:
    ran = sayso("who", "reds")
    assert ran.code == 0
    assert "Ilo Marsh · 2 statements" in ran.out
    assert "▪" not in ran.out
    assert {group["name"] for group in json.loads(sayso("who", "reds", "--json").out)["groups"]} == {
        "Ilo Marsh"
    }


def test_search(sayso: Run) -> None:
    ran = sayso("search", "Birch", "killed")
    assert ran.code == 0
    assert (
        "- Una Holt (for Blues) claims: “She said that 12 people were [killed] at [Birch] Mill.”" in ran.out
    )
    assert "article in mill.txt · published 5 Mar 2031" in ran.out
    assert ran.out.endswith("4 found. One in full: sayso show ID\n")
    assert len(json.loads(sayso("search", "birch", "--json").out)) == 4


def test_search_says_when_there_may_be_more(sayso: Run) -> None:
    assert sayso("search", "birch", "-n", "2").out.endswith(
        "The first 2; there may be more: add --limit 10\n"
    )


@pytest.mark.parametrize("words", [["zzz"], ['"'], ["AND", "OR", "*"], ["--", "-x"], ["\x00\x1b[31m"]])
def test_search_finds_nothing_and_says_so(sayso: Run, words: list[str]) -> None:
    ran = sayso("search", *words)
    assert ran.code == 0
    assert ran.out.startswith("Nothing here holds all of: ")
    assert "\x1b" not in ran.out
