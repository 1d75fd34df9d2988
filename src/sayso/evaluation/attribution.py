"""How well attributions are found, against PolNeAR's news articles (measured only, never shipped)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.attributions import find_attributions
from sayso.reading.quotes import find_quotes
from sayso.reading.sentences import split_sentences

ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")


def score_attribution(folder: Path) -> dict[str, float]:
    """Return precision, recall and F1 for source, cue and content, by words, over all articles.

    `folder` holds ``text/NAME.txt`` and brat standoff ``attributions/NAME_ANNOTATOR.ann``; an article
    that two people annotated counts twice.  A word counts for a role where any attribution of the article
    covers it in that role.  Keys: "source.f1" … in 0 … 1.
    """
    counts = {role: [0, 0, 0] for role in ROLES}
    read = cache(_read)
    for path in sorted((folder / "attributions").glob("*.ann")):
        text, guess = read(folder / "text" / f"{path.stem.rpartition('_')[0]}.txt")
        gold = _gold(path, text)
        for role in ROLES:
            both = len(gold[role] & guess[role])
            for place, value in enumerate((both, len(guess[role]), len(gold[role]))):
                counts[role][place] += value
    return {f"{role}.{name}": value for role in ROLES for name, value in _rates(*counts[role]).items()}


def _rates(both: int, guessed: int, true: int) -> dict[str, float]:
    precision = both / guessed if guessed else 0.0
    recall = both / true if true else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def _read(path: Path) -> tuple[str, Mapping[str, set[int]]]:
    """Return an article's text and the words that the stages give to each role."""
    text = path.read_text(encoding="utf-8")
    blocks = tuple(Block(Span(*match.span()), "paragraph") for match in _PARAGRAPH.finditer(text))
    sentences, tokens = split_sentences(text, blocks)
    found = find_attributions(text, sentences, tokens, find_quotes(text, blocks))
    return text, {
        "source": _words(text, (item.source for item in found if item.source is not None)),
        "cue": _words(text, (item.cue for item in found)),
        "content": _words(text, (span for item in found for span in item.content)),
    }


def _gold(path: Path, text: str) -> Mapping[str, set[int]]:
    spans: dict[str, list[Span]] = {role: [] for role in ROLES}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("T") or len(cells) < 2:
            continue
        role, _, places = cells[1].partition(" ")
        if role.lower() in spans:
            for part in places.split(";"):
                start, end = part.split()
                spans[role.lower()].append(Span(int(start), int(end)))
    return {role: _words(text, found) for role, found in spans.items()}


def _words(text: str, spans: Iterable[Span]) -> set[int]:
    """Return where the words begin that the spans cover."""
    return {match.start() for span in spans for match in _WORD.finditer(text, span.start, span.end)}
