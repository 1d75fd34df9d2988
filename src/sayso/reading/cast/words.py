"""The article as a row of words: the surface on which names, roles and places are looked for.

Words are runs of letters and digits, so that "U.S.-led", "al-Shabaab" and "People’s" are seen in their
parts; what stands between two words is the later one's `gap`.  A possessive ending belongs to the gap.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.analysis import Quote, Sentence, Token
from sayso.model.span import Span

_PIECE = re.compile(r"\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+")
_APOSTROPHES = "'’‘`´"
_JOINTS = frozenset(" -.–‑‐\u00a0/&" + _APOSTROPHES)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or digits; `low` is folded (case, accents), `gap` what stands before it.

    `tag` and `lemma` are those of the token that holds it; `sentence` the sentence's number and `quote`
    the number of the quotation chain that it stands in, None outside of quotation marks.
    """

    span: Span
    text: str
    low: str
    gap: str
    tag: str
    lemma: str
    sentence: int
    quote: int | None

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Page:
    """An article's words in order; `spread[s]` is the half-open range of words of sentence ``s``."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    spread: tuple[tuple[int, int], ...]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text of ``words[first:last]``."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def after(self, last: int) -> str:
        """Return what stands between word ``last - 1`` and the next (or the text's rest, cut short)."""
        start = self.words[last - 1].span.end
        end = self.words[last].span.start if last < len(self.words) else start + 3
        return self.text[start:end]

    def follows(self, index: int) -> bool:
        """Tell whether word `index` exists and stands in the sentence of the word before it."""
        return 0 < index < len(self.words) and self.words[index].sentence == self.words[index - 1].sentence

    def low(self, index: int) -> str:
        """Return the folded form of a word, "" beyond the text."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def lows(self, first: int, last: int) -> tuple[str, ...]:
        """Return the folded forms of ``words[first:last]``."""
        return tuple(word.low for word in self.words[first:last])

    def opens(self, index: int) -> bool:
        """Tell whether word `index` begins its sentence."""
        return self.spread[self.words[index].sentence][0] == index

    def joined(self, index: int) -> bool:
        """Tell whether word `index` goes on in the phrase of the word before ("U.S. troops", "Gen. X")."""
        if not self.follows(index):
            return False
        gap, before = self.words[index].gap, self.words[index - 1]
        return plain(gap) or (
            gap == ". " and (len(before.text) == 1 or (before.capital and len(before.text) < 5))
        )

    def titled(self, sentence: int) -> bool:
        """Tell whether a sentence is set like a headline: capitals nearly throughout, no full stop."""
        first, last = self.spread[sentence]
        if self.sentences[sentence].span.of(self.text).rstrip("”\"'’) ").endswith((".", "!", "?", ";", ":")):
            return False
        long = [word for word in self.words[first:last] if len(word.text) > 3 and not word.text.isdigit()]
        return len(long) > 3 and sum(word.capital for word in long) >= 0.75 * len(long)


def fold(text: str) -> str:
    """Return `text` without case and accents."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold()


def pieces(text: str) -> list[tuple[str, str]]:
    """Return the (gap, word) pairs of a short text such as an alias; a possessive s is left out."""
    found: list[tuple[str, str]] = []
    end = 0
    for start, stop in _cut(text, 0, len(text)):
        found.append((text[end:start], text[start:stop]))
        end = stop
    return found


def plain(gap: str) -> bool:
    """Tell whether a gap keeps two words in one phrase: a space, a hyphen, an inner point."""
    return (
        len(gap) <= 2 and bool(gap) and all(c in _JOINTS for c in gap) and gap not in {". ", "' ", "’ ", " ’"}
    )


def possessive(gap: str) -> bool:
    """Tell whether a gap holds the ending of a possessive ("s’ ", "’s ")."""
    return len(gap) >= 2 and gap[0] in _APOSTROPHES and gap[-1].isspace() and gap[1:].strip() in {"", "s"}


def make_page(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], quotes: Sequence[Quote]
) -> Page:
    """Return the page of an article."""
    words: list[Word] = []
    spread: list[tuple[int, int]] = []
    starts = [token.span.start for token in tokens]
    for number, sentence in enumerate(sentences):
        first = len(words)
        words.extend(_words_of(text, number, sentence, tokens, starts, quotes))
        spread.append((first, len(words)))
    return Page(text, tuple(words), tuple(sentences), tuple(spread))


def _words_of(
    text: str,
    number: int,
    sentence: Sentence,
    tokens: Sequence[Token],
    starts: Sequence[int],
    quotes: Sequence[Quote],
) -> Iterator[Word]:
    inside = [quote for quote in quotes if quote.span.overlaps(sentence.span)]
    end = sentence.span.start
    for start, stop in _cut(text, sentence.span.start, sentence.span.end):
        place = bisect_right(starts, start) - 1
        token = tokens[place] if place >= 0 and tokens[place].span.end > start else None
        quote = next((q.chain for q in inside if q.span.start <= start < q.span.end), None)
        form = text[start:stop]
        yield Word(
            Span(start, stop),
            form,
            fold(form),
            text[end:start],
            token.tag if token else "",
            token.lemma if token else fold(form),
            number,
            quote,
        )
        end = stop


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the words of ``text[start:end]``, possessive endings left out."""
    for match in _PIECE.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else ""
        if match.group() in {"s", "S"} and before in _APOSTROPHES and match.start() - 1 > start:
            continue
        yield match.span()
