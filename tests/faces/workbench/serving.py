"""A workbench served from a thread, and plain requests to it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from sayso.api import Ledger
from sayso.faces.workbench.app import make_app
from sayso.faces.workbench.server import listening
from sayso.faces.workbench.serving import Serving


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Site:
    port: int
    token: str
    ledger: Ledger

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return Answer(answer.status, found, text)


@contextmanager
def site_of(ledger: Ledger, **told: object) -> Iterator[Site]:
    at = listening(Serving(port=0))
    serving = Serving(port=at.getsockname()[1], **told)  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(make_app(ledger, serving), log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Site(serving.port, serving.token, ledger)
    server.should_exit = True
    thread.join(10)
    ledger.close()
