"""`sayso judge`, `judgements`, `weigh` and `corrections` on the ledger of the Hills."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.running import Run

ANN = ("--by", "Ann Ode", "--reason", "misheard")


def statement(sayso: Run) -> str:
    """Return the id of a statement on Alder Bridge."""
    return str(json.loads(sayso("place", "Alder Bridge", "--json").out)["groups"][0]["lines"][0]["id"])


def test_a_rejected_statement_leaves_its_question_and_is_still_shown(sayso: Run) -> None:
    key = statement(sayso)
    ran = sayso("judge", "reject", key[:9], *ANN)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == [f"- rejected {key[:11]}", "  misheard"]
    assert " · by Ann Ode · " in lines[2]
    assert lines[3] == "Questions and claims were weighed anew."
    assert key not in sayso("export", "questions").out
    assert key not in sayso("place", "Alder Bridge", "--json").out.partition('"mentions"')[0]
    assert "rejected by Ann Ode: misheard" in sayso("show", key).out


def test_undone_is_as_before(sayso: Run) -> None:
    before = sayso("export", "questions").out
    sayso("judge", "correct", statement(sayso), "place", "Birch Mill", *ANN)
    assert sayso("export", "questions").out != before
    made = json.loads(sayso("judgements", "--json").out)[0]["id"]
    assert sayso("judge", "undo", made, "--by", "Bo", "--reason", "heard again").code == 0
    assert sayso("export", "questions").out == before
    out = sayso("judgements").out
    assert "place corrected to “Birch Mill”" in out
    assert "taken back by ju-" in out
    assert out.endswith("2 judgements.\n")
    assert sayso("judgements", "--by", "Bo").out.endswith("1 judgement.\n")
    assert sayso("verify").code == 0


def test_the_name_comes_from_the_environment(sayso: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sayso("judge", "note", "Alder Bridge", "ask the desk").code == 2
    monkeypatch.setenv("SAYSO_NAME", "Ann Ode")
    ran = sayso("judge", "note", "Alder Bridge", "ask the desk", "--json")
    made = json.loads(ran.out)
    assert (made["judgement"]["by"], made["judgement"]["kind"], made["changed"]) == (
        "Ann Ode",
        "place",
        False,
    )


def test_what_cannot_be_is_said_in_a_sentence(sayso: Run) -> None:
    assert sayso("judge", "reject", "st-none", *ANN).code == 3
    ran = sayso("judge", "merge", statement(sayso), "Alder Bridge", *ANN)
    assert (ran.code, "two questions" in " ".join(ran.err.split())) == (2, True)
    assert sayso("judge", "correct", statement(sayso), "place", *ANN).code == 2
    assert sayso("judge", "correct", statement(sayso), "when", "soon", *ANN).code == 4
    assert sayso("judgements").out.startswith("0 judgements.")


def test_weighing_all_again_changes_nothing(sayso: Run) -> None:
    assert "nothing changed." in sayso("weigh").out
    ran = sayso("weigh", "--full", "--json")
    assert json.loads(ran.out)["changed"] is False
    assert sayso("weigh", "--ledger", "none.db").code == 3


def test_corrections_are_written_for_what_was_judged_as_a_whole(sayso: Run, here: Path) -> None:
    sayso("judge", "reject", statement(sayso), *ANN)
    ran = sayso("corrections", "labels", "--conflict", "hills")
    assert ran.code == 3
    assert "not every statement was judged" in ran.err
    assert sayso("corrections", "labels", "--conflict", "hills", "--partly").code == 0
    assert len(list((here / "labels" / "written" / "hills").glob("*.json"))) == 1
    assert sayso("corrections", "labels", "--conflict", "The Hills").code == 2
