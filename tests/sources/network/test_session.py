from __future__ import annotations

import pytest

from sayso.sources.network.robots import rules_from
from sayso.sources.network.session import _retry_after
from sayso.sources.network.transport import Answer


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 5 ", 5.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-1", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert _retry_after(value) == seconds


def test_crawl_delay_is_read() -> None:
    rules = rules_from(Answer(200, {}, b"User-agent: *\nCrawl-delay: 3\n"))
    assert rules.delay("sayso/1") == 3.0
    assert rules.allow("http://news.example/a", "sayso/1")
