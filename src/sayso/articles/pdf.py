"""PDF documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.articles.decoding.decoding import clean_parts
from sayso.articles.extraction.worker import ask
from sayso.articles.format import MAX_CHARS, Format, issue
from sayso.articles.page import Page, Part, compose
from sayso.model.capture import Fetched
from sayso.model.issue import Issue

_WHY = {
    "time": ("pdf-too-hard", "The document took too long to read."),
    "memory": ("pdf-too-hard", "The document needed too much memory."),
    "crash": ("pdf-too-hard", "The document ended the program that reads it."),
    "nested": ("pdf-too-hard", "The document is nested too deep."),
    "encrypted": ("pdf-encrypted", "The document is encrypted."),
}
# Lines at a page's edge that may be its running head or foot.
_EDGE = 2


def pages_of_pdf(fetched: Fetched) -> Iterator[Page | Issue]:
    """Yield the document as one page: words joined over line ends, running heads as boilerplate."""
    name = fetched.capture.name
    if not fetched.content.strip():
        yield issue("empty", f"{name!r} is empty.", name)
        return
    answer = ask("pdf", fetched.content, most=MAX_CHARS)
    if "pages" not in answer:
        code, message = _WHY.get(
            str(answer.get("hard")), ("broken-pdf", "The document is broken, or no PDF.")
        )
        yield issue(code, message, name)
        return
    pages: list[list[str]] = answer["pages"]
    if answer["all"] > len(pages):
        message = f"Only the first {len(pages)} of {answer['all']} pages were read."
        yield issue("cut", message, name, severity="warning")
    parts, found = clean_parts(list(_parts(pages)), name)
    yield from found
    if not any(part.kind is None for part in parts):
        yield issue("no-text", "The document holds no text; its pages may be pictures.", name)
        return
    text, hints = compose(parts)
    yield Page(name, text, hints)


def _parts(pages: Sequence[Sequence[str]]) -> Iterator[Part]:
    running = _running(pages)
    width = _usual_width(pages)
    waiting: list[str] = []
    for page in pages:
        for line in page:
            words = " ".join(line.split())
            if _frame(words) in running or re.fullmatch(
                r"(?:page )?\d{1,4}(?: (?:of|/) ?\d{1,4})?", words.lower()
            ):
                yield Part(words, "boilerplate")
            elif not words:
                yield from _closed(waiting)
            else:
                if waiting and _begins(waiting[-1], words, width):
                    yield from _closed(waiting)
                waiting.append(words)
    yield from _closed(waiting)


def _closed(waiting: list[str]) -> Iterator[Part]:
    """Yield the paragraph that the waiting lines are, words divided at line ends joined, and forget them."""
    text = ""
    for line in waiting:
        divided = re.search(r"[^\W\d_]-$", text) is not None and line[:1].islower()
        text = text[:-1] + line if divided else f"{text} {line}" if text else line
    waiting.clear()
    if text:
        yield Part(text)


def _begins(before: str, line: str, width: int) -> bool:
    """Tell whether a line begins a paragraph: the one before is short, and is closed or a heading."""
    if len(before) >= 0.8 * width:
        return False
    return re.search(r"[.!?:…][\"'”’»)]*$", before) is not None or line[:1].isupper()


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines (figures left open) that stand at the edge of three pages or more."""
    seen = Counter(
        frame
        for page in pages
        for frame in {_frame(" ".join(line.split())) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    return frozenset(frame for frame, times in seen.items() if frame and times >= max(3, len(pages) // 2))


def _frame(line: str) -> str:
    return re.sub(r"\d+", "#", line.lower())


def _usual_width(pages: Sequence[Sequence[str]]) -> int:
    lengths = sorted(len(line) for page in pages for line in page if line.strip())
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


FORMAT = Format("pdf", frozenset({"application/pdf"}), pages_of_pdf)
