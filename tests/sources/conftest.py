"""A small web site on the loopback, for tests that fetch."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = b"<html><body><p>Harvest fair opens on Monday, the mayor said.</p></body></html>"


class Site:
    """Answers by path; `seen` keeps the paths asked for and `agents` who asked."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.agents: list[str] = []
        self.hosts: list[str] = []
        self.robots: tuple[int, bytes] = (404, b"")
        self.busy_first = 0
        self.routes: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
            "/page": lambda h: send(h, PAGE, {"Content-Type": "text/html; charset=ISO-8859-1"}),
            "/gzip": lambda h: send(h, gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
            "/bomb": lambda h: send(h, gzip.compress(b"a" * 5_000_000), {"Content-Encoding": "gzip"}),
            "/broken-gzip": lambda h: send(h, b"\x1f\x8bnot", {"Content-Encoding": "gzip"}),
            "/brotli": lambda h: send(h, b"x", {"Content-Encoding": "br"}),
            "/big": lambda h: send(h, b"a " * 1_000_000, {"Content-Type": "text/plain"}),
            "/image": lambda h: send(h, b"x", {"Content-Type": "image/png"}),
            "/pdf": lambda h: send(h, b"%PDF-1.7", {"Content-Type": "application/octet-stream"}),
            "/hop": lambda h: send(h, b"", {"Location": "/page"}, 302),
            "/loop": lambda h: send(h, b"", {"Location": "/loop"}, 302),
            "/to-file": lambda h: send(h, b"", {"Location": "file:///etc/hostname"}, 302),
            "/to-nowhere": lambda h: send(h, b"", {"Location": "http://["}, 302),
            "/gone": lambda h: send(h, b"gone", {}, 410),
            "/busy": self._busy,
        }

    def _busy(self, handler: BaseHTTPRequestHandler) -> None:
        self.busy_first -= 1
        if self.busy_first >= 0:
            send(handler, b"", {"Retry-After": "0"}, 429)
        else:
            send(handler, PAGE, {"Content-Type": "text/html"})


def send(
    handler: BaseHTTPRequestHandler, body: bytes, headers: dict[str, str] | None = None, status: int = 200
) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on the loopback whose address is `site.url`."""
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.seen.append(self.path)
            served.agents.append(self.headers["User-Agent"])
            served.hosts.append(self.headers["Host"])
            try:
                if self.path == "/robots.txt":
                    send(self, served.robots[1], {}, served.robots[0])
                elif self.path in served.routes:
                    served.routes[self.path](self)
                else:
                    send(self, b"", {}, 404)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_address[1]}"  # type: ignore[attr-defined]
    yield served
    server.shutdown()
    server.server_close()
    thread.join()
