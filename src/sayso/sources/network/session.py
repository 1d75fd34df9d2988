"""A run of fetches: every hop vetted, robots asked once a site, patience where a server asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import stamina

from sayso.model.errors import FetchRefused
from sayso.sources.network.addresses import Destination, Unreachable, vet
from sayso.sources.network.robots import Rules, rules_from
from sayso.sources.network.transport import Answer, Transport
from sayso.sources.options import FetchOptions

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})

# Stamina would print a line for each retry; a failure is reported once, as an issue.
stamina.instrumentation.set_on_retry_hooks([])


class _Busy(Exception):
    """The server asked to come back later; `wait` in seconds where it said when."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer
        self.wait = _retry_after(answer.headers.get("retry-after", ""))


@dataclass(frozen=True, slots=True)
class Page:
    """The last answer of a chain of redirects, and the URL that gave it."""

    url: str
    answer: Answer


class Session:
    """Fetches pages one after the other; close it after use."""

    def __init__(self, options: FetchOptions) -> None:
        self._options = options
        self._transport = Transport(options)
        self._rules: dict[str, Rules] = {}
        self._last: dict[str, float] = {}

    def close(self) -> None:
        """Let all connections go."""
        self._transport.close()

    def fetch(self, url: str, asking: Mapping[str, str] | None = None) -> Page:
        """Return the page at `url`, asked for with some more headers (``If-None-Match`` and the like).

        Raises:
            FetchRefused: the URL, one it redirects to, its host's address or robots.txt forbids it.
            Unreachable: the server did not answer in any of the attempts.
        """
        return self._follow(url, self._permit, asking)

    @staticmethod
    def patience(header: str) -> float | None:
        """Return the seconds that a Retry-After header asks for, None where it holds nothing of use."""
        return _retry_after(header)

    def _follow(
        self, url: str, permit: Callable[[str, Destination], None], asking: Mapping[str, str] | None = None
    ) -> Page:
        deadline = time.monotonic() + self._options.total_seconds
        for _ in range(self._options.max_redirects + 1):
            where = vet(url, allow_private=self._options.allow_private)
            permit(url, where)
            answer = self._patiently(where, deadline, asking)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return Page(url, answer)
            url = _next(url, answer.headers["location"])
        raise FetchRefused(f"more than {self._options.max_redirects} redirects")

    def _permit(self, url: str, where: Destination) -> None:
        rules = self._rules.get(where.origin)
        if rules is None:
            rules = self._rules[where.origin] = self._ask_robots(where)
        agent = self._options.agent
        if not rules.allow(url, agent):
            raise FetchRefused(f"robots.txt of {where.host} does not allow it, or could not be had")
        pause = (
            self._last.get(where.origin, 0.0)
            + max(rules.delay(agent), self._options.pause_seconds)
            - time.monotonic()
        )
        if pause > self._options.max_wait_seconds:
            raise FetchRefused(f"robots.txt of {where.host} asks for {pause:.0f} seconds between pages")
        if pause > 0:
            time.sleep(pause)
        self._last[where.origin] = time.monotonic()

    def _ask_robots(self, where: Destination) -> Rules:
        try:
            return rules_from(self._follow(f"{where.origin}/robots.txt", lambda _url, _where: None).answer)
        except (FetchRefused, Unreachable):
            return rules_from(None)

    def _patiently(
        self, where: Destination, deadline: float, asking: Mapping[str, str] | None = None
    ) -> Answer:
        limit = self._options.max_wait_seconds

        def again(error: Exception) -> bool | timedelta:
            if isinstance(error, _Busy) and error.wait is not None:
                return timedelta(seconds=error.wait) if error.wait <= limit else False
            return isinstance(error, (_Busy, Unreachable))

        try:
            for attempt in stamina.retry_context(
                on=again, attempts=self._options.attempts, timeout=self._options.total_seconds, wait_max=limit
            ):
                with attempt:
                    answer = self._transport.get(where, deadline, asking)
                    if answer.status in _BUSY:
                        raise _Busy(answer)
                    return answer
        except _Busy as busy:
            return busy.answer
        raise Unreachable("no attempt was made")


def _next(url: str, location: str) -> str:
    try:
        return urljoin(url, location).split("#", 1)[0]
    except ValueError as error:
        raise FetchRefused(f"it redirects to something that is no URL: {error}") from None


def _retry_after(value: str) -> float | None:
    """Return the seconds that a Retry-After header asks for, None where it holds nothing of use."""
    text = value.strip()
    if text.isdecimal() and len(text) < 10:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
