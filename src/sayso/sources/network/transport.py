"""One request to one vetted address, with its answer held to a size and a time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpx2

from sayso.model.errors import FetchRefused
from sayso.sources.network.addresses import Destination, Unreachable
from sayso.sources.options import FetchOptions
from sayso.sources.unpacking import Packed, unpacked

_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_STEP = 65536


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and unpacked body of one answer."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Transport:
    """Sends requests; holds no connection open, no cookie, and uses no proxy of the environment.

    A kept connection would be shared by all hosts at one address, and a proxy would look hosts up
    again: either would undo the vetting.
    """

    def __init__(self, options: FetchOptions) -> None:
        self._options = options
        self._client = httpx2.Client(
            headers={"User-Agent": options.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"},
            timeout=httpx2.Timeout(options.timeout_seconds),
            limits=httpx2.Limits(max_keepalive_connections=0),
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Let all connections go."""
        self._client.close()

    def get(self, where: Destination, deadline: float, asking: Mapping[str, str] | None = None) -> Answer:
        """Return the answer of `where`, asked with some more headers; redirects are answers like others.

        Raises:
            FetchRefused: the body is larger than allowed, packed in an unknown way, or came too slowly.
            Unreachable: no connection, no answer, or an answer that broke off.
        """
        headers = {**(asking or {}), "Host": where.authority}
        extensions = {"sni_hostname": where.host}
        try:
            self._client.cookies.clear()
            with self._client.stream("GET", where.dialled, headers=headers, extensions=extensions) as answer:
                names = {name.lower(): value for name, value in answer.headers.items()}
                body = (
                    b""
                    if answer.is_redirect or answer.status_code == 304
                    else self._body(answer, names, deadline)
                )
                return Answer(answer.status_code, names, body)
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            raise Unreachable(str(error) or type(error).__name__) from None
        except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
            raise FetchRefused(f"the request cannot be put: {error}") from None

    def _body(self, answer: httpx2.Response, headers: Mapping[str, str], deadline: float) -> bytes:
        cap = self._options.max_page_bytes
        declared = headers.get("content-length", "")
        if declared.isdecimal() and len(declared) < 20 and int(declared) > cap:
            raise FetchRefused(f"the page is larger than {cap:,} bytes")
        try:
            packing = headers.get("content-encoding", "")
            return unpacked(_raw(answer, cap, deadline), packing, cap)
        except Packed as error:
            raise FetchRefused(f"the page cannot be used: {error}") from None


def _raw(answer: httpx2.Response, cap: int, deadline: float) -> Iterator[bytes]:
    size = 0
    for part in answer.iter_raw(_STEP):
        size += len(part)
        if size > cap:
            raise FetchRefused(f"the page is larger than {cap:,} bytes")
        if time.monotonic() > deadline:
            raise FetchRefused("the page came too slowly")
        yield part
