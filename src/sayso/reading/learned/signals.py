"""What the networks find in a text, in words of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.analysis import Token
from sayso.reading.learned.network import Floats, Network, Seen
from sayso.reading.learned.pairs import Spoken
from sayso.reading.learned.scheme import ANCHORS, CUE, KINDS, ROLES, VERDICTS
from sayso.reading.learned.spans import Range, stretches
from sayso.reading.learned.windows import Window, cut

STATEMENT_THRESHOLD = 0.4
"""An anchor of a statement below this probability is none; chosen on the corpus's dev part."""
FAINT = 0.2
"""Between this probability and that one an anchor may bear out what rules find."""
CUE_THRESHOLD = 0.4
LAYERS = 2
APART = 3
"""Of anchors of one kind that stand so many words apart or fewer only the likeliest counts."""
_EMPTY = frozenset({"a", "an", "the", "of", "in", "to", "and", "for", "at", "by"})
_JOINING = frozenset({",", "and", "or", "&", "as", "well", "both", "the"})


@dataclass(frozen=True, slots=True)
class Hung:
    """A word at which a statement or a report hangs, with what was found for it."""

    word: int
    kind: int
    probability: float
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
    if not places:
        return []
    roles, verdicts = network.fill(seen, [w for w, _ in places], [k for _, k in places])
    found = []
    tagged = roles.argmax(-1).any(1)
    for number, (word, kind) in enumerate(places):
        ranges = {
            name: _fillers(name, roles[number, :, n], window, words)
            for n, name in enumerate(ROLES)
            if tagged[number, n]
        }
        values = {name: VERDICTS[name][int(scores[number].argmax())] for name, scores in verdicts.items()}
        held = {name: spans for name, spans in ranges.items() if spans}
        found.append(Hung(window.first + word, kind, float(seen.anchors[word, kind]), held, values))
    return found


def _outshone(scores: Floats, word: int, kind: int, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a likelier anchor of the same kind stands within a few words."""
    mine = (scores[word, kind], -word)
    near = (w for w, k in places if k == kind and w != word and abs(w - word) <= APART)
    return any((scores[w, kind], -w) > mine for w in near)


def _fillers(name: str, tags: Floats, window: Window, words: Sequence[str]) -> tuple[Range, ...]:
    """Return the words that fill a role: the likeliest stretch, and those that stand in a row with it.

    Of content, which may run over sentences, every stretch counts.
    """
    found = stretches(tags.argmax(-1).tolist())
    moved = [(a + window.first, b + window.first) for a, b in found]
    if len(found) < 2 or name == "content":
        return tuple(moved)
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
