"""A text as windows of word pieces: what the encoder sees at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model.analysis import Token
from sayso.reading.learned.hints import hints_of, tag_number
from sayso.reading.learned.spans import Range

LONGEST = 240
"""Most word pieces in a window, the two marks at its ends left out; the heads were trained on this length."""
_FIRST, _LAST, _UNKNOWN = 101, 102, 100
_MOST_OF_WORD = 12
_MOST = 508


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences of a text, as word pieces.

    `first` is the number of its first word in the text; the words from `own` on are read in this window,
    those before it are context and read in another. `at` tells where each word's first piece stands in `ids`.
    """

    first: int
    own: int
    ids: tuple[int, ...]
    at: tuple[int, ...]
    shapes: tuple[int, ...]
    tags: tuple[int, ...]
    hints: tuple[tuple[int, ...], ...]

    @property
    def last(self) -> int:
        """Number, in the text, of the word behind the window's last one."""
        return self.first + len(self.at)


def cut(
    tokens: Sequence[Token],
    sentences: Sequence[Range],
    pieces_of: Callable[[Sequence[str]], list[list[int]]],
    longest: int = LONGEST,
) -> list[Window]:
    """Return the windows of a text; each of its tokens is read in exactly one of them.

    A window holds as many sentences as fit into `longest` pieces, after one sentence of context. Of a
    sentence that does not fit into a window of its own, the words beyond it are read nowhere.
    """
    pieces = [found[:_MOST_OF_WORD] or [_UNKNOWN] for found in pieces_of([token.text for token in tokens])]
    sizes = [sum(len(pieces[word]) for word in range(*sentence)) for sentence in sentences]
    found: list[Window] = []
    at = 0
    while at < len(sentences):
        start = at - 1 if at and sizes[at - 1] + sizes[at] <= longest else at
        end, size = at + 1, sum(sizes[start : at + 1])
        while end < len(sentences) and size + sizes[end] <= longest:
            size += sizes[end]
            end += 1
        found.append(_window(tokens, pieces, sentences[start][0], sentences[at][0], sentences[end - 1][1]))
        at = end
    return found


def _window(tokens: Sequence[Token], pieces: list[list[int]], first: int, own: int, last: int) -> Window:
    ids, at = [_FIRST], []
    for word in range(first, last):
        if len(ids) + len(pieces[word]) > _MOST:
            break
        at.append(len(ids))
        ids += pieces[word]
    held = tokens[first : first + len(at)]
    shapes = tuple(shape(token.text) for token in held)
    tags = tuple(tag_number(token.tag) for token in held)
    return Window(first, own - first, (*ids, _LAST), tuple(at), shapes, tags, tuple(hints_of(held)))


def shape(form: str) -> int:
    """Return the class of a word's letters, 1 to 7: the encoder does not see capitals."""
    if not form[:1].isalnum():
        return 1
    if form[:1].isdigit():
        return 2
    if form.islower():
        return 3
    if form.isupper():
        return 4 if len(form) > 1 else 5
    return 6 if form[:1].isupper() and form[1:].islower() else 7
