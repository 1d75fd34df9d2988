"""Reading the treebanks that the tagger and the parser learn from (gzipped CoNLL-U)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HYPHENS = frozenset("-‐‑")
KEPT = frozenset(
    {"nsubj:pass", "nsubj:outer", "csubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "compound:prt"}
)
"""Relations kept with their subtype; all others lose it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank: place from 1, form, tag, head's place (0: root), relation, space behind it."""

    place: int
    form: str
    tag: str
    head: int
    relation: str
    spaced: bool


def sentences(path: Path) -> Iterator[list[Word]]:
    """Yield the sentences of a file, their hyphenated compounds made one word as in the product."""
    words: list[Word] = []
    group_end, group_spaced = 0, True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 10:
                if words and not line.startswith("#"):
                    yield whole(words)
                    words, group_end = [], 0
                continue
            spaced = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                group_end, group_spaced = int(cells[0].split("-")[1]), spaced
            elif cells[0].isdigit():
                place = int(cells[0])
                if place <= group_end:
                    spaced = place == group_end and group_spaced
                words.append(Word(place, cells[1], cells[4], int(cells[6]), _relation(cells[7]), spaced))


def _relation(name: str) -> str:
    return name if name in KEPT else name.partition(":")[0]


def whole(words: Sequence[Word]) -> list[Word]:
    """Return the words with runs like ``U.S.`` ``-`` ``led`` made one word each and places counted anew.

    The compound has the tag of its head, or JJ where it modifies a noun.
    """
    groups: list[list[Word]] = []
    place = 0
    while place < len(words):
        group = [words[place]]
        while place + 2 < len(words) and _joins(*words[place : place + 3]):
            group += words[place + 1 : place + 3]
            place += 2
        groups.append(group)
        place += 1
    numbers = {word.place: number for number, group in enumerate(groups, 1) for word in group} | {0: 0}
    return [_one(number, group, numbers) for number, group in enumerate(groups, 1)]


def _joins(left: Word, mark: Word, right: Word) -> bool:
    tight = not left.spaced and not mark.spaced and mark.form in HYPHENS
    return tight and left.form[-1:].replace(".", "a").isalnum() and right.form[:1].isalnum()


def _one(number: int, group: Sequence[Word], numbers: dict[int, int]) -> Word:
    inside = {word.place for word in group}
    outward = [word for word in group if word.head not in inside]
    head = next((word for word in outward if word.head == 0), outward[-1])
    label = "JJ" if len(group) > 1 and head.relation == "amod" else head.tag
    form = "".join(word.form for word in group)
    return Word(number, form, label, numbers[head.head], head.relation, group[-1].spaced)
