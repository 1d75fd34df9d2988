"""`sayso backup` and `sayso restore`."""

from __future__ import annotations

from pathlib import Path

from faces.running import Run


def test_there_and_back_with_the_same_head(sayso: Run, here: Path) -> None:
    head = sayso("verify").out.splitlines()[-1]
    made = sayso("backup", "sayso.db", "safe/one.db")
    assert made.code == 0, made.err
    assert made.out.splitlines()[-1] == head
    back = sayso("restore", "safe/one.db", "again.db")
    assert back.code == 0
    assert back.out.splitlines()[-1] == head
    assert (
        sayso("board", "--ledger", "again.db").out.replace("again.db", "sayso.db").splitlines()[:3]
        == sayso("board", "--ledger", "sayso.db").out.splitlines()[:3]
    )


def test_nothing_is_written_over(sayso: Run, here: Path) -> None:
    before = (here / "sayso.db").read_bytes()
    for words in (("backup", "sayso.db", "sayso.db"), ("restore", "sayso.db", "sayso.db")):
        ran = sayso(*words)
        assert ran.code == 2
        assert "there already" in ran.err
    assert (here / "sayso.db").read_bytes() == before
    assert sayso("backup", "none.db", "x.db").code == 3
