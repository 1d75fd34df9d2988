"""Compiling: whole or not at all, made again when broken, the same bytes each time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.model.errors import UsageError
from sayso.model.place import Place
from sayso.places import build, store
from sayso.places.cache import cache_folder
from sayso.places.entries import Entry, Level


def _few(*_: object) -> list[Entry]:
    entry = Entry(
        Place("t-1", "Vantorr", "town", 1.0, 2.0, "AF", ("AF",), ("Ventor",), size=9), 90_000.0, True
    )
    entry.add(["Vantorr"], Level.MAIN)
    entry.add(["Ventor"], Level.CHOSEN)
    return [entry]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(build, "draft", _few)
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "cache"))


def test_compiles_tells_progress_and_reads_back() -> None:
    steps: list[tuple[int, int]] = []
    file = store.open_places(lambda done, total: steps.append((done, total)))
    assert steps[-1][0] == steps[-1][1]
    assert file.place("t-1") == _few()[0].place
    assert [c.place.id for c in file.named("ventor")] == ["t-1"]
    assert file.sounding_like("vntr") == ("vantorr", "ventor")


def test_a_second_opening_compiles_nothing() -> None:
    store.open_places()
    told: list[int] = []
    store.open_places(lambda done, _total: told.append(done))
    assert told == []


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00"])
def test_a_broken_file_is_made_again(content: bytes) -> None:
    path = build.gazetteer_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert store.open_places().place("t-1") is not None


def test_same_input_same_bytes(tmp_path: Path) -> None:
    build.compile_gazetteer(tmp_path / "a.sqlite")
    build.compile_gazetteer(tmp_path / "b.sqlite")
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_nothing_half_written_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[Entry]:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(build, "draft", broken)
    with pytest.raises(UsageError, match="SAYSO_CACHE"):
        build.compile_gazetteer(build.gazetteer_file())
    assert list(cache_folder().iterdir()) == []


def test_a_folder_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(UsageError, match="SAYSO_CACHE"):
        store.open_places()


def test_cache_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("SAYSO_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "sayso"
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_folder().parts[-3:] == ("Library", "Caches", "sayso")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == tmp_path / "local" / "sayso" / "Cache"
