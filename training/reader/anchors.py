"""Where a statement hangs: the one word that a reader must find to find the statement.

The corpus marks the words of a statement's fields, not its predicate. The predicate is taken from a parse:
the nearest word above the fields' words that belongs to none of them. This needs a parser in training only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.words import Words
from sayso.reading.parser import parse_words
from sayso_corpus.records import Attribution, Span, Statement

PRIORITY = ("target", "place", "place_to", "place_from", "quantity", "when", "actor")
"""Fields in the order in which their words are asked for the predicate above them."""


class Trees:
    """The parse of each sentence of a text, made once."""

    def __init__(self, words: Words) -> None:
        """Parse the sentences of `words`."""
        self.heads: list[int] = []
        self.tags: list[str] = []
        for first, last in words.sentences:
            tokens = words.tokens[first:last]
            tree = parse_words([token.text for token in tokens], [token.tag for token in tokens])
            self.heads += [head + first if head >= 0 else -1 for head in tree.heads]
            self.tags += [token.tag for token in tokens]

    def above(self, inside: Iterable[int]) -> int:
        """Return the first word above a group of words, or the topmost of the group where none is."""
        group = set(inside)
        at = self.top(group)
        return self.heads[at] if self.heads[at] >= 0 else at

    def top(self, group: Iterable[int]) -> int:
        """Return the word of a group under which the others hang, the first one where there are several."""
        held = sorted(group)
        return next((word for word in held if self.heads[word] not in set(held)), held[0])


def statement_anchor(words: Words, trees: Trees, item: Statement) -> int:
    """Return the number of the word at which the statement hangs."""
    evidence = words.inside(item.evidence)
    content = _words(words, item.spans.get("content", ())) or evidence
    taken = {w for role in PRIORITY for w in _words(words, item.spans.get(role, ()))}
    first, last = min(content, default=0), max(content, default=0)
    for role in PRIORITY:
        for span in item.spans.get(role, ()):
            group = words.inside(span)
            if not group:
                continue
            at = _climb(trees, group, taken)
            if at is not None and first <= at <= last:
                return at
    free = [w for w in content if w not in taken and trees.tags[w][:1].isalpha()] or content
    verbs = [w for w in free if trees.tags[w].startswith("V")]
    return trees.top(free) if not verbs else trees.top(verbs)


def other_anchors(words: Words, trees: Trees, item: Statement) -> set[int]:
    """Return the predicates above all of a statement's fields: where it might hang as well."""
    taken = {w for role in PRIORITY for w in _words(words, item.spans.get(role, ()))}
    within = set(words.inside(item.evidence))
    held = (words.inside(span) for role in PRIORITY for span in item.spans.get(role, ()))
    found = (_climb(trees, group, taken) for group in held if group)
    return {at for at in found if at is not None and at in within}


def _climb(trees: Trees, group: Sequence[int], taken: set[int]) -> int | None:
    """Return the first verb or noun above a group that belongs to no field."""
    at = trees.top(group)
    for _ in range(8):
        at = trees.heads[at]
        if at < 0:
            return None
        if at not in taken and trees.tags[at][:2] in ("VB", "NN", "JJ", "CD", "RB"):
            return at
    return None


def cue_anchor(words: Words, trees: Trees, item: Attribution) -> int | None:
    """Return the word at which a report hangs: in its cue, else in its source or content."""
    for spans in (item.cue, item.source):
        group = _words(words, spans)
        if group:
            verbs = [w for w in group if trees.tags[w].startswith("V")]
            nouns = [w for w in group if trees.tags[w].startswith("N")]
            return (verbs or nouns or group)[-1]
    group = _words(words, item.content)
    return group[0] if group else None


def _words(words: Words, spans: Iterable[Span]) -> list[int]:
    return [w for span in spans for w in words.inside(span)]
