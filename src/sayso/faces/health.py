"""The health page of a watch: ``/health`` for people and probes, ``/metrics`` for Prometheus."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.pipeline.health import Health

HOST = "127.0.0.1"
"""The page says which sources somebody watches: it is for this machine only."""

_COUNTERS = {
    "rounds": "Rounds in which something was due.",
    "articles": "Articles that came into the ledger.",
    "known": "Articles that were in the ledger already.",
    "statements": "Statements that were read.",
    "issues": "Issues that were noted.",
}


def metrics(health: Health) -> str:
    """Return the figures in Prometheus' text format, version 0.0.4."""
    lines = []
    for name, help_text in _COUNTERS.items():
        lines += _metric(f"sayso_{name}_total", "counter", help_text, {"": getattr(health, name)})
    lines += _metric("sayso_well", "gauge", "1 while the watch is well.", {"": int(health.well)})
    waiting = {"": health.waiting_for_ledger}
    lines += _metric("sayso_waiting_for_ledger", "gauge", "1 while another writer has the ledger.", waiting)
    failures = {_label(name): source.failures for name, source in sorted(health.sources.items())}
    lines += _metric("sayso_source_failures", "gauge", "Looks in a row that failed.", failures)
    articles = {_label(name): source.articles for name, source in sorted(health.sources.items())}
    lines += _metric("sayso_source_articles_total", "counter", "Articles that a source gave.", articles)
    return "\n".join(lines) + "\n"


@contextmanager
def health_page(health: Health, port: int) -> Iterator[int]:
    """Serve the page on the loopback while the block runs; give its port (0 asks for a free one).

    Raises:
        OSError: the port is taken.
    """
    server = ThreadingHTTPServer((HOST, port), _handler(health))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(health: Health) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._send(200, "text/plain; version=0.0.4; charset=utf-8", metrics(health))
            elif self.path in ("/", "/health"):
                body = json.dumps({"well": health.well, **asdict(health)}, ensure_ascii=False, indent=2)
                self._send(200 if health.well else 503, "application/json", body + "\n")
            else:
                self._send(404, "text/plain; charset=utf-8", "There are /health and /metrics.\n")

        def _send(self, status: int, kind: str, body: str) -> None:
            content = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
            """Say nothing: the watch has one log, and probes are no news."""

    return Handler


def _metric(name: str, kind: str, help_text: str, values: dict[str, int]) -> list[str]:
    head = [f"# HELP {name} {help_text}", f"# TYPE {name} {kind}"]
    return [*head, *(f"{name}{label} {value}" for label, value in values.items())]


def _label(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'{{source="{escaped}"}}'
