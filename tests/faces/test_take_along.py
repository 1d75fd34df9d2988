"""`sayso brief` and `sayso chart`, and exports that are more than rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.running import Run


def test_a_brief_goes_to_standard_output_in_markdown(sayso: Run) -> None:
    ran = sayso("brief", "--since", "2031-03-05")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Situation brief, 2031-03-05\n")
    assert "[^1]: “Una Holt said on Wednesday" in ran.out


@pytest.mark.parametrize(
    ("name", "start"), [("b.md", b"# Sit"), ("b.html", b"<!DOCTYPE"), ("b.PDF", b"%PDF")]
)
def test_the_files_name_tells_the_format(sayso: Run, here: Path, name: str, start: bytes) -> None:
    ran = sayso("brief", "--since", "2031-03-04", "--until", "2031-03-05", "-o", name)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {name}\n")
    assert (here / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "March"], "sayso: 'March' is no day: write it as 2031-03-09"),
        (["--since", "2031-03-05", "--until", "2031-03-01"], "sayso: the period ends (2031-03-01) before it"),
        (["--since", "2031-03-05", "-o", "b.docx"], "sayso: there is no brief format 'docx'"),
    ],
)
def test_a_brief_that_cannot_be(sayso: Run, words: list[str], said: str) -> None:
    ran = sayso("brief", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["board"], "board.svg"),
        (["board", "--place", "alder bridge"], "place.png"),
        (["timeline", "--place", "alder bridge"], "bridge.json"),
    ],
)
def test_charts_are_written(sayso: Run, here: Path, words: list[str], name: str) -> None:
    ran = sayso("chart", *words, "-o", name)
    assert (ran.code, ran.err) == (0, f"wrote {name}\n")
    assert (here / name).stat().st_size > 1000


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["timeline", "-o", "x.svg"], 2, "sayso: a timeline is of one place: name it with --place"),
        (["board", "-o", "x.gif"], 2, "sayso: there is no picture format 'gif': there are svg, png, json"),
        (
            ["timeline", "--place", "Atlantis", "-o", "x.svg"],
            3,
            "sayso: this ledger names no place like 'Atlantis'",
        ),
        (["map", "--date", "soon", "-o", "x.svg"], 2, "sayso: 'soon' is no day"),
    ],
)
def test_charts_that_cannot_be(sayso: Run, here: Path, words: list[str], code: int, said: str) -> None:
    ran = sayso("chart", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(said)
    assert not list(here.glob("x.*"))


def test_bytes_go_into_files(sayso: Run, here: Path) -> None:
    assert sayso("export", "claims", "-f", "parquet", "-o", "c.parquet").code == 0
    assert (here / "c.parquet").read_bytes()[:4] == b"PAR1"


def test_bytes_are_not_poured_onto_a_terminal(sayso: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    ran = sayso("export", "claims", "-f", "parquet")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "sayso: parquet is not for reading: name a file with --output\n"


def test_a_kind_that_a_format_does_not_carry(sayso: Run) -> None:
    ran = sayso("export", "articles", "-f", "geojson")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "sayso: geojson does not carry articles: it carries statements\n"


def test_a_format_of_another_tool_on_standard_output(sayso: Run) -> None:
    ran = sayso("export", "statements", "-f", "annotation")
    assert len(json.loads(ran.out)["items"]) == 6
