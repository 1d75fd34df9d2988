"""What rules know of a word: its tag, and what the lexicons say it may put forward.

The networks see these beside the encoder's states: the lexicons know rare verbs that few labelled texts hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.model.analysis import Token
from sayso.reading.learned.scheme import CUE, TYPES
from sayso.reading.learned.tolls import TOLLS
from sayso.reading.speech.lexicon import verb_frames as saying
from sayso.reading.triggers import noun_frames, verb_frames

TAGS = (
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
    "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT",
    "WP", "WP$", "WRB",
)  # fmt: skip
"""Penn Treebank tags of words, in the order of their numbers from one; all others are nought."""
_NUMBER = {tag: number for number, tag in enumerate(TAGS, 1)}
WIDTH = CUE + 1
"""Number of hints: one a type of statement, and one for verbs of saying."""


def tag_number(tag: str) -> int:
    """Return the number of a tag, 0 for marks and what else is no word."""
    return _NUMBER.get(tag, 0)


def hints_of(tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    """Return for each token which hints hold, each 0 or 1."""
    return [_hints(token.lemma, token.text.lower()) for token in tokens]


@cache
def _hints(lemma: str, word: str) -> tuple[int, ...]:
    held = {frame.type for _, frame in verb_frames().get(lemma, ())}
    noun = noun_frames().get(word) or noun_frames().get(lemma)
    held |= {noun.type} if noun is not None else set()
    held |= {"casualties"} if word in TOLLS else set()
    return (*(int(kind in held) for kind in TYPES), int(lemma in saying()))
