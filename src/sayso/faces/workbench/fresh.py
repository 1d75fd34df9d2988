"""Answers that a browser has already are not made again: what a page shows changes with the ledger only."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

UNTAGGED = ("/static/", "/api/v1/events")
"""Files with names of their own, and answers without an end."""


class Fresh:
    """ASGI middleware that gives pages and answers an ETag from the ledger's state and the address.

    `state` names the ledger's state; what it raises is left to the page itself, to say so.
    """

    def __init__(self, app: ASGIApp, state: Callable[[], str], start: str) -> None:
        self.app = app
        self.state = state
        self.start = start

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 304 where nothing changed, else hand the request on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or _is_untagged(scope["path"]):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag = await run_in_threadpool(self._tag, scope, headers)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and tag and message["status"] == 200:
                answer = MutableHeaders(scope=message)
                answer.setdefault("etag", tag)
                answer.setdefault("cache-control", "private, no-cache")
            await send(message)

        if tag and tag in (value.strip() for value in headers.get("if-none-match", "").split(",")):
            await Response(status_code=304, headers={"etag": tag})(scope, receive, send)
            return
        await self.app(scope, receive, sending)

    def _tag(self, scope: Scope, headers: Headers) -> str:
        try:
            state = self.state()
        except Exception:
            return ""
        parts = (self.start, state, scope["path"], scope["query_string"].decode("latin-1"))
        whole = "\0".join((*parts, headers.get("accept", ""), headers.get("cookie", "")))
        return f'W/"{hashlib.sha256(whole.encode()).hexdigest()[:24]}"'


def _is_untagged(path: str) -> bool:
    return path.startswith(UNTAGGED)
