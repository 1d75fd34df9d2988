"""What the networks find in a text, in words of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.model.analysis import Token
from sayso.reading.learned.network import Floats, Network, Seen
from sayso.reading.learned.pairs import Spoken
from sayso.reading.learned.scheme import ANCHORS, CUE, KINDS, ROLES, TYPES, VERDICTS
from sayso.reading.learned.spans import Range, stretches
from sayso.reading.learned.windows import Window, cut

STATEMENT_THRESHOLD = 0.42
"""An anchor of a statement below this probability is none; chosen on the corpus's dev part."""
SOLE = 0.1
"""Where a report's content holds no other, its likeliest anchor counts from this probability on."""
OTHER = 1.5
"""So much likelier than it seems is an anchor of type "other" there; both were chosen on the dev part."""
FAINT = 0.1
"""Between this probability and that one an anchor may bear out what rules find."""
CUE_THRESHOLD = 0.4
LAYERS = 2
APART = 3
"""Of anchors of one kind that stand so many words apart or fewer only the likeliest counts."""
BESIDE = 1
"""The same of anchors of two types of statements: one word hardly ever states two things."""
_EMPTY = frozenset({"a", "an", "the", "of", "in", "to", "and", "for", "at", "by"})
_JOINING = frozenset({",", "and", "or", "&", "as", "well", "both", "the"})


@dataclass(frozen=True, slots=True)
class Hung:
    """A word at which a statement or a report hangs, with what was found for it."""

    word: int
    kind: int
    probability: float
    sole: bool
    """Whether it counts only because its report would state nothing without it."""
    roles: Mapping[str, tuple[Range, ...]]
    verdicts: Mapping[str, str]

    @property
    def name(self) -> str:
        """Return the kind's name: a type of statement, or ``cue``."""
        return ANCHORS[self.kind]


@dataclass(frozen=True, slots=True)
class Signals:
    """Everything found in a text."""

    words: tuple[str, ...]
    states: Floats
    hung: tuple[Hung, ...]
    mentions: tuple[Spoken, ...]


def find_signals(
    tokens: Sequence[Token], sentences: Sequence[Range], network: Network, least: float = STATEMENT_THRESHOLD
) -> Signals:
    """Return what the networks find in the tokens of a text, which its sentences divide.

    Anchors of statements below `least` are not looked at.
    """
    words = [token.text for token in tokens]
    states = np.zeros((len(words), 0), dtype=np.float32)
    hung: list[Hung] = []
    mentions: list[Spoken] = []
    for window in cut(tokens, sentences, network.pieces):
        seen = network.see(window)
        if not states.shape[1]:
            states = np.zeros((len(words), seen.states.shape[1]), dtype=np.float32)
        states[window.first + window.own : window.last] = seen.states[window.own :]
        hung += _hung(window, seen, network, words, least)
        mentions += _mentions(window, seen, words, sentences)
    unique = dict.fromkeys(mentions)
    ordered = sorted(unique, key=lambda item: (item.first, -item.last))
    return Signals(tuple(words), states, tuple(hung), tuple(ordered))


def _hung(window: Window, seen: Seen, network: Network, words: Sequence[str], least: float) -> list[Hung]:
    limits = np.full(len(ANCHORS), least)
    limits[CUE] = CUE_THRESHOLD
    places = [(int(w), int(k)) for w, k in np.argwhere(seen.anchors > limits) if w >= window.own]
    places = [(w, k) for w, k in places if not _outshone(seen.anchors, w, k, places)]
    found = _filled(window, seen, network, words, places)
    silent = _silent(window, seen, found)
    missing = [(w, k) for w, k in silent if (w, k) not in places]
    found += _filled(window, seen, network, words, missing)
    return [replace(hung, sole=(hung.word - window.first, hung.kind) in silent) for hung in found]


