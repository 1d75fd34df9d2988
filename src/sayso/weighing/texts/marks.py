"""The marks of a text, sentence by sentence: names, numbers and stems of words.

A mark outlives rewording better than a run of words does: who retells a text keeps its names and figures,
and most of the words that carry them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sayso.languages import table
from sayso.model.article import Article
from sayso.model.span import Span

SKIPPED = frozenset({"boilerplate", "caption", "byline", "credit", "date"})
"""Blocks that the page puts around a text, and that do not count as its own words."""

STEM = 5
"""Letters of a word that count: endings differ from outlet to outlet, and "shell" is "shelling"."""

NAME_STEM = 6

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = r"[\"”’»)]*+(?=\s+[^\s\w]*[A-Z0-9])"
# A run of stops is looked at once, from its start: a line of nothing but stops would take its square in time.
_SENTENCE = re.compile(rf"[.!?…]{{2,}}+{_STOP}|[^\s].*?(?:(?<![.!?…])[.!?…]++{_STOP}|(?=\n)|\Z)", re.DOTALL)
_ENDING = re.compile(r"['’].*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, and its marks: ``#…`` numbers, ``N…`` names, ``w…`` words."""

    span: Span
    marks: frozenset[str]


@dataclass(frozen=True)
class Text:
    """An article as it is compared with others; `sentences` leave out what the page puts around its text."""

    article: Article
    sentences: tuple[Sentence, ...]

    @cached_property
    def marks(self) -> frozenset[str]:
        """All marks of all sentences."""
        return frozenset().union(*(sentence.marks for sentence in self.sentences))


def text_of(article: Article) -> Text:
    """Return an article's own sentences (title included) with their marks."""
    spans = [block.span for block in article.blocks if block.kind not in SKIPPED]
    if not article.blocks:
        spans = [Span(0, len(article.text))]
    found = (cut for span in spans for cut in _sentences(article.text, span))
    return Text(article, tuple(Sentence(span, marks_of(span.of(article.text))) for span in found))


def marks_of(words: str) -> frozenset[str]:
    """Return the marks of a sentence; its first word is no name for being capitalised."""
    found: set[str] = set()
    for number, match in enumerate(_TOKEN.finditer(words)):
        found.update(_marks(match.group(), number == 0))
    return frozenset(found)


@lru_cache(maxsize=65_536)
def _marks(word: str, opens: bool) -> tuple[str, ...]:
    if word[0].isdigit():
        return ("#" + word.replace(",", "").replace(":", "."),)
    folded = _ENDING.sub("", word.casefold())
    if (number := _number(folded)) is not None:
        return (f"#{number}",)
    if len(folded) < 3 or folded in _passed_over():
        return ()
    stem = "w" + folded[:STEM]
    return (stem, "N" + folded[:NAME_STEM]) if word[0].isupper() and not opens else (stem,)


def _number(word: str) -> int | None:
    """Return a number spelt in words ("thirty-three"); one is too often no number."""
    numbers = table("english", "comparing")["numbers"]
    parts = word.split("-")
    return sum(numbers[part] for part in parts) if all(part in numbers for part in parts) else None


@lru_cache(maxsize=1)
def _passed_over() -> frozenset[str]:
    return frozenset(table("english", "comparing")["passed_over"])


def _sentences(text: str, block: Span) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text, block.start, block.end):
        yield Span(*match.span())
