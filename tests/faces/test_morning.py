"""`sayso diff`, `sayso record`, and the two clocks on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.running import Run
from views.campaign import make_campaign


@pytest.fixture
def war(sayso: Run, here: Path) -> Run:
    make_campaign(here / "war.db")
    return lambda *words, **more: sayso(*words, "-l", "war.db", **more)


def test_a_diff_in_words(war: Run) -> None:
    ran = war("diff", "--since", "2031-03-04", "--until", "2031-03-05")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0] == "New from 4 Mar 2031 to 5 Mar 2031: 4 statements in 2 articles, 6 changes"
    heads = [line for line in lines if line and not line.startswith(" ")][1:-1]
    assert heads == ["Reversals · 1", "Admissions · 1", "First verifications · 1", "New claims · 3"]
    assert any(line.startswith("  - 5 Mar 2031: Oak Ford: was contested") for line in lines)
    assert lines[-1] == "The evidence of one: sayso show ID --ledger war.db"


def test_every_id_in_a_diff_can_be_shown(war: Run) -> None:
    found = json.loads(war("diff", "--since", "2031-03-02", "--json").out)
    assert {one["kind"] for one in found["changes"]} >= {"new claim", "denial", "verification"}
    for one in found["changes"]:
        assert war("show", one["line"]["id"]).code == 0


def test_markdown_leaves_nothing_out_and_cannot_be_broken_into(war: Run, here: Path) -> None:
    ran = war("diff", "--since", "2031-03-04", "--until", "2031-03-04", "--markdown")
    assert ran.out.startswith(
        "# New from 4 Mar 2031 to 4 Mar 2031\n\n2 statements in 1 article, 3 changes.\n"
    )
    assert "\n## Admissions (1)\n\n- 4 Mar 2031: Who holds Oak Ford? " in ran.out
    assert ran.out.count("\n- ") == 3
    row = {
        "article": "https://hill.example/a b)[x](y", "evidence": "x", "type": "control",
        "epistemic": "true-certain", "claimer": "<b>*Reds*</b>\n# Head", "actor": "`Reds`|", "place": "[Oak](http://x)",
    }  # fmt: skip
    (here / "bad.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    war("import", "statements", "bad.jsonl")
    bad = war("diff", "--since", "2020-01-01", "--until", "2090", "--markdown").out
    line = next(line for line in bad.splitlines() if "Head" in line)
    assert "\\<b\\>\\*Reds\\*\\</b\\> \\# Head" in line
    assert "\\[Oak\\](http://x)" in line
    assert "](https://hill.example" not in line


def test_nothing_new(war: Run) -> None:
    ran = war("diff", "--since", "2031-03-07", "--until", "2031-03-09")
    assert (ran.code, "Nothing changed." in ran.out) == (0, True)
    assert (
        "Nothing changed." in war("diff", "--since", "2031-03-07", "--until", "2031-03-09", "--markdown").out
    )


@pytest.mark.parametrize(
    "words",
    [
        ("diff", "--since", "Tuesday"),
        ("diff", "--since", "2031-03-07", "--until", "2031-03-06"),
        ("board", "--as-of", "soon"),
        ("place", "Oak Ford", "--known-on", "2031-02-30"),
        ("export", "claims", "--as-of", "2031-03-07T06:00"),
    ],
)
def test_what_is_no_day_is_said(war: Run, words: tuple[str, ...]) -> None:
    ran = war(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("sayso: ")


def test_a_record_in_words(war: Run) -> None:
    ran = war("record", "reds")
    lines = ran.out.splitlines()
    assert lines[0] == "Reds: 4 factual claims"
    assert "    1  conceded  the side that it hurts says so too" in lines
    assert "    3  alone     nobody else says so, and nobody denies it" in lines
    assert any(
        line.startswith("  - 1 Mar 2031  Reds has taken Oak Ford · conceded, by Blues") for line in lines
    )
    found = json.loads(war("record", "reds", "--json").out)
    assert (found["counts"]["conceded"], found["counts"]["alone"]) == (1, 3)
    assert war("record", "Zzz").code == 3


@pytest.mark.parametrize(
    "words",
    [
        ("board",),
        ("place", "Oak Ford"),
        ("who", "Reds"),
        ("search", "Oak"),
        ("record", "Reds"),
        ("show", "day-01.txt"),
    ],
)
def test_every_view_takes_both_clocks(war: Run, words: tuple[str, ...]) -> None:
    now = war(*words)
    then = war(*words, "--as-of", "2031-03-02", "--known-on", "2031-03-04")
    assert (now.code, then.code) == (0, 0), then.err
    assert then.out.startswith("As of 2 Mar 2031 · known on 4 Mar 2031: 3 statements of ")
    assert "As of" not in now.out
    assert war(*words, "--as-of", "9000", "--json").out == war(*words, "--json").out.replace(
        '"as_of": null', '"as_of": "9000-12-31"'
    )


def test_an_export_says_its_clocks_aside(war: Run) -> None:
    ran = war("export", "statements", "--as-of", "2031-03-02")
    assert len(ran.out.splitlines()) == 3
    assert ran.err == "As of 2 Mar 2031: 3 statements of 11; left out: 8 about later days\n"
    assert war("export", "statements", "--as-of", "9000").out == war("export", "statements").out


def test_a_place_day_by_day(war: Run) -> None:
    rows = json.loads(war("place", "Oak Ford", "--daily").out)
    assert [row["date"] for row in rows] == [f"2031-03-0{day}" for day in range(1, 6)]
    assert [row["status"] for row in rows] == [None, "CONTESTED", "CONTESTED", "Reds", None]
