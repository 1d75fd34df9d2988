"""The worker's side: ``python -m sayso.articles.extraction.serve`` answers jobs until its input ends.

A job is a line of JSON (``job``, ``size``, ``url``, ``seconds``, ``most``) and that many bytes; an
answer is a line of JSON.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from sayso.articles.extraction.stripping import shape_of, strip, without_long_tags

# libxml2 stops reading at 256 levels, and what follows would be lost in silence.
_DEEPEST = 200
# Measured on two cores: trafilatura takes about 1.5 seconds a million signs of short paragraphs.
_LARGEST = 4_000_000
_MOST_TAGS = 120_000


def main() -> None:
    """Answer jobs; ready is said once the caps are set.  A ``load`` job gets its library in."""
    memory = int(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    # Nothing that a library prints may come between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(3000)
    _cap_memory(memory)
    _send(answers, {"ready": True})
    while line := sys.stdin.buffer.readline():
        job = json.loads(line)
        content = sys.stdin.buffer.read(job["size"])
        # Should the other side be gone, nobody is left to end a job that hangs.
        signal.alarm(2 * int(job["seconds"]) + 5)
        _send(answers, _answer(job, content))
        signal.alarm(0)


def _answer(job: dict[str, Any], content: bytes) -> dict[str, Any]:
    try:
        if job["job"].endswith("pdf"):
            from sayso.articles.extraction.documents import read_document

            return read_document(content, job["most"]) if job["job"] == "pdf" else {}
        if job["job"].endswith("html"):
            from sayso.articles.extraction.webpages import read_page

            return _page(content, job["url"], read_page) if job["job"] == "html" else {}
        return {"parts": strip(_text(content), job["most"])}
    except MemoryError:
        return {"hard": "memory"}
    except RecursionError:
        return {"hard": "nested"}
    except Exception as error:
        # Whatever a library raises on a broken document, its page is the only one to suffer.
        return {"hard": "broken", "why": f"{type(error).__name__}: {error}"[:200]}


def _text(content: bytes) -> str:
    return without_long_tags(content.decode("utf-8", "replace"))


def _page(
    content: bytes, url: str | None, read_page: Callable[[str, str | None], dict[str, Any]]
) -> dict[str, Any]:
    text = _text(content)
    tags, depth = shape_of(text)
    if depth > _DEEPEST:
        return {"hard": "nested"}
    if len(text) > _LARGEST or tags > _MOST_TAGS:
        return {"hard": "large"}
    # A fragment (a feed's or a row's html) is no page to the extractor.
    return read_page(text if "<body" in text.lower() else f"<html><body>{text}</body></html>", url)


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode("ascii") + b"\n")
    answers.flush()


def _cap_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:
        # Only Unix can cap a process; elsewhere the cap on time has to do.
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main()
