"""Dependency trees (Universal Dependencies) of tagged sentences, by a greedy transition-based parser.

The weights beside this file are made by ``training/parser.py``; its docstring says from what and how
well they do.  They are whole numbers, so every machine builds the same trees.  (UDPipe's parser, the
library for this, was tried first: one round of its training on the same data took nine minutes and ended
at LAS 0.73; these eight rounds take less than twice that and end at 0.81.)
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from sayso.reading.transitions import LEFT, NOTHING, RIGHT, SHIFT, State, looks

MODEL = "parser.npz"
LONGEST = 200
"""Longer sentences (tables, lists run together) are parsed in pieces of this many words."""
ROWS_KEPT = 100_000
"""How many rows stay looked up before they are let go."""
ROOT = "<root>"
_MARKS = dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛`", "'") | {"``": '"', "''": '"'}


@dataclass(frozen=True, slots=True)
class Tree:
    """One head a word (its position, -1 for a root) and one relation a word ("nsubj", "obl" …)."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]


Row = tuple[npt.NDArray[np.uint8], npt.NDArray[np.int16]]
"""The moves that a feature speaks for or against, and its scores for them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Sparse scores of the moves (shift, then left and right for each relation), a row a feature.

    `keys` are the sorted hashes of the features; row n holds ``values[starts[n]:starts[n + 1]]`` for the
    moves in ``columns`` at the same places.  `rows` keeps the rows met so far.
    """

    keys: npt.NDArray[np.uint32]
    starts: npt.NDArray[np.uint32]
    columns: npt.NDArray[np.uint8]
    values: npt.NDArray[np.int16]
    relations: tuple[str, ...]
    known: frozenset[str]
    rows: dict[str, Row | None] = field(default_factory=dict, compare=False)

    def fetch(self, features: Sequence[str]) -> None:
        """Put the features' rows into `rows`; None where training saw no such feature."""
        keys = np.array([feature_key(feature) for feature in features], dtype=np.uint32)
        places = np.minimum(self.keys.searchsorted(keys), len(self.keys) - 1)
        seen = (self.keys[places] == keys).tolist()
        starts, ends = self.starts[places].tolist(), self.starts[places + 1].tolist()
        for feature, start, end, known in zip(features, starts, ends, seen, strict=True):
            self.rows[feature] = (self.columns[start:end], self.values[start:end]) if known else None


def feature_key(feature: str) -> int:
    """Return the hash that stands for a feature's name.

    Thirty-two bits make the file a third of what names would: of 346,859 features some 14 share a key with
    another, and an unseen feature meets a key by chance once in 12,000 times.
    """
    return zlib.crc32(feature.encode("utf-8"))


def parse_words(words: Sequence[str], tags: Sequence[str]) -> Tree:
    """Return the tree of one sentence's words under their Penn Treebank tags."""
    heads: list[int] = []
    relations: list[str] = []
    for start in range(0, len(words), LONGEST):
        tree = _parse(tuple(words[start : start + LONGEST]), tuple(tags[start : start + LONGEST]))
        heads += [head + start if head >= 0 else -1 for head in tree.heads]
        relations += tree.relations
    return Tree(tuple(heads), tuple(relations))


@lru_cache(maxsize=4096)
def _parse(words: tuple[str, ...], tags: tuple[str, ...]) -> Tree:
    return walk(words, tags, _weights())


def walk(words: Sequence[str], tags: Sequence[str], weights: Weights) -> Tree:
    """Return the tree to which the best move at each step leads."""
    state = State(len(words))
    forms, marks = framed([known_form(word, weights.known) for word in words], tags)
    while not state.done:
        kind, label = best_move(
            score(looks(state, forms, marks), weights), state.allowed(), weights.relations
        )
        state.move(kind, label)
    heads = tuple(head if head < len(words) else NOTHING for head in state.heads)
    return Tree(heads, tuple(state.labels[: len(words)]))


def framed(forms: Sequence[str], tags: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return forms and tags with the root's and the empty entry that `looks` asks for."""
    return [*forms, ROOT, ""], [*tags, ROOT, ""]


def known_form(word: str, known: frozenset[str]) -> str:
    """Return the word in lower case, or its shape and ending where training hardly saw it."""
    low = _MARKS.get(word) or word.lower().replace("’", "'")
    if low in known:
        return low
    if any(sign.isdigit() for sign in low):
        return "*0"
    case = "X" if word.isupper() else "x" if word.islower() else "Xx"
    return f"*{case}{low[-3:]}"


def score(found: Sequence[str], weights: Weights) -> npt.NDArray[np.float64]:
    """Return the sum of the rows of the features, a score a move (whole numbers, so sums are exact)."""
    rows = weights.rows
    missing = [feature for feature in found if feature not in rows]
    if len(rows) + len(missing) > ROWS_KEPT:
        rows.clear()
        missing = list(found)
    if missing:
        weights.fetch(missing)
    seen = [row for feature in found if (row := rows[feature]) is not None]
    moves = 1 + 2 * len(weights.relations)
    if not seen:
        return np.zeros(moves)
    columns = np.concatenate([row[0] for row in seen])
    values = np.concatenate([row[1] for row in seen])
    return np.asarray(np.bincount(columns, values, moves), dtype=np.float64)


def best_move(
    scores: npt.NDArray[np.float64], allowed: tuple[bool, bool, bool], relations: Sequence[str]
) -> tuple[int, str]:
    """Return the allowed move of the highest score (the first of them) and its relation."""
    count = len(relations)
    best, found = None, (SHIFT, "")
    if allowed[SHIFT]:
        best = scores[0]
    for kind in (LEFT, RIGHT):
        if allowed[kind]:
            part = scores[1 + (kind - 1) * count : 1 + kind * count]
            place = int(part.argmax())
            if best is None or part[place] > best:
                best, found = part[place], (kind, relations[place])
    return found


@cache
def _weights() -> Weights:
    return unpack(resources.files(__package__).joinpath(MODEL).read_bytes())


def unpack(data: bytes) -> Weights:
    """Return the weights in an ``.npz`` file's bytes (plain arrays; nothing in it is executed)."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        starts = np.zeros(len(arrays["keys"]) + 1, dtype=np.uint32)
        np.cumsum(arrays["counts"], out=starts[1:])
        return Weights(
            keys=arrays["keys"],
            starts=starts,
            columns=arrays["columns"],
            values=arrays["values"],
            relations=tuple(_lines(arrays["relations"])),
            known=frozenset(_lines(arrays["words"])),
        )


def pack(
    names: Sequence[str], scores: npt.NDArray[np.int16], relations: Sequence[str], known: frozenset[str]
) -> bytes:
    """Return the bytes that `unpack` reads: a row of `scores` for each feature's name."""
    keys = np.array([feature_key(name) for name in names], dtype=np.uint32)
    keys, first = np.unique(keys, return_index=True)
    scores = scores[first]
    rows, columns = np.nonzero(scores)
    out = io.BytesIO()
    np.savez_compressed(
        out,
        keys=keys,
        counts=np.bincount(rows, minlength=len(keys)).astype(np.uint8),
        columns=columns.astype(np.uint8),
        values=scores[rows, columns].astype(np.int16),
        relations=_letters(relations),
        words=_letters(sorted(known)),
    )
    return out.getvalue()


def _letters(lines: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def _lines(letters: npt.NDArray[np.uint8]) -> list[str]:
    return bytes(letters).decode("utf-8").split("\n")
