"""What texts put between quotation marks, and who told whom: the places where they let somebody speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.languages import table
from sayso.model.span import Span
from sayso.weighing.texts.marks import STEM, Sentence, Text
from sayso.weighing.texts.weights import weight

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SURNAME = 12
"""Least weight of the word that ends a person's name: "Defence Minister" is none."""

_QUOTE = re.compile(
    r"“([^“”\n]{12,900})”|«([^«»\n]{12,900})»|„([^„“”\n]{12,900})[“”]"
    r"|(?<![\w.,!?])\"(?=\S)([^\"\n]{12,900})(?<=\S)\"(?!\w)"
)
_NAME = r"[^\W\d_a-z][\w'’-]+"
_FULL_NAME = re.compile(rf"(?=\b({_NAME}) (?:(?:al|de|el|van|von|bin|da)[ -])?({_NAME})\b)")
_TOLD = re.compile(
    rf"\b({_NAME})(?:,[^,.;]{{2,60}},)? (?:told|tells|said to|says to|has told|had told)"
    rf" (?:the )?({_NAME}(?: {_NAME}){{0,3}})"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: where its words stand (without the marks), and the words, folded."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A place where a text has somebody speak to many: the words that say so, and what stands around them.

    `people` are the people of the text whose last names stand there, by full name; `weekdays` are the days
    that the sentence itself names.
    """

    span: Span
    around: Span
    people: frozenset[str]
    weekdays: frozenset[str]
    marks: frozenset[str]


def quotes_of(text: Text) -> tuple[Quote, ...]:
    """Return the quotations of a text, in order."""
    body = text.article.text
    found = []
    for match in _QUOTE.finditer(body):
        group = match.lastindex or 1
        words = tuple(word.casefold() for word in WORD.findall(match.group(group)))
        found.append(Quote(Span(*match.span(group)), words))
    return tuple(found)


def people_of(text: Text) -> frozenset[str]:
    """Return the full names that a text gives, each as its two parts folded ("pavle orsten")."""
    found: set[tuple[str, str]] = set()
    for sentence in text.sentences:
        for match in _FULL_NAME.finditer(sentence.span.of(text.article.text)):
            first, last = match.group(1).casefold(), match.group(2).casefold()
            if weight("w" + last[:STEM]) >= SURNAME and first not in ("the", "this", "that"):
                found.add((first, last))
    # "Admiral Torvald" of "Admiral Torvald Eide" is no person.
    begun = {first for first, _ in found}
    return frozenset(f"{first} {last}" for first, last in found if last not in begun)


def people_near(text: Text, span: Span, people: frozenset[str]) -> frozenset[str]:
    """Return those of some full names whose last name stands in the sentences of a span or in those beside
    it.
    """
    here = [n for n, sentence in enumerate(text.sentences) if sentence.span.overlaps(span)]
    near = text.sentences[max(0, here[0] - 1) : here[-1] + 2] if here else ()
    words = _words(text, near)
    return frozenset(name for name in people if name.rsplit(" ", 1)[-1] in words)


def scenes_of(text: Text, people: frozenset[str]) -> tuple[Scene, ...]:
    """Return the places where somebody speaks to many, each with the sentences beside it."""
    return tuple(
        _scene(text, number, people)
        for number, sentence in enumerate(text.sentences)
        if _gathering().search(sentence.span.of(text.article.text))
    )


def told_of(text: Text) -> Iterator[tuple[str, str, Span]]:
    """Yield who tells an outlet what ("Teke told GSA"): last name and outlet, folded, and where."""
    for sentence in text.sentences:
        for match in _TOLD.finditer(text.article.text, sentence.span.start, sentence.span.end):
            yield match.group(1).casefold(), match.group(2).casefold(), Span(*match.span())


def _scene(text: Text, number: int, people: frozenset[str]) -> Scene:
    near = text.sentences[max(0, number - 1) : number + 2]
    words, own = _words(text, near), _words(text, text.sentences[number : number + 1])
    return Scene(
        span=text.sentences[number].span,
        around=near[0].span.join(near[-1].span),
        people=frozenset(name for name in people if name.rsplit(" ", 1)[-1] in words),
        weekdays=frozenset(own & set(table("english", "comparing")["weekdays"])),
        marks=frozenset().union(*(sentence.marks for sentence in near)),
    )


def _words(text: Text, sentences: Sequence[Sentence]) -> set[str]:
    body = text.article.text
    whole = {word.casefold() for sentence in sentences for word in WORD.findall(sentence.span.of(body))}
    return whole | {part for word in whole for part in word.split("-")}


@cache
def _gathering() -> re.Pattern[str]:
    words = table("english", "comparing")
    named, speaking, crowd = (_one_of(words[name]) for name in ("gatherings", "speaking", "crowd"))
    return re.compile(rf"\b(?:{named}|(?:{speaking}) (?:[^\W\d_]+ )?(?:{crowd}))\b", re.IGNORECASE)


def _one_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
