"""An article as the search for speech sees it: sentences parsed, every token with its quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.analysis import Quote, Sentence, Token
from sayso.model.span import Span
from sayso.reading.syntax import Syntax, parse
from sayso.reading.words import DOUBLE_MARKS, SINGLE_MARKS

Range = tuple[int, int]
"""Tokens ``[first, last)``."""

_EDGE_MARKS = frozenset({",", ";", ":", "–", "—", "-", "--", "."})


@dataclass(frozen=True, slots=True)
class Scene:
    """`quote_at` holds for each token the number of the outermost quotation it stands in, -1 for none.

    `marks` are the tokens that are quotation marks: all double ones, and the single ones round a quotation.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    syntaxes: Sequence[Syntax]
    quotes: Sequence[Quote]
    quote_at: Sequence[int]
    starts: Sequence[int]
    marks: frozenset[int]

    def span(self, tokens: Range) -> Span:
        """Return the stretch of text that the tokens cover."""
        return Span(self.tokens[tokens[0]].span.start, self.tokens[tokens[1] - 1].span.end)

    def range(self, span: Span) -> Range:
        """Return the tokens that begin inside the span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def words(self, tokens: Range) -> str:
        """Return the text of the tokens with its white space made single."""
        return " ".join(self.span(tokens).of(self.text).split())

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence that holds the token."""
        return bisect_right(self.sentences, token, key=lambda sentence: sentence.first) - 1

    def is_mark(self, token: int) -> bool:
        """Tell whether the token is a quotation mark."""
        return token in self.marks

    def trim(self, tokens: Range) -> Range:
        """Return the tokens without commas, dashes, full stops and quotation marks at either end."""
        first, last = tokens
        while first < last and (self.tokens[first].text in _EDGE_MARKS or self.is_mark(first)):
            first += 1
        while last > first and (self.tokens[last - 1].text in _EDGE_MARKS or self.is_mark(last - 1)):
            last -= 1
        return first, last


def make_scene(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], quotes: Sequence[Quote]
) -> Scene:
    """Return the scene of an article."""
    starts = [token.span.start for token in tokens]
    quote_at = [-1] * len(tokens)
    for number in range(len(quotes) - 1, -1, -1):
        span = quotes[number].span
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            quote_at[place] = number
    syntaxes = [parse(tokens, sentence) for sentence in sentences]
    marks = {number for number, token in enumerate(tokens) if token.text in DOUBLE_MARKS}
    for quote in quotes:
        around = (bisect_left(starts, quote.span.start) - 1, bisect_left(starts, quote.span.end))
        marks |= {n for n in around if 0 <= n < len(tokens) and tokens[n].text in SINGLE_MARKS}
    return Scene(text, tokens, sentences, syntaxes, quotes, quote_at, starts, frozenset(marks))
