"""Who does what to whom: a sentence's tree with its noun chunks and verb groups, and questions to it.

Every `int` is a position in `Analysis.tokens`.  The relations are Universal Dependencies'
("nsubj", "nsubj:pass", "obj", "obl", "ccomp", "acl:relcl", "appos", "conj" …); the functions below
answer what the stages ask, so that they need not know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.analysis import Sentence, Token
from sayso.model.span import Span
from sayso.reading.chunks import NounChunk, noun_chunks
from sayso.reading.mending import mend, mended_group
from sayso.reading.parser import parse_words
from sayso.reading.verbgroups import VerbGroup, verb_groups


@dataclass(frozen=True, slots=True)
class Syntax:
    """A sentence ``tokens[first:last]`` parsed.

    ``heads[n - first]`` is the head of token `n` (-1 at a root), ``below[n - first]`` what hangs on it.
    """

    tokens: Sequence[Token]
    first: int
    last: int
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    below: tuple[tuple[int, ...], ...]
    nouns: tuple[NounChunk, ...]
    verbs: tuple[VerbGroup, ...]

    def head(self, token: int) -> int:
        """Return the token's head, -1 where it has none."""
        return self.heads[token - self.first]

    def relation(self, token: int) -> str:
        """Return the token's relation to its head."""
        return self.relations[token - self.first]

    def children(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the tokens that hang on `token`, in order; with `relations`, only by those."""
        own = self.below[token - self.first]
        return tuple(n for n in own if self.relation(n) in relations) if relations else own

    def subtree(self, token: int, *without: str) -> tuple[int, ...]:
        """Return `token` and all below it in order, leaving out its children by the relations `without`."""
        found = {token}
        agenda = [child for child in self.children(token) if self.relation(child) not in without]
        while agenda:
            number = agenda.pop()
            if number not in found:
                found.add(number)
                agenda += self.children(number)
        return tuple(sorted(found))

    def span(self, tokens: Iterable[int]) -> Span:
        """Return the shortest span that covers the tokens (at least one)."""
        numbers = sorted(tokens)
        return Span(self.tokens[numbers[0]].span.start, self.tokens[numbers[-1]].span.end)

    def verb_at(self, token: int) -> VerbGroup | None:
        """Return the verb group that holds the token."""
        return next((verb for verb in self.verbs if verb.first <= token < verb.last), None)

    def chunk_at(self, token: int) -> NounChunk | None:
        """Return the noun chunk that holds the token."""
        return next((noun for noun in self.nouns if noun.first <= token < noun.last), None)


def parse(tokens: Sequence[Token], sentence: Sentence) -> Syntax:
    """Return the syntax of one sentence of an article's tokens."""
    first, last = sentence.first, sentence.last
    own = tokens[first:last]
    tree = parse_words([token.text for token in own], [token.tag for token in own])
    heads = [head + first if head >= 0 else -1 for head in tree.heads]
    relations = list(tree.relations)
    verbs = verb_groups(tokens, first, last)
    mend(heads, relations, verbs, first)
    verbs = tuple(mended_group(tokens, heads, relations, verbs, verb, first) for verb in verbs)
    below: list[list[int]] = [[] for _ in own]
    for number, head in enumerate(heads, first):
        if head >= 0:
            below[head - first].append(number)
    nouns = noun_chunks(tokens, first, last, verbs)
    return Syntax(tokens, first, last, tuple(heads), tuple(relations), tuple(map(tuple, below)), nouns, verbs)
