"""Words that say what kind of place a name is: "Herat province", "the Torkham border crossing"."""

from __future__ import annotations

from functools import cache

from sayso.languages import table
from sayso.places.spelling import fold

_WORDS_BEFORE = 2
"""How many words ("south eastern") may stand before "province of X"."""


def kind_words(language: str = "english") -> dict[str, frozenset[str]]:
    """Return the words of kind (singular, folded) and the kinds of places that each may mean."""
    return _tables(language)[0]


@cache
def _tables(language: str) -> tuple[dict[str, frozenset[str]], tuple[str, ...]]:
    rows = table(language, "gazetteer")["kinds"]
    words = {fold(word): frozenset(kinds) for word, kinds in rows.items()}
    return words, tuple(sorted(words, key=lambda w: (-len(w), w)))


def split_kind(key: str, language: str = "english") -> tuple[str, frozenset[str]]:
    """Return a folded name without its words of kind and article, and the kinds that they allow.

    ("the herat province") → ("herat", {"region"}); a name that holds none comes back as it is, with an
    empty set; a name of nothing else stays whole.
    """
    words, ordered = _tables(language)
    bare = key.removeprefix("the ")
    for word in ordered:
        if bare.endswith(" " + word):
            return bare[: -len(word) - 1].strip(), words[word]
        head, of, tail = bare.partition(f"{word} of ")
        if of and head.count(" ") <= _WORDS_BEFORE and (not head or head.endswith(" ")):
            return tail.removeprefix("the ").strip(), words[word]
    return bare, frozenset()
