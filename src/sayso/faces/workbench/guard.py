"""What stands before every page: who may ask, from where, and what a browser may do with the answer.

Article text is hostile, and so is any other page that the browser has open. Hence: the Host must be ours
(no foreign name can be pointed at us), what changes something must come from our own pages (Origin) with
our token, other sites' pages may load nothing, and no answer may run or fetch anything but our own files.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.faces.workbench.serving import Serving, is_address, is_loopback

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # The addresses of pages hold what is being looked at: no other server need know it. Within our own
    # pages a referrer stays: without one a browser sends forms with an Origin of "null".
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_BODY = 256 * 1024
TOKEN_HEADER = "x-sayso-token"  # noqa: S105 - a name, no secret
TOKEN_FIELD = "token"  # noqa: S105


class Guard:
    """ASGI middleware that refuses what it should, and sends `HEADERS` with everything."""

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self.app = app
        self.serving = serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            # No page of ours opens a web socket.
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        refusal = refused(scope["method"], headers, self.serving)
        if refusal is None and scope["method"] not in SAFE:
            body = await _body(receive)
            receive = _again(body)
            if body is None:
                refusal = PlainTextResponse("The request is too large.", 413)
            elif not _has_token(headers, body, self.serving.token):
                words = "This needs the token of a page of this service. Load the page anew and try again."
                refusal = PlainTextResponse(words, 403)
        await (refusal or self.app)(scope, receive, sending)


def refused(method: str, headers: Mapping[str, str], serving: Serving) -> PlainTextResponse | None:
    """Return the answer to a request that may not be asked so, None where it may."""
    host = headers.get("host", "")
    if not _is_ours(host, serving):
        return PlainTextResponse("This service does not answer to that name.", 421)
    if serving.secret is not None and not _is_known(headers.get("authorization", ""), serving.secret):
        return PlainTextResponse(
            "A password is needed.", 401, {"www-authenticate": 'Basic realm="Sayso", charset="UTF-8"'}
        )
    site = headers.get("sec-fetch-site")
    if site in ("cross-site", "same-site") and not _is_visit(method, headers):
        return PlainTextResponse("Pages of other sites may load nothing here.", 403)
    origin = headers.get("origin")
    if origin is not None and method not in SAFE and urlsplit(origin).netloc != host:
        return PlainTextResponse("Pages of other sites may change nothing here.", 403)
    return None


def _is_visit(method: str, headers: Mapping[str, str]) -> bool:
    """Tell whether somebody follows a link to a page of ours."""
    return method in ("GET", "HEAD") and headers.get("sec-fetch-mode") == "navigate" and (
        headers.get("sec-fetch-dest") == "document"
    )  # fmt: skip


def _is_ours(host: str, serving: Serving) -> bool:
    parts = urlsplit(f"//{host}")
    try:
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if name in serving.names:
        return True
    if (port or 80) != serving.port:
        return False
    if serving.local:
        return is_loopback(name)
    return name in (serving.host, "localhost") or is_address(name)


def _is_known(authorization: str, secret: str) -> bool:
    kind, _, value = authorization.partition(" ")
    if kind.lower() == "basic":
        try:
            value = base64.b64decode(value, validate=True).decode("utf-8").partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return False
    elif kind.lower() != "bearer":
        return False
    return hmac.compare_digest(value.encode(), secret.encode())


def _has_token(headers: Mapping[str, str], body: bytes, token: str) -> bool:
    given = headers.get(TOKEN_HEADER, "")
    if not given and headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        given = parse_qs(body.decode("utf-8", "replace")).get(TOKEN_FIELD, [""])[0]
    return hmac.compare_digest(given.encode(), token.encode())


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body, None where it is too long."""
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > LONGEST_BODY:
            return None
        if not message.get("more_body", False):
            return body


def _again(body: bytes | None) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body or b"", "more_body": False}

    return receive
