"""`sayso read` and `sayso import statements` with a reader that reads nothing."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from faces.running import MAIN, READER, STORY, Run, program, write_stories
from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.pipeline import open as opening
from sayso.reading.reader import Reading

FRENCH = (
    "Les rebelles ont pris le moulin du village après une journée de combats, a déclaré leur porte-parole. "
    "Le gouvernement a démenti cette information et assure que ses soldats tiennent toujours le pont.\n"
) * 3


class Reader:
    """Reads nothing in articles; the one called stop.txt stops it."""

    name, version, languages = "fake", "1", frozenset({"en"})

    def read(self, article: Article) -> Reading:
        if article.name == "stop.txt":
            raise KeyboardInterrupt
        return Reading(Analysis(article.id, None), ())


@pytest.fixture(autouse=True)
def profiles(monkeypatch: pytest.MonkeyPatch) -> list[Profile]:
    """The profiles that readers were made ready with."""
    given: list[Profile] = []

    def ready(profile: Profile, *_: Any) -> Reader:
        given.append(profile)
        return Reader()

    monkeypatch.setattr(opening, "ready_reader", ready)
    return given


def test_what_came_in_and_what_to_do_next(sayso: Run, here: Path) -> None:
    write_stories(here / "in", "a.txt", "b.txt")
    (here / "in" / "fr.txt").write_text(FRENCH, encoding="utf-8")
    ran = sayso("read", "in", "-l", "new.db")
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == [
        "2 articles read into new.db: 0 new statements.",
        "1 article kept, but not read: no reader for the language.",
    ]
    assert ran.out.endswith("Next: sayso board --ledger new.db\n")
    assert "warning fr.txt: " in ran.err
    assert "Only English is read so far" in ran.err


def test_reading_again(sayso: Run, here: Path) -> None:
    write_stories(here / "in", "a.txt")
    sayso("read", "in", "-l", "new.db")
    ran = sayso("read", "in", "-l", "new.db")
    assert ran.code == 0
    assert ran.out.startswith("1 article known already: nothing changed.\n")


def test_issues_have_file_place_and_sentence(sayso: Run, here: Path) -> None:
    folder = write_stories(here / "in", "a.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "rows.jsonl").write_text('{"title": "x"}\nnot json\n', encoding="utf-8")
    ran = sayso("read", "in", "missing.txt", "-l", "new.db")
    assert ran.code == 0
    assert "error   empty.txt: " in ran.err
    assert "error   rows.jsonl, line 2, offset " in ran.err
    assert "error   missing.txt: There is no file or folder 'missing.txt'." in ran.err
    assert "Issues: 4 errors" in ran.out


def test_a_refused_address_is_said_and_what_can_be_done(sayso: Run) -> None:
    ran = sayso("read", "http://127.0.0.1:9/story", "-l", "new.db")
    assert (ran.code, ran.out) == (4, "")
    assert "error   http://127.0.0.1:9/story: The page was not fetched: " in ran.err
    assert "--allow-private lets addresses of your own network through" in ran.err
    assert ran.err.endswith("sayso: nothing was read (1 error).\n")


def test_nothing_at_all(sayso: Run, here: Path) -> None:
    (here / "in").mkdir()
    ran = sayso("read", "in", "-l", "new.db")
    assert ran.code == 4
    assert "nothing was read" in ran.err
    assert sayso("read", "-l", "new.db").code == 2


def test_json_is_valid_with_and_without_issues(sayso: Run, here: Path) -> None:
    write_stories(here / "in", "a.txt")
    good = json.loads(sayso("read", "in", "-l", "new.db", "--json").out)
    assert (good["read"], good["known"], good["interrupted"]) == (1, 0, False)
    bad = sayso("read", "missing.txt", "-l", "new.db", "--json")
    assert bad.code == 4
    assert json.loads(bad.out)["issues"][0]["code"] == "missing"


def test_the_profile_is_given_by_option_or_environment(
    sayso: Run, here: Path, profiles: list[Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_stories(here / "in", "a.txt")
    (here / "war.toml").write_text('name = "War in the Hills"\n', encoding="utf-8")
    sayso("read", "in", "-l", "new.db", "--profile", "war.toml")
    sayso("read", "in", "-l", "new.db")
    monkeypatch.setenv("SAYSO_PROFILE", "war.toml")
    sayso("read", "in", "-l", "new.db")
    assert [profile.name for profile in profiles] == ["War in the Hills", "", "War in the Hills"]
    ran = sayso("read", "in", "-l", "new.db", "--profile", "gone.toml")
    assert ran.code == 4
    assert ran.err == "sayso: gone.toml: cannot be read: No such file or directory\n"


def test_the_help_says_that_the_profile_is_to_be_given_each_time(sayso: Run) -> None:
    words = " ".join(sayso("read", "--help", columns=200).out.split())
    assert (
        "A ledger does not keep its conflict profile: give the same one each time (or set SAYSO_PROFILE)"
        in words
    )


def test_ctrl_c_says_what_was_kept(sayso: Run, here: Path) -> None:
    write_stories(here / "in", "a.txt", "stop.txt", "zoo.txt")
    ran = sayso("read", "in", "-l", "new.db")
    assert ran.code == 130
    assert ran.out.startswith("1 article read into new.db")
    assert (
        "stopped by Ctrl-C. The articles counted below are in the ledger, the one in hand is not" in ran.err
    )
    articles = sayso("export", "articles", "-l", "new.db").out.splitlines()
    assert [json.loads(line)["name"] for line in articles] == ["a.txt"]
    assert json.loads(sayso("read", "in", "-l", "new.db", "--json").out)["interrupted"] is True


def test_ctrl_c_before_the_first_article(sayso: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "ready_reader", stopped)
    ran = sayso("read", "x.txt", "-l", "new.db")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.startswith("sayso: stopped by Ctrl-C. What was read before is kept")


def test_a_real_ctrl_c_in_a_process_of_its_own(tmp_path: Path) -> None:
    write_stories(tmp_path / "in", "a.txt", "stop.txt", "zoo.txt")
    ran = program(READER + MAIN, "read", "in", folder=tmp_path)
    assert ran.code == 130, ran.err
    assert ran.out.startswith("1 article read into sayso.db")
    assert "Traceback" not in ran.err


def test_standard_input(sayso: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    ran = sayso("read", "-", "-l", "new.db")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("1 article read into new.db")


def test_import_reports_rows_and_fields(sayso: Run, here: Path) -> None:
    (here / "sheet.csv").write_text(
        "article,evidence,type,epistemic\na.txt,They hold it,control,true-certain\na.txt,x,war,\n", "utf-8"
    )
    ran = sayso("import", "statements", "sheet.csv", "-l", "new.db")
    assert ran.code == 0
    assert ran.out == "1 new statement, 0 known already, 1 article known by name only, in new.db\n"
    assert "error   sheet.csv: row 3: type: 'war' is none of control" in ran.err
    assert "error   sheet.csv: row 3: epistemic: is required" in ran.err
    report = json.loads(sayso("import", "statements", "sheet.csv", "-l", "new.db", "--json").out)
    assert (report["statements"], report["known"], len(report["issues"])) == (0, 1, 2)


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("gone.csv", None, 4, "gone.csv: cannot be read"),
        ("bad.csv", "a,b\n1,2\n", 4, "bad.csv: unknown columns: a, b"),
        ("bad.xls", "x", 2, "bad.xls"),
        ("rows.jsonl", '{"article": "a"}\n', 4, ""),
    ],
)
def test_import_files_that_cannot_be_used(
    sayso: Run, here: Path, name: str, content: str | None, code: int, words: str
) -> None:
    if content is not None:
        (here / name).write_text(content, encoding="utf-8")
    ran = sayso("import", "statements", name, "-l", "new.db")
    assert ran.code == code
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_the_reader_is_chosen_by_name(sayso: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ready(_profile: Profile, _progress: Any, name: str, _options: Any) -> Reader:
        asked.append(name)
        return Reader()

    monkeypatch.setattr(opening, "ready_reader", ready)
    sayso("read", str(here / "articles"), "--reader", "learned", "-l", "a.db")
    sayso("read", str(here / "articles"), "-l", "b.db")
    assert asked == ["learned", "rules"]
