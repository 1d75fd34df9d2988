"""Whether one text retells another: the same facts, sentence for sentence and in the same order, in other
words.

Two reporters at one event share its names and chief figures, and each has details of their own.  Who
rewords a text has none: nearly all figures of either are in the other, nearly each sentence of either has
one there that carries the same marks, and what they share comes in the same order.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.weighing.lineage.apart import Sheet
from sayso.weighing.texts.marks import Sentence, Text
from sayso.weighing.texts.weights import mass, weight

ALIKE = 0.2
"""Least likeness of two sentences that tell the same."""

RARE = 12
"""Least weight of a mark whose place in the text counts."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """How far two texts tell the same, each from 0 to 1 (`order` from -1): the lesser of both directions.

    `held` is the share of a text's marks that the other has, by weight; `told` how well its sentences find
    their like there, by weight; `kept` the share of its figures that the other has; `order` Kendall's tau
    of the sentences in which shared marks first stand.  `figures` and `names` are shared ones, counted.
    """

    held: float
    told: float
    kept: float
    order: float
    figures: int
    names: int
    pairs: tuple[tuple[int, int], ...]
    """Sentences of the left text and the one of the right that is most like each."""


def may_retell(left: Sheet, right: Sheet, held: float, figures: int) -> bool:
    """Tell whether two texts share figures and marks enough for a retelling; much cheaper than to look."""
    shared = left.text.marks & right.text.marks
    return sum(mark[0] == "#" for mark in shared) >= figures and mass(shared) >= held * max(
        left.mass, right.mass
    )


def retelling(left: Sheet, right: Sheet) -> Retelling:
    """Return how far two texts tell the same."""
    shared = left.text.marks & right.text.marks
    figures = sum(mark[0] == "#" for mark in shared)
    most = max(sum(mark[0] == "#" for mark in one.text.marks) for one in (left, right))
    there, pairs = _told(left.text.sentences, right.text.sentences)
    back, _ = _told(right.text.sentences, left.text.sentences)
    heavier = max(left.mass, right.mass)
    return Retelling(
        held=mass(shared) / heavier if heavier else 0.0,
        told=min(there, back),
        kept=figures / most if most else 0.0,
        order=_order(left.text, right.text, shared),
        figures=figures,
        names=sum(mark[0] == "N" for mark in shared),
        pairs=tuple(pairs),
    )


def _told(own: Sequence[Sentence], others: Sequence[Sentence]) -> tuple[float, list[tuple[int, int]]]:
    """Return how well the sentences of one text find their like in another, and the pairs found."""
    weights = [mass(sentence.marks) for sentence in others]
    total, told, pairs = 0.0, 0.0, []
    for number, sentence in enumerate(own):
        weighs = mass(sentence.marks)
        likeness, place = max(
            (
                (mass(sentence.marks & other.marks) / (weighs * weights[n]) ** 0.5, -n)
                for n, other in enumerate(others)
                if weighs and weights[n]
            ),
            default=(0.0, 0),
        )
        total += weighs
        told += weighs * min(1.0, likeness)
        if likeness >= ALIKE:
            pairs.append((number, -place))
    return (told / total if total else 0.0), pairs


def _order(left: Text, right: Text, shared: frozenset[str]) -> float:
    places = [_first(text, shared) for text in (left, right)]
    both = [(places[0][mark], places[1][mark]) for mark in sorted(shared) if weight(mark) >= RARE]
    turns = [(a - c) * (b - d) for (a, b), (c, d) in itertools.combinations(both, 2)]
    straight, turned = sum(turn > 0 for turn in turns), sum(turn < 0 for turn in turns)
    return (straight - turned) / (straight + turned) if straight + turned else 0.0


def _first(text: Text, marks: frozenset[str]) -> dict[str, int]:
    """Return in which sentence each mark first stands."""
    found: dict[str, int] = {}
    for number, sentence in enumerate(text.sentences):
        for mark in sentence.marks & marks:
            found.setdefault(mark, number)
    return found
