from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.making import PROSE, fetched, got, pdf
from sayso.articles import articles_of
from sayso.model.article import Article
from sayso.model.issue import Issue

MEDIA = [
    "text/plain",
    "text/html",
    "text/markdown",
    "application/json",
    "application/x-ndjson",
    "application/pdf",
]


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("content", [b"", b"  \n\t\n "])
def test_empty_and_blank(media: str, content: bytes) -> None:
    found = got(content, media)
    assert (found.articles, found.codes) == ([], ["empty"])
    assert found.issues[0].severity == "error"


def test_media_that_nobody_reads() -> None:
    assert got(b"x", "image/png").codes == ["unsupported-media"]


@pytest.mark.parametrize("media", MEDIA)
def test_noise_is_an_issue_and_nothing_more(media: str) -> None:
    found = got(random.Random(7).randbytes(20_000), media)
    assert [issue.severity for issue in found.issues].count("error") >= 1
    assert found.articles == []


@pytest.mark.parametrize(
    ("content", "media", "codes"),
    [
        (PROSE[:150].encode() + b"\xe2\x80", "text/plain", ["date-open"]),
        (f"<html><body><p>{PROSE}</p><p>The army sai".encode(), "text/html", ["date-open"]),
        (
            pdf([*PROSE.replace("“", '"').replace("”", '"').split("\n")])[:400],
            "application/pdf",
            ["broken-pdf"],
        ),
        (b'{"text": "The army said', "application/json", ["broken-json"]),
    ],
)
def test_truncated(content: bytes, media: str, codes: list[str]) -> None:
    assert got(content, media).codes[-1:] == codes


def test_one_line_of_fifty_million_bytes_stays_bounded() -> None:
    started = time.monotonic()
    found = got(b"word " * 10_000_000)
    assert time.monotonic() - started < 10
    assert "cut" in found.codes
    assert len(found.article.text) <= 500_000


def test_a_million_lines_stay_bounded() -> None:
    started = time.monotonic()
    found = got(b"a\n" * 1_000_000)
    assert time.monotonic() - started < 10
    assert "cut" in found.codes


def test_same_capture_same_articles() -> None:
    assert list(articles_of(fetched(PROSE))) == list(articles_of(fetched(PROSE)))


def check(found: list[Article | Issue]) -> None:
    assert found
    for one in found:
        if isinstance(one, Issue):
            assert one.stage == "articles"
            assert one.code == one.code.lower().replace("_", "-").replace(" ", "-")
            assert one.message.endswith(".")
            continue
        covered = [False] * len(one.text)
        end = 0
        for block in one.blocks:
            assert end <= block.span.start < block.span.end <= len(one.text)
            end = block.span.end
            for place in range(block.span.start, block.span.end):
                covered[place] = True
        assert all(seen or char.isspace() for seen, char in zip(covered, one.text, strict=True))
        one.text.encode("utf-8")


LINES = st.sampled_from(
    [
        "", "", "Home | World | Sport", "By Ann Teller", "HARLOW, July 9 (AFP) - The army left.", "AFP",
        "The army said on Friday that its soldiers had left the town after a night of shelling.", "of 5",
        "Read also: More", "© 2031 The Lomer Courier", "• The bridge", "In short:", "___", "Two towns fall",
        "A soldier guards the bridge in Harlow on July 9.", "\u202eturned", "“We hold it,” he said",
        "July 9, 2031", "With reporting by AFP and Reuters", "Related stories", "What they say is this:",
        "16x9 Image", "5 hours ago",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n", " "]))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_pages_of_known_lines(lines: list[str], end: str) -> None:
    check(list(articles_of(fetched(end.join(lines)))))


@given(st.text(max_size=600))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_any_text(text: str) -> None:
    check(list(articles_of(fetched(text))))


@given(
    st.binary(max_size=400), st.sampled_from(MEDIA), st.sampled_from([None, "utf-16", "cp1251", "no such"])
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_in_any_media(content: bytes, media: str, encoding: str | None) -> None:
    check(list(articles_of(fetched(content, media, encoding=encoding))))


@given(st.text(alphabet="ab <>/pdiv&;!-='\"\n", max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_tags(text: str) -> None:
    check(list(articles_of(fetched(text, "text/html"))))


@given(st.text(alphabet="ab *_[]()#`<>-!\\\n", max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_marks(text: str) -> None:
    check(list(articles_of(fetched(text, "text/markdown"))))