def _filled(
    window: Window, seen: Seen, network: Network, words: Sequence[str], places: Sequence[tuple[int, int]]
) -> list[Hung]:
    """Return the anchors at some words, of some kinds, with their roles and verdicts."""
    if not places:
        return []
    roles, verdicts = network.fill(seen, [w for w, _ in places], [k for _, k in places])
    tagged = roles.argmax(-1).any(1)
    found = []
    for number, (word, kind) in enumerate(places):
        ranges = {
            name: _fillers(name, roles[number, :, n], window, words, window.first + word)
            for n, name in enumerate(ROLES)
            if tagged[number, n]
        }
        values = {name: VERDICTS[name][int(scores[number].argmax())] for name, scores in verdicts.items()}
        held = {name: spans for name, spans in ranges.items() if spans}
        likely = float(seen.anchors[word, kind])
        found.append(Hung(window.first + word, kind, likely, sole=False, roles=held, verdicts=values))
    return found


def _silent(window: Window, seen: Seen, found: Sequence[Hung]) -> list[tuple[int, int]]:
    """Return the likeliest anchor in each report's content that would hold none."""
    stated = {hung.word for hung in found if hung.kind != CUE and hung.probability > STATEMENT_THRESHOLD}
    weights = np.array([OTHER if kind == "other" else 1.0 for kind in TYPES], dtype=np.float32)
    likely = seen.anchors[:, :CUE] * weights
    best: set[tuple[int, int]] = set()
    for hung in found:
        content = (
            [w for part in hung.roles.get("content", ()) for w in range(*part)] if hung.kind == CUE else []
        )
        inside = [w - window.first for w in content if window.own <= w - window.first < len(seen.anchors)]
        if not inside or stated.intersection(content):
            continue
        word, kind = divmod(int(likely[inside].argmax()), CUE)
        if likely[inside[word], kind] >= SOLE:
            best.add((inside[word], kind))
    return sorted(best)


def _outshone(scores: Floats, word: int, kind: int, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a likelier anchor of the same kind stands near, or of another type of statement beside."""
    mine = (scores[word, kind], -word, -kind)
    near = (
        (scores[w, k], -w, -k)
        for w, k in places
        if abs(w - word) <= (APART if k == kind else BESIDE if CUE not in (k, kind) else -1)
    )
    return any(other > mine for other in near)


def _fillers(name: str, tags: Floats, window: Window, words: Sequence[str], anchor: int) -> tuple[Range, ...]:
    """Return the words that fill a role: the likeliest stretch, and those that stand in a row with it.

    Of content, which may run over sentences, every stretch counts; of figures the one nearest to the anchor.
    """
    found = stretches(tags.argmax(-1).tolist())
    moved = [(a + window.first, b + window.first) for a, b in found]
    if len(found) < 2 or name == "content":
        return tuple(moved)
    if name == "quantity":
        return (min(moved, key=lambda part: (abs(anchor - part[0]), part)),)
    sure = [float((1.0 - tags[a:b, 0]).mean()) for a, b in found]
    best = sure.index(max(sure))
    kept = {best}
    for step in (1, -1):
        at = best
        while 0 <= at + step < len(moved) and _in_a_row(
            min(moved[at], moved[at + step]), max(moved[at], moved[at + step]), words
        ):
            at += step
            kept.add(at)
    return tuple(moved[n] for n in sorted(kept))


def _in_a_row(left: Range, right: Range, words: Sequence[str]) -> bool:
    """Tell whether nothing but commas and "and" stands between two stretches."""
    between = [word.lower() for word in words[left[1] : right[0]]]
    return 1 <= len(between) <= 3 and all(word in _JOINING for word in between)


def _mentions(window: Window, seen: Seen, words: Sequence[str], sentences: Sequence[Range]) -> list[Spoken]:
    tags = seen.mentions.reshape(len(seen.mentions), LAYERS, -1).argmax(-1)
    found = []
    for layer in range(LAYERS):
        row = tags[:, layer].tolist()
        for first, last in stretches([0 if not tag else 1 + (tag - 1) % 2 for tag in row]):
            start, end = window.first + first, window.first + last
            if first < window.own or not names_something(words[start:end]):
                continue
            kind = (row[first] - 1) // 2
            sentence = next(n for n, (a, b) in enumerate(sentences) if a <= start < b)
            found.append(Spoken(start, end, min(kind, len(KINDS) - 1), sentence, tuple(words[start:end])))
    return found


def names_something(words: Sequence[str]) -> bool:
    """Tell whether some words hold more than articles and prepositions."""
    return any(word[:1].isalnum() and word.lower() not in _EMPTY for word in words)
