"""Sentences of a Universal Dependencies treebank (CoNLL-U, gzipped)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model.errors import NotFound
from sayso.model.span import Span

TESTS = {
    "ewt": Path("ud-english-ewt") / "test.conllu.gz",
    "gum": Path("ud-english-gum-free") / "test.conllu.gz",
}
"""The test parts that stages are measured on, by short name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its form, Penn Treebank tag, head (-1 for the root) and relation.

    `span` is where it stands in the text, None where the text shows it otherwise.
    """

    form: str
    tag: str
    head: int
    relation: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence: its text and its words."""

    text: str
    words: tuple[Word, ...]


def parts_in(folder: Path) -> dict[str, Path]:
    """Return the test parts that lie in `folder` by short name; raises NotFound where there is none."""
    files = {name: folder / file for name, file in TESTS.items() if (folder / file).is_file()}
    if not files:
        raise NotFound(f"neither {' nor '.join(str(file) for file in TESTS.values())} is in {folder}")
    return files


def sentences(file: Path) -> Iterator[Tagged]:
    """Yield the sentences of a file."""
    text = ""
    rows: list[list[str]] = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                text = line[len("# text = ") :].rstrip("\n")
            elif not line.strip():
                if rows:
                    yield _sentence(text, rows)
                text, rows = "", []
            elif not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():  # neither a range ("2-3") nor an empty node ("3.1")
                    rows.append(cells)
        if rows:
            yield _sentence(text, rows)


def _sentence(text: str, rows: list[list[str]]) -> Tagged:
    words, cursor = [], 0
    for cells in rows:
        start = text.find(cells[1], cursor)
        shown = start >= 0 and not text[cursor:start].strip()
        span = Span(start, start + len(cells[1])) if shown else None
        cursor = span.end if span else cursor
        words.append(Word(cells[1], cells[4], int(cells[6]) - 1, cells[7], span))
    return Tagged(text, tuple(words))
