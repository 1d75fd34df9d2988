"""How well attributions are found, against PolNeAR's news articles (measured only, never shipped)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from sayso.model.article import Block
from sayso.model.span import Span
from sayso.pipeline.open import DEFAULT_READER
from sayso.reading.attributions import find_attributions
from sayso.reading.quotes import find_quotes
from sayso.reading.sentences import split_sentences

ROLES = ("source", "cue", "content")
Finder = Callable[[str, tuple[Block, ...]], Mapping[str, list[Span]]]
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")


def score_attribution(folder: Path, reader: str = DEFAULT_READER) -> dict[str, float]:
    """Return precision, recall and F1 for source, cue and content, by words, over all articles.

    `folder` holds ``text/NAME.txt`` and brat standoff ``attributions/NAME_ANNOTATOR.ann``; an article
    that two people annotated counts twice.  A word counts for a role where any attribution of the article
    covers it in that role.  Keys: "source.f1" … in 0 … 1.
    """
    counts = {role: [0, 0, 0] for role in ROLES}
    find = {"rules": _by_rule, "learned": _learned}[reader]
    read = cache(lambda path: _read(path, find))
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


def _read(path: Path, find: Finder) -> tuple[str, Mapping[str, set[int]]]:
    """Return an article's text and the words that the stages give to each role."""
    text = path.read_text(encoding="utf-8")
    blocks = tuple(Block(Span(*match.span()), "paragraph") for match in _PARAGRAPH.finditer(text))
    return text, {role: _words(text, spans) for role, spans in find(text, blocks).items()}


def _by_rule(text: str, blocks: tuple[Block, ...]) -> Mapping[str, list[Span]]:
    sentences, tokens = split_sentences(text, blocks)
    found = find_attributions(text, sentences, tokens, find_quotes(text, blocks))
    return {
        "source": [item.source for item in found if item.source is not None],
        "cue": [item.cue for item in found],
        "content": [span for item in found for span in item.content],
    }


def _learned(text: str, blocks: tuple[Block, ...]) -> Mapping[str, list[Span]]:
    from sayso.reading.learned.network import network
    from sayso.reading.learned.signals import find_signals

    sentences, tokens = split_sentences(text, blocks)
    signals = find_signals(tokens, [(s.first, s.last) for s in sentences], network())
    spans: dict[str, list[Span]] = {role: [] for role in ROLES}
    for hung in signals.hung:
        for role in ROLES if hung.name == "cue" else ():
            parts = hung.roles.get(role, ())
            spans[role] += [Span(tokens[a].span.start, tokens[b - 1].span.end) for a, b in parts]
    return spans


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
