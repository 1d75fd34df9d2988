from __future__ import annotations

import time

import pytest

from sayso.articles.extraction.stripping import shape_of, strip, without_long_tags


@pytest.mark.parametrize(
    ("page", "pieces"),
    [
        ("<title>T</title><p>One <b>two</b></p><h2>Three</h2>four", ["T", "One two", "Three", "four"]),
        ("<script>no()</script><style>a{}</style><p>yes", ["yes"]),
        ("<head><title>T</title><meta></head><body>b", ["T", "b"]),
        ("a &amp; b &lt; c", ["a & b < c"]),
        ("a < b and <!-- hidden --> c", ["a < b and c"]),
        ("<!doctype html><?xml?><p>x", ["x"]),
        ("<p>open <script>never ends", ["open never ends"]),
        ("cut <a href='", ["cut"]),
    ],
)
def test_strip(page: str, pieces: list[str]) -> None:
    assert [text for text, _ in strip(page, 1000)] == pieces


def test_shape() -> None:
    assert shape_of("<div><p><p><span></span></div><div></div>") == (8, 2)


def test_long_tags_go() -> None:
    assert without_long_tags("a<img x='" + "y" * 100 + "'>b<i>c</i>", longest=50) == "ab<i>c</i>"


@pytest.mark.parametrize("piece", ["<", "<!--", "<script>", "<p", "</", "&lt", "<title>", "<head>", "<a b=>"])
def test_hostile_pages_take_linear_time(piece: str) -> None:
    page = piece * 60_000
    started = time.monotonic()
    strip(without_long_tags(page), 500_000)
    shape_of(page)
    assert time.monotonic() - started < 4
