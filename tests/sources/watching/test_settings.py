from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sayso.model.errors import InputError
from sayso.sources.watching.settings import Watched, load_settings

FULL = """
[watch]
every = "10min"
recheck = ["1d", "2h"]
pause = "5s"
[[source]]
name = "Gazette"
feed = "https://gazette.example/rss"
every = "30s"
text = "feed"
[[source]]
folder = "inbox"
"""


def test_settings(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(FULL)
    got = load_settings(tmp_path / "s.toml")
    inbox = str(tmp_path / "inbox")
    assert got.sources == (
        Watched("Gazette", "feed", "https://gazette.example/rss", timedelta(seconds=30), "feed"),
        Watched(inbox, "folder", inbox, timedelta(minutes=10)),
    )
    assert got.recheck == (timedelta(hours=2), timedelta(days=1))
    assert got.pause == timedelta(seconds=5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no source"),
        ("source = 3", "no source"),
        ("x = ", "no TOML"),
        ("[[source]]\nfeed = 'https://a.example/f'\nfolder = 'x'", "give one of"),
        ("[[source]]\nname = 'x'", "give one of"),
        ("[[source]]\nfeed = '/etc/passwd'", "http or https"),
        ("[[source]]\nfeed = 'file:///etc/passwd'", "http or https"),
        ("[[source]]\nfeed = 'https://a.example/f'\nevry = '1h'", "'evry' is not known"),
        ("[[source]]\nfeed = 'https://a.example/f'\nevery = 'often'", "no span of time"),
        ("[watch]\nrecheck = '1h'\n[[source]]\nfolder = 'x'", "list of spans"),
        ("[[source]]\nfolder = 'x'\ntext = 'all'", "not page or feed"),
        ("[[source]]\nname='a'\nfolder = 'x'\n[[source]]\nname='a'\nfolder = 'y'", "two sources"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s.toml").write_text(text)
    with pytest.raises(InputError, match=words) as caught:
        load_settings(tmp_path / "s.toml")
    assert str(caught.value).startswith("s.toml: ")
