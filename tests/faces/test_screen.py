"""What reaches a terminal, and how it is broken into lines."""

from __future__ import annotations

import io
import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.faces.cli import screen
from sayso.faces.cli.screen import Screen, plain, pour, say, say_json, say_marks
from views.hills import HOSTILE, LONG


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("two\n\n  words\t", "two words "),
        ("\x1b[31mred\x1b[0m", " [31mred [0m"),
        ("left\u202eright\u2066\u200f", "leftright"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("no\u00a0break", "no break"),
        ("[bold]not bold[/bold]", "[bold]not bold[/bold]"),
        ("می\u200cشود", "می\u200cشود"),
        ("\ue000\ud800\U000e0041", "��"),
        ("Łódź 市 🙂", "Łódź 市 🙂"),
    ],
)
def test_words_of_articles_are_made_harmless(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text(st.characters(codec=None)))
def test_nothing_that_a_terminal_obeys_comes_out(text: str) -> None:
    for char in plain(text):
        assert char == " " or char.isprintable() or char in "\u200c\u200d"
        assert unicodedata.category(char) != "Cc"


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(screen, "out", Screen(width=40, soft_wrap=True, emoji=False, markup=False))


def test_lines_hang_under_their_first_word(narrow: None, capsys: pytest.CaptureFixture[str]) -> None:
    say("one two three four five six seven eight nine ten", lead="- ", indent=2)
    assert capsys.readouterr().out.splitlines() == [
        "  - one two three four five six seven",
        "    eight nine ten",
    ]


def test_a_word_longer_than_the_line_is_cut(narrow: None, capsys: pytest.CaptureFixture[str]) -> None:
    say(LONG, indent=4)
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 40 for line in lines)
    assert "".join(line.strip() for line in lines) == LONG


def test_marks_break_between_each_other_only(narrow: None, capsys: pytest.CaptureFixture[str]) -> None:
    say_marks(["st-12345678", ("a-file-name.txt", "dim"), "published 7 Mar 2031"], indent=2)
    assert capsys.readouterr().out.splitlines() == [
        "  st-12345678 · a-file-name.txt",
        "  published 7 Mar 2031",
    ]


def test_a_pipe_gets_whole_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    say("word " * 400)
    assert capsys.readouterr().out == "word " * 399 + "word\n"


@pytest.mark.parametrize("value", [(), {}, None, {"a": (1, 2)}, HOSTILE, "\U000e0041 \x7f \u2028", "市 🙂"])
def test_json_is_valid_and_harmless(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    say_json(value)
    printed = capsys.readouterr().out
    assert json.loads(printed) == json.loads(json.dumps(value))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)


def test_results_for_programs_are_utf_8_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(kept, encoding="ascii", newline="\r\n"))
    say_json("≠")
    pour(["a ≠ b\n", "c\r\n"])
    assert kept.getvalue() == '"≠"\na ≠ b\nc\r\n'.encode()
