"""Server time of every page on a ledger of 100,000 statements, while a writer adds articles."""

from __future__ import annotations

import http.client
import tempfile
import threading
import time
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

import uvicorn

from bench.figures import Figure
from bench.large import articles, fill, profile
from sayso import open_ledger
from sayso.api import Ledger
from sayso.faces.workbench.app import make_app
from sayso.faces.workbench.server import listening
from sayso.faces.workbench.serving import Serving
from sayso.ledger import open_writer

STATEMENTS = 100_000
ROUNDS = 40
GOAL = 100.0
"""Milliseconds, for 95 of 100 requests, on two cores."""

WEIGHT = 300.0


def measure() -> dict[str, Figure]:
    """Fill a ledger and time its pages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        fill(path, STATEMENTS)
        return measured(path)


def measured(path: Path) -> dict[str, Figure]:
    """Return the slowest page's time and the heaviest page's weight on a ledger that `fill` made."""
    ledger = open_ledger(path, profile())
    at = listening(Serving(port=0))
    serving = Serving(port=at.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(make_app(ledger, serving), log_level="error", ws="none"))
    threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True).start()
    stopped = threading.Event()
    adding = threading.Thread(target=_add, args=(path, stopped), daemon=True)
    while not server.started:
        time.sleep(0.05)
    pages = _pages(ledger)
    _warm(serving.port, pages["map"])
    adding.start()
    times, weights = {}, {}
    for name, address in pages.items():
        found = [_ask(serving.port, address) for _ in range(ROUNDS)]
        times[name] = quantiles([seconds for seconds, _ in found], n=20)[-1] * 1000
        weights[name] = max(size for _, size in found) / 1000
    stopped.set()
    adding.join()
    server.should_exit = True
    slowest, heaviest = max(times, key=lambda n: times[n]), max(weights, key=lambda n: weights[n])
    told = ", ".join(f"{name} {value:.0f}" for name, value in sorted(times.items()))
    how = f"95 of {ROUNDS} requests a page, {STATEMENTS} statements, while a writer adds articles; "
    return {
        "page_p95": Figure(times[slowest], GOAL, "min", "ms", f"{how}slowest: {slowest} ({told})"),
        "page_weight": Figure(weights[heaviest], WEIGHT, "min", "kB", f"heaviest page: {heaviest}"),
    }


def _pages(ledger: Ledger) -> dict[str, str]:
    point = ledger.pages.board(1).items[0]
    said = point.answers[0].lines[0]
    return {
        "board": "/",
        "board by side": "/?side=Marsh+Brigade&order=recent",
        "question": f"/question/{point.id}",
        "place": f"/place/{quote(point.place or '')}",
        "map": "/map",
        "article": f"/article/{said.article_id}",
        "statement": f"/statement/{said.line.id}",
        "claimers": "/claimers",
        "claimer": "/claimer/Marsh%20Brigade",
        "articles": "/articles",
        "search": "/search?q=shelled+Kelford",
        "review": "/review?queue=contradiction",
        "claimed": "/search?claimed=The+Marsh+Brigade+took+Kelford",
        "rest": "/api/v1/board?limit=20",
    }


def _ask(port: int, address: str) -> tuple[float, int]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    start = time.perf_counter()
    connection.request("GET", address)
    body = connection.getresponse().read()
    connection.close()
    return time.perf_counter() - start, len(body)


def _warm(port: int, address: str) -> None:
    """Wait for the atlas, which is worked out once a weighing in a process beside the server."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        connection.request("GET", address)
        body = connection.getresponse().read()
        connection.close()
        if b'id="map"' in body:
            return
        time.sleep(2)


def _add(path: Path, stopped: threading.Event) -> None:
    number = 900_000
    with open_writer(path) as writer:
        while not stopped.is_set():
            writer.add(articles(1, number)[0])
            number += 1
            time.sleep(0.2)
