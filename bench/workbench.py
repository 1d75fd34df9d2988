"""Server time of every page on a ledger of 100,000 statements, while a writer adds articles.

``python -m bench.workbench [LEDGER]`` prints them page by page, of a ledger that is there already or of one
that is made for it (weighing it takes minutes).
"""

from __future__ import annotations

import http.client
import sys
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
    times, weights = timed(path)
    slowest, heaviest = max(times, key=lambda n: times[n]), max(weights, key=lambda n: weights[n])
    told = ", ".join(f"{name} {value:.0f}" for name, value in sorted(times.items()))
    how = f"95 of {ROUNDS} requests a page, {STATEMENTS} statements, while a writer adds articles; "
    return {
        "page_p95": Figure(times[slowest], GOAL, "min", "ms", f"{how}slowest: {slowest} ({told})"),
        "page_weight": Figure(weights[heaviest], WEIGHT, "min", "kB", f"heaviest page: {heaviest}"),
    }


def timed(path: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Return for each page the milliseconds in which 95 of 100 requests are answered, and its kB."""
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
    for name in ("board", "map", "changes", "claimer"):
        _warm(serving.port, pages[name])
    adding.start()
    times, weights = {}, {}
    for name, address in pages.items():
        found = [_ask(serving.port, address) for _ in range(ROUNDS)]
        times[name] = quantiles([seconds for seconds, _ in found], n=20)[-1] * 1000
        weights[name] = max(size for _, size in found) / 1000
    stopped.set()
    adding.join()
    server.should_exit = True
    return times, weights


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
        "changes": "/changes",
        "origins": f"/origins/{point.id}",
        "origins of one": f"/origins/{said.line.id}",
        "take along": "/take",
        "rest": "/api/v1/board?limit=20",
    }


def _ask(port: int, address: str) -> tuple[float, int]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    start = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{address} was answered with {answer.status}: the time of an error is no figure")
    return time.perf_counter() - start, len(body)


def _warm(port: int, address: str) -> None:
    """Wait for what is worked out once a weighing, in a process beside the server."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        connection.request("GET", address)
        body = connection.getresponse().read()
        connection.close()
        if b"orked out for a large ledger" not in body:
            return
        time.sleep(2)


def _add(path: Path, stopped: threading.Event) -> None:
    number = 900_000
    with open_writer(path) as writer:
        while not stopped.is_set():
            writer.add(articles(1, number)[0])
            number += 1
            time.sleep(0.2)


if __name__ == "__main__":
    if sys.argv[1:]:
        found = timed(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            fill(Path(made) / "large.db", STATEMENTS)
            found = timed(Path(made) / "large.db")
    for page, milliseconds in sorted(found[0].items(), key=lambda pair: -pair[1]):
        sys.stdout.write(f"{page:15} {milliseconds:8.1f} ms {found[1][page]:8.1f} kB\n")
