"""What a caller may decide about collecting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import metadata

MIB = 1024 * 1024


@cache
def default_agent() -> str:
    """Return the user agent that Sayso gives itself: ``sayso/VERSION``."""
    try:
        return f"sayso/{metadata.version('sayso')}"
    except metadata.PackageNotFoundError:
        return "sayso/0"


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Limits of collecting; the defaults are safe for targets that nobody has looked at.

    `allow_private` lets loopback, private and other special addresses be fetched.  `max_bytes` is the
    largest file or standard input taken, `max_page_bytes` the largest page, counted both as sent and as
    unpacked.  `timeout_seconds` bounds one step of a fetch (connecting, one read), `total_seconds` a
    whole page with its redirects; `attempts` counts the first try too; a server that asks to be left
    alone for longer than `max_wait_seconds` is given up; `pause_seconds` is the least time between two
    requests to one site, even where its robots.txt asks for less.
    """

    allow_private: bool = False
    max_bytes: int = 50 * MIB
    max_page_bytes: int = 20 * MIB
    user_agent: str = ""
    timeout_seconds: float = 15.0
    total_seconds: float = 60.0
    max_redirects: int = 5
    attempts: int = 3
    max_wait_seconds: float = 20.0
    pause_seconds: float = 0.0

    @property
    def agent(self) -> str:
        """Return the user agent to send."""
        return self.user_agent or default_agent()
