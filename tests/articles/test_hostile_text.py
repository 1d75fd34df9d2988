"""Wrong encodings, NUL and direction marks: a span's text is the stored slice, nothing is lost unsaid."""

from __future__ import annotations

import time

import pytest

from articles.making import got
from sayso.ledger.rows import plain

STORY = "The mayor of Hollow Ford said on Monday that the bridge is open to carts again. Nobody was hurt."
ODD = {
    "nul": STORY.replace("bridge", "br\0idge"),
    "bidi": STORY.replace("bridge", "\u202eegdirb\u202c").replace("mayor", "\u2066mayor\u2069"),
    "joined": STORY.replace("bridge", "bri\u200ddge\ufeff"),
    "marks": STORY.replace("a", "a\u0301" * 3),
    "other": STORY + " Žižek, مجاهد, Владимир, \U0001f3d4.",
}


@pytest.mark.parametrize("media", ["text/plain", "text/html"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "latin-1"])
@pytest.mark.parametrize("name", ODD)
def test_every_span_is_a_slice_of_what_is_stored(name: str, encoding: str, media: str) -> None:
    text = ODD[name]
    content = (f"<html><body><p>{text}</p></body></html>" if media == "text/html" else text).encode(
        encoding, "replace"
    )
    for declared in (None, encoding, "utf-8"):
        found = got(content, media, encoding=declared)
        assert found.articles or found.codes, "nothing, and nothing said"
        for article in found.articles:
            assert plain(article.text) == article.text
            for block in article.blocks:
                assert block.span.of(article.text) == article.text[block.span.start : block.span.end] != ""


def test_an_attribute_of_twenty_million_bytes() -> None:
    begun = time.monotonic()
    found = got(f"<html><body><p>{STORY}</p><img alt='{'A' * 20_000_000}'><p>{STORY}</p>", "text/html")
    assert time.monotonic() - begun < 5
    assert STORY.split(".")[0] in found.article.text
