"""This side of the worker: a process that is reused from page to page, and replaced when it dies."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

SECONDS = 10.0
"""The longest that one page or document may take."""
MEMORY = 1024 * 1024 * 1024
"""The most memory, in bytes of address space, that the worker may use."""
_START_SECONDS = 60.0
# Parsers keep some memory of every page; a fresh process now and then keeps the cap meaningful.
_MOST_JOBS = 400


class _Worker:
    """One process; `ask` returns None where it died or had to be ended."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parents[3])
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        # A fixed hash seed: sets inside the libraries must come out in one order on every machine.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONHASHSEED": "0"}
        self._process = subprocess.Popen(  # noqa: S603 - the program is this interpreter itself
            [sys.executable, "-m", "sayso.articles.extraction.serve", str(MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.owner = os.getpid()
        self.jobs = 0
        self.late = False
        self._loaded: set[str] = set()
        self.alive = self._exchange(b"", _START_SECONDS) is not None

    def ask(self, order: dict[str, Any], content: bytes) -> dict[str, Any] | None:
        self.jobs += 1
        kind = order["job"]
        # Loading a library counts for the start, not for the first page.
        if self.alive and kind not in self._loaded:
            load = {**order, "job": f"load {kind}", "size": 0, "seconds": _START_SECONDS}
            self.alive = self._exchange(_packed(load), _START_SECONDS) is not None
            self._loaded.add(kind)
        return self._exchange(_packed(order) + content, order["seconds"]) if self.alive else None

    def _exchange(self, message: bytes, seconds: float) -> dict[str, Any] | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.late = False
        clock = threading.Timer(seconds, self._end)
        clock.daemon = True
        clock.start()
        try:
            if message:
                self._process.stdin.write(message)
                self._process.stdin.flush()
            line = self._process.stdout.readline()
            answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        except (OSError, ValueError):
            answer = None
        except BaseException:
            # Broken off in the middle of an exchange, the two sides no longer understand each other.
            self.close()
            raise
        finally:
            clock.cancel()
        if answer is None:
            self.close()
        return answer

    def _end(self) -> None:
        self.late = True
        self._process.kill()

    def close(self) -> None:
        self.alive = False
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    # What was still to be written has nobody to read it.
                    continue


def _packed(order: dict[str, Any]) -> bytes:
    return json.dumps(order).encode("ascii") + b"\n"


_lock = threading.Lock()
_workers: list[_Worker] = []


def ask(job: str, content: bytes, *, most: int, url: str | None = None) -> dict[str, Any]:
    """Return the worker's answer to a job ("html", "strip" or "pdf") on the content.

    ``{"hard": reason}`` where it has none: "time" or "crash" (the process was ended or died), "memory",
    "nested", "large", "encrypted", "broken".  At most `most` characters of text come back.
    """
    order = {"job": job, "size": len(content), "url": url, "seconds": SECONDS, "most": most}
    with _lock:
        for _ in range(2):
            try:
                worker, fresh = _current()
            except OSError:
                break
            answer = worker.ask(order, content)
            if answer is not None and (answer.get("hard") != "memory" or fresh):
                return answer
            if fresh or worker.late:
                return {"hard": "time" if worker.late else "crash"}
            # A worker that has read other pages may have died of them: the page gets a fresh one.
            close()
    return {"hard": "crash"}


def close() -> None:
    """End the worker; the next job starts another."""
    while _workers:
        worker = _workers.pop()
        if worker.owner == os.getpid():
            worker.close()


def _current() -> tuple[_Worker, bool]:
    """Return the worker of this process and whether it is a new one (a fork does not share its parent's)."""
    if _workers and (
        _workers[0].owner != os.getpid() or not _workers[0].alive or _workers[0].jobs >= _MOST_JOBS
    ):
        close()
    if _workers:
        return _workers[0], False
    _workers.append(_Worker())
    return _workers[0], True


atexit.register(close)
