"""Names changed at random while training: a conflict's names must not be what the heads know it by.

Only words that are part of names and stand in texts of one conflict alone are changed, each for such a word
of the same kind of mention; the labels stay, for one word comes for one word.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.examples import Example, Labelled

SHARE = 0.5
"""Share of the windows that get other names."""
_FIRST, _LAST, _UNKNOWN = 101, 102, 100
_MOST_OF_WORD = 12
_MOST = 508


@dataclass(frozen=True, slots=True)
class Pool:
    """Words of names by kind of mention, and for each of these words its kind."""

    words: Mapping[int, Sequence[str]]
    kinds: Mapping[str, int]


def pool_of(documents: Sequence[Labelled]) -> Pool:
    """Return the words of names that stand in texts of one conflict alone."""
    conflicts: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, int] = {}
    for document in documents:
        for example in document.examples:
            for form in example.forms:
                conflicts[form.lower()].add(document.conflict)
            for first, last, kind in example.mentions:
                kinds |= {f: kind for f in example.forms[first:last] if f[:1].isupper() and f.isalpha()}
    words: dict[int, list[str]] = defaultdict(list)
    for form, kind in sorted(kinds.items()):
        if len(conflicts[form.lower()]) == 1 and not form.isupper() and len(form) > 2:
            words[kind].append(form)
    return Pool(words, {form: kind for kind, forms in words.items() for form in forms})


def renamed(
    example: Example, pool: Pool, chance: random.Random, pieces_of: Callable[[Sequence[str]], list[list[int]]]
) -> Example:
    """Return a window with other names, or as it is: chance decides."""
    if chance.random() > SHARE:
        return example
    held = sorted({form for form in example.forms if form in pool.kinds})
    swaps = {form: chance.choice(pool.words[pool.kinds[form]]) for form in held}
    if not swaps:
        return example
    pieces = [
        found[:_MOST_OF_WORD] or [_UNKNOWN] for found in pieces_of([swaps.get(f, f) for f in example.forms])
    ]
    ids, at = [_FIRST], []
    for part in pieces:
        at.append(len(ids))
        ids += part
    if len(ids) > _MOST:
        return example
    return replace(example, window=replace(example.window, ids=(*ids, _LAST), at=tuple(at)), states=None)
