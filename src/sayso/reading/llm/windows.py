"""A long article in parts, each small enough for one request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.analysis import Sentence
from sayso.model.article import Article
from sayso.model.span import Span

BEFORE = 600
"""So many characters of the sentences before a part are shown with it: "he" and "the group" need them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences in a row: where they stand, their words, and the words before them."""

    sentences: tuple[Sentence, ...]
    text: str
    before: str

    @property
    def span(self) -> Span:
        """Return the stretch from the first sentence to the last."""
        return self.sentences[0].span.join(self.sentences[-1].span)


def parts_of(article: Article, sentences: Sequence[Sentence], longest: int) -> list[Part]:
    """Return the article's sentences in parts of at most `longest` characters, paragraphs whole if they fit.

    A sentence that is longer than that is a part by itself.
    """
    found: list[Part] = []
    held: list[Sentence] = []
    size = 0
    for group in _groups(sentences, longest):
        more = sum(len(one.span) + 1 for one in group)
        if held and size + more > longest:
            found.append(part(article, sentences, held))
            held, size = [], 0
        held += group
        size += more
    return [*found, part(article, sentences, held)] if held else found


def halves(article: Article, sentences: Sequence[Sentence], whole: Part) -> list[Part]:
    """Return a part cut in two, nothing where it is a single sentence."""
    middle = len(whole.sentences) // 2
    pieces = (whole.sentences[:middle], whole.sentences[middle:])
    return [part(article, sentences, piece) for piece in pieces] if middle else []


def part(article: Article, sentences: Sequence[Sentence], held: Sequence[Sentence]) -> Part:
    """Return sentences in a row as a part."""
    first = next(n for n, one in enumerate(sentences) if one.span == held[0].span)
    start, size = first, 0
    while start and size + len(sentences[start - 1].span) <= BEFORE:
        start -= 1
        size += len(sentences[start].span)
    return Part(tuple(held), _joined(article, held), _joined(article, sentences[start:first]))


def _groups(sentences: Sequence[Sentence], longest: int) -> list[list[Sentence]]:
    """Return the sentences by paragraph; those of a paragraph that is too long one by one."""
    groups: list[list[Sentence]] = []
    for one in sentences:
        if groups and groups[-1][-1].block == one.block:
            groups[-1].append(one)
        else:
            groups.append([one])
    whole = [len(group) == 1 or sum(len(one.span) + 1 for one in group) <= longest for group in groups]
    return [
        piece
        for group, fits in zip(groups, whole, strict=True)
        for piece in ([group] if fits else [[one] for one in group])
    ]


def _joined(article: Article, sentences: Sequence[Sentence]) -> str:
    out = ""
    block = None
    for one in sentences:
        out += ("" if block is None else " " if one.block == block else "\n\n") + one.span.of(article.text)
        block = one.block
    return out
