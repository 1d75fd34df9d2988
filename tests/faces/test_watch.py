from __future__ import annotations

import json
import signal
from pathlib import Path

from faces.running import Run

ARTICLE = (
    "Rebels say they took the bridge\n\n5 May 2031\n\nThe rebels said on Monday that they had taken "
    "the town of Vantorr. The defence ministry denied it.\n"
)


def test_a_round_reads_what_is_new_and_says_so(sayso: Run, here: Path) -> None:
    (here / "inbox").mkdir()
    (here / "inbox" / "a.txt").write_text(ARTICLE)
    (here / "s.toml").write_text('[[source]]\nname = "Inbox"\nfolder = "inbox"\n')
    ran = sayso("watch", "s.toml", "--once", "--ledger", "new.db", "--log", "w.log")
    assert ran.code == 0
    assert "Inbox: 1 new article" in ran.out
    assert "Stopped. 1 new article" in ran.out
    (event,) = [json.loads(line) for line in (here / "w.log").read_text().splitlines()]
    assert (event["event"], event["source"], event["read"]) == ("source", "Inbox", 1)
    assert "0 new articles" in sayso("watch", "s.toml", "--once", "--ledger", "new.db").out


def test_settings_that_do_not_hold_are_said_and_nothing_is_made(sayso: Run, here: Path) -> None:
    (here / "s.toml").write_text('[[source]]\nfeed = "file:///etc/passwd"\n')
    ran = sayso("watch", "s.toml", "--once", "--ledger", "new.db")
    assert ran.code == 4
    assert "http or https" in ran.err
    assert not (here / "new.db").exists()


def test_signals_are_given_back(sayso: Run, here: Path) -> None:
    (here / "s.toml").write_text('[[source]]\nfolder = "inbox"\n')
    before = signal.getsignal(signal.SIGTERM)
    ran = sayso("watch", "s.toml", "--once", "--ledger", "new.db")
    assert ran.code == 0
    assert "missing" in ran.out or "no file or folder" in ran.out
    assert signal.getsignal(signal.SIGTERM) is before
