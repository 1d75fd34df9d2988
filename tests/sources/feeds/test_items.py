from __future__ import annotations

import gzip
import json
import time

import pytest

from sayso.sources.feeds.item import tidied
from sayso.sources.feeds.opening import Item, NoFeed, items_of

LIMIT = 1_000_000

RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Gazette</title>
<item><title>Bridge &amp; ferry</title><link>https://gazette.example/a?utm_source=rss&amp;id=3#top</link>
<pubDate>Mon, 05 May 2031 10:00:00 GMT</pubDate>
<content:encoded>&lt;p onclick="x()"&gt;The bridge is open.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;
</content:encoded></item>
<item><title>No link</title><link>javascript:alert(1)</link></item>
<item><title>By its mark</title><guid>https://gazette.example/b</guid></item>
<item><title>A file</title><link>file:///etc/passwd</link></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Bridge</title>
<link href="/a"/><id>tag:gazette.example,2031:a</id><published>2031-05-05T10:00:00Z</published>
<updated>2031-05-06T10:00:00Z</updated></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [
        {
            "id": "1",
            "url": "https://gazette.example/a",
            "title": "Bridge",
            "content_text": "Open <again>.\n\nYes.",
        },
        {"id": "nothing", "url": "ftp://gazette.example/b"},
        "no object",
    ],
}
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://gazette.example/a</loc>
<lastmod>2031-05-06</lastmod><n:news><n:publication_date>2031-05-05</n:publication_date><n:title>Bridge</n:title>
</n:news></url><url><loc>/etc/passwd</loc></url></urlset>"""


def taken(content: bytes) -> tuple[list[Item], list[str]]:
    found = list(items_of(content, "https://gazette.example/feed", LIMIT))
    return [f for f in found if isinstance(f, Item)], [f for f in found if isinstance(f, str)]


def test_rss() -> None:
    items, left_out = taken(RSS)
    assert [i.url for i in items] == ["https://gazette.example/a?id=3", "https://gazette.example/b"]
    assert items[0].title == "Bridge & ferry"
    assert items[0].published == "Mon, 05 May 2031 10:00:00 GMT"
    assert items[0].html == "<p>The bridge is open.</p>"
    assert [line for line in left_out if "javascript" in line]
    assert [line for line in left_out if "file:" in line]


def test_atom_links_lead_from_the_feed() -> None:
    (item,), _ = taken(ATOM)
    assert item == Item("https://gazette.example/a", "Bridge", "2031-05-05T10:00:00Z", "2031-05-06T10:00:00Z")


def test_json_feed() -> None:
    (item,), left_out = taken(json.dumps(JSON).encode())
    assert item.html == "<p>Open &lt;again&gt;.</p><p>Yes.</p>"
    assert len(left_out) == 2


@pytest.mark.parametrize("content", [SITEMAP, gzip.compress(SITEMAP, mtime=0)])
def test_news_sitemap_packed_or_not(content: bytes) -> None:
    (item,), left_out = taken(content)
    assert item == Item("https://gazette.example/a", "Bridge", "2031-05-05", "2031-05-06")
    assert left_out == ["an entry without a web address was left out: '/etc/passwd'"]


def test_index_of_sitemaps_says_what_to_name() -> None:
    index = b"<sitemapindex><sitemap><loc>https://gazette.example/s1.xml</loc></sitemap></sitemapindex>"
    items, left_out = taken(index)
    assert not items
    assert "https://gazette.example/s1.xml" in left_out[0]


LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Nothing of the kind.",
        b"<html><body>A page.</body></html>",
        b"/etc/passwd",
        b"file:///etc/passwd",
        b"http://127.0.0.1/feed",
        b'{"items": 3}',
        b"[" * 100_000,
        b"{" * 100_000,
        b"\x1f\x8b broken",
        f"<!DOCTYPE r [{LAUGHS}]><rss><channel><title>&l11;</title></channel></rss>".encode(),
        f"<!DOCTYPE r [{LAUGHS}]><urlset><url><loc>&l11;</loc></url></urlset>".encode(),
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
        b'<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><urlset></urlset>',
        gzip.compress(b"<urlset>" + b" " * 3_000_000, mtime=0),
    ],
    ids=lambda c: repr(c[:30]),
)
def test_what_is_no_feed_is_refused_at_once(content: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(NoFeed):
        taken(content)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://a.example", "https://a.example/"),
        (" HTTPS://a.example/x?b=1&fbclid=2&c= ", "https://a.example/x?b=1&c="),
        ("//a.example/x", None),
        ("http://[", None),
        ("data:text/html,x", None),
        ("https:///x", None),
    ],
)
def test_links_are_tidied(link: str, address: str | None) -> None:
    assert tidied(link) == address
