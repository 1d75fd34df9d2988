"""`sayso profile draft` and `sayso profile check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from faces.running import Run


def test_a_draft_can_be_checked(sayso: Run, here: Path) -> None:
    ran = sayso("profile", "draft", "sayso.db", "-o", "war.toml")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "wrote war.toml: edit it, then give it with --profile war.toml\n"
    assert sayso("profile", "draft", "sayso.db").out == (here / "war.toml").read_text(encoding="utf-8")
    checked = sayso("profile", "check", "war.toml")
    assert checked.code == 0
    assert checked.out.startswith("war.toml holds:\n")


def test_a_profile_is_never_written_over(sayso: Run, here: Path) -> None:
    (here / "war.toml").write_text("# mine\n", encoding="utf-8")
    ran = sayso("profile", "draft", "sayso.db", "-o", "war.toml")
    assert ran.code == 2
    assert "war.toml is there already" in ran.err
    assert (here / "war.toml").read_text(encoding="utf-8") == "# mine\n"


def test_what_a_profile_holds(sayso: Run, here: Path) -> None:
    (here / "war.toml").write_text(
        'name = "War in the Hills"\n[[parties]]\nname = "Blues"\nkind = "government"\n'
        '[[parties]]\nname = "Blue army"\nkind = "government"\nside = "Blues"\n'
        'spokespeople = [{ name = "Una Holt" }]\n',
        encoding="utf-8",
    )
    assert sayso("profile", "check", "war.toml").out.splitlines() == [
        "War in the Hills holds:",
        "  1 side, 2 parties",
        "    - Blues: 2 parties, 1 spokesperson",
        "  0 places, 0 sources",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("name = ", "is no TOML"),
        ("colour = 1\n", "colour"),
        ("[[parties]]\n", "name"),
    ],
)
def test_a_profile_that_does_not_hold(sayso: Run, here: Path, content: str | None, said: str) -> None:
    if content is not None:
        (here / "war.toml").write_text(content, encoding="utf-8")
    ran = sayso("profile", "check", "war.toml")
    assert (ran.code, ran.out) == (4, "")
    assert "war.toml" in ran.err
    assert said in ran.err


def test_no_ledger_to_draft_from(sayso: Run) -> None:
    assert sayso("profile", "draft", "gone.db").code == 3
