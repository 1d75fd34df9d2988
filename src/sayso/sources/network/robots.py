"""What a site's robots.txt lets Sayso ask for (RFC 9309)."""

from __future__ import annotations

from protego import Protego

from sayso.sources.network.transport import Answer

MAX_BYTES = 512 * 1024
"""RFC 9309, 2.5: at least 500 KiB of rules are read; the rest is not looked at."""


class Rules:
    """The rules of one origin."""

    def __init__(self, text: str, *, closed: bool = False) -> None:
        self._parsed = Protego.parse(text)
        self._closed = closed

    def allow(self, url: str, agent: str) -> bool:
        """Tell whether the agent may fetch the URL."""
        return not self._closed and bool(self._parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """Return how many seconds the site asks to leave between two requests."""
        return float(self._parsed.crawl_delay(agent) or 0.0)


def rules_from(answer: Answer | None) -> Rules:
    """Return the rules that an answer to ``/robots.txt`` stands for.

    RFC 9309, 2.3.1: no such file means that all is allowed; a server in trouble, or out of reach
    (`answer` is None), that nothing is.
    """
    if answer is None or answer.status >= 500 or answer.status == 429:
        return Rules("", closed=True)
    if answer.status >= 300:
        return Rules("")
    return Rules(answer.content[:MAX_BYTES].decode("utf-8", "replace"))
