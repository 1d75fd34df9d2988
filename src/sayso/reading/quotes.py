"""Words in quotation marks, as pages really print them.

Marks come in all shapes, the wrong way round (” like this “), without their partner, or opening anew in
each paragraph.  So a mark's shape counts less than its place: after a space and before a word it opens,
after a word and before a space or a stop it closes, and between two words it does what is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.model.analysis import Quote
from sayso.model.article import Block
from sayso.model.span import Span

_DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
_SINGLE = re.compile(r"(?:(?<=[\s(\[“\"—–«])|^)['‘‚](?=[^\W\d])")
_SINGLE_END = re.compile(r"(?<=[\w.,!?…])['’](?=$|[\s,.;:!?)\]”\"—–»])")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_OPENING_SHAPES = frozenset({"“", "„", "‟", "«", "``"})
_NEUTRAL = frozenset({'"', "''"})
"""Marks that look alike at both ends: while one waits, the next closes though a space stand before it …"""
_TOLD = re.compile(
    r"\b(?:said|says|say|told|added|adds|wrote|writes|asked|tweeted|declared|that)\s*[,:]?\s*$"
)
"""… unless these words stand before it: then the waiting one was never closed."""
_LONGEST_SINGLE = 1200
"""A quotation in single marks that would be longer is taken for a stray apostrophe."""

Turn = Literal["open", "close", "either"]


@dataclass(slots=True)
class _Open:
    """A quotation that waits for its closing mark."""

    start: int
    chain: int


@dataclass(slots=True)
class _State:
    """What is carried from mark to mark: the quotations found, those open, the next chain's number."""

    found: list[Quote] = field(default_factory=list)
    waiting: list[_Open] = field(default_factory=list)
    chains: int = 0

    def new_chain(self) -> int:
        self.chains += 1
        return self.chains - 1


def readable(blocks: Sequence[Block]) -> list[int]:
    """Return the numbers of the blocks that are read: paragraphs, or the title where there is none."""
    found = [number for number, block in enumerate(blocks) if block.kind == "paragraph"]
    return found or [number for number, block in enumerate(blocks) if block.kind == "title"]


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return the quotations of the paragraphs in order of their start, nested ones too.

    Spans hold neither marks nor the space beside them.  A quotation left open ends with its paragraph
    where the next paragraph opens anew (same `chain`), else with the sentence in which it opened.
    """
    state = _State()
    numbers = readable(blocks)
    carried: int | None = None
    for place, number in enumerate(numbers):
        span = blocks[number].span
        later = blocks[numbers[place + 1]].span if place + 1 < len(numbers) else None
        carried = _read_block(text, span, state, carried, goes_on=later is not None and _opens(text, later))
    for number in numbers:
        state.found += _singles(text, blocks[number].span, state)
    return tuple(sorted(state.found, key=lambda quote: (quote.span.start, -quote.span.end)))


def _opens(text: str, block: Span) -> bool:
    """Tell whether a block begins with a quotation mark that opens."""
    start = block.start + len(text[block.start : block.end]) - len(text[block.start : block.end].lstrip())
    match = _DOUBLE.match(text, start, block.end)
    return match is not None and match.end() < block.end


def _read_block(text: str, block: Span, state: _State, carried: int | None, *, goes_on: bool) -> int | None:
    """Find the quotations in double marks of one block; return the chain that the next block carries on."""
    state.waiting.clear()
    first = True
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        turn = _turn(text, block, mark)
        if turn == "either" or (turn == "open" and mark.group() in _NEUTRAL and _is_due(text, mark, state)):
            turn = "close" if state.waiting else "open"
        if turn == "open":
            chain = _chain_for_opening(text, mark, state, carried if first else None)
            state.waiting.append(_Open(mark.end(), chain))
        elif state.waiting:
            opened = state.waiting.pop()
            _keep(text, state, opened.start, mark.start(), opened.chain, closed=True)
        first = False
    return _close_block(text, block, state, goes_on=goes_on)


def _is_due(text: str, mark: re.Match[str], state: _State) -> bool:
    """Tell whether a mark that looks the same at both ends closes the one that waits."""
    return bool(state.waiting) and not _TOLD.search(text, max(0, mark.start() - 30), mark.start())


def _turn(text: str, block: Span, mark: re.Match[str]) -> Turn:
    """Say what a mark does by what stands beside it, and by its shape only where that does not tell."""
    left = text[mark.start() - 1] if mark.start() > block.start else " "
    right = text[mark.end()] if mark.end() < block.end else " "
    left_free = left.isspace() or left in "([—–-/"
    right_free = right.isspace() or right in ".,;:!?)]—–-/…"
    if left_free and not right_free:
        return "open"
    if right_free and not left_free:
        return "close"
    if left_free or mark.group() not in _OPENING_SHAPES:
        return "either"
    return "open" if left in ".!?:" else "either"


def _chain_for_opening(text: str, mark: re.Match[str], state: _State, carried: int | None) -> int:
    """Return the chain of a quotation that opens, ending one left open before it where a sentence ended."""
    if carried is not None:
        return carried
    if not state.waiting:
        return state.new_chain()
    before = text[max(0, mark.start() - 200) : mark.start()].rstrip()[-1:]
    if mark.group() in _NEUTRAL:
        opened = state.waiting.pop()
        stop = _SENTENCE_END.search(text, opened.start, mark.start())
        _keep(text, state, opened.start, stop.end() if stop else mark.start(), opened.chain, closed=False)
        return state.new_chain()
    if before not in ".!?…":
        return state.new_chain()
    opened = state.waiting.pop()
    _keep(text, state, opened.start, mark.start(), opened.chain, closed=False)
    return opened.chain


def _close_block(text: str, block: Span, state: _State, *, goes_on: bool) -> int | None:
    """End what is still open at the end of a block."""
    if not state.waiting:
        return None
    opened = state.waiting[0]
    end = block.end
    if not goes_on:
        stop = _SENTENCE_END.search(text, opened.start, block.end)
        end = stop.end() if stop else block.end
    _keep(text, state, opened.start, end, opened.chain, closed=False)
    return opened.chain if goes_on else None


def _keep(text: str, state: _State, start: int, end: int, chain: int, *, closed: bool) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(sign.isalnum() for sign in text[start:end]):
        state.found.append(Quote(Span(start, end), closed, chain))


def _singles(text: str, block: Span, state: _State) -> Iterator[Quote]:
    """Yield the quotations in single marks; an apostrophe or a plural's possessive is none."""
    place = block.start
    while match := _SINGLE.search(text, place, block.end):
        end = _single_end(text, match.end(), min(block.end, match.end() + _LONGEST_SINGLE))
        place = match.end()
        if end is not None:
            yield Quote(Span(match.end(), end), True, state.new_chain())
            place = end + 1


def _single_end(text: str, start: int, limit: int) -> int | None:
    """Return where the closing single mark stands: the first that cannot be a possessive, else the first."""
    first: int | None = None
    for match in _SINGLE_END.finditer(text, start, limit):
        left, right = text[match.start() - 1], text[match.end() : match.end() + 1]
        if left != "s" or not right.isspace():
            return match.start()
        first = match.start() if first is None else first
        if _SINGLE.search(text, match.end(), limit):
            break
    return first
