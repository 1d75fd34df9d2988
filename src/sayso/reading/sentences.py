"""Sentences of an article's paragraphs, and its tokens.

Built for pages as they come: full stops inside quotation marks, no space after a stop or a closing
mark, lists with bullets, datelines, abbreviations (``tokens`` has given those their stops already).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.languages import table
from sayso.model.analysis import Sentence, Token
from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.tokens import label, words

LONGEST = 250
"""No sentence has more words: the stages behind may take time that grows with its square."""
_ENDS = frozenset({".", "!", "?", "…"})
_CLOSERS = frozenset("”\"’'»)]") | {"''"}
_OPENERS = frozenset("“\"‘'«([") | {"``"}
_LINE = re.compile(r"\n[^\S\n]*(?=\n|[•▪●◦‣·*–-][^\S\n]|\d{1,2}[.)][^\S\n])")
_BULLET = re.compile(r"\s*(?:[•▪●◦‣·*–-]|\d{1,2}[.)])\s+")
_DATELINE = re.compile(
    r"\s*[A-Z][\w.’'-]{1,30}(?:[ ,/]{1,2}[\w.’'-]{1,20}){0,5}"  # a place in capitals, perhaps a date
    r"(?:\s?\([\w ./’'-]{2,40}\))?\s?(?:[–—]|--?)\s"
)
_AGENCY_LINE = re.compile(r"\s*\([\w ./’'-]{2,40}\)\s?(?:[–—]|--?)\s")


def split_sentences(text: str, blocks: Sequence[Block]) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """Return the sentences of the paragraphs (of the title, where there is no paragraph) and all tokens.

    Sentences are in text order and hold no bullet, dateline or surrounding space; the tokens are those
    of the sentences and of nothing else.
    """
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for number in _readable(blocks):
        for places in _sentences_of(text, blocks[number].span):
            first = len(tokens)
            tokens.extend(label(text, places))
            span = Span(places[0].start, places[-1].end)
            sentences.append(Sentence(span, number, first, len(tokens)))
    return tuple(sentences), tuple(tokens)


def _readable(blocks: Sequence[Block]) -> list[int]:
    found = [number for number, block in enumerate(blocks) if block.kind == "paragraph"]
    return found or [number for number, block in enumerate(blocks) if block.kind == "title"]


def _sentences_of(text: str, block: Span) -> Iterator[list[Span]]:
    """Yield the places of the words of each sentence of one block."""
    for number, line in enumerate(_lines(text, block)):
        start = _after_opening(text, line, may_have_dateline=number == 0)
        places = words(text, Span(start, line.end))
        begin = 0
        for end in _bounded(text, places):
            if any(place.of(text)[0].isalnum() for place in places[begin:end]):
                yield list(places[begin:end])
                begin = end


def _bounded(text: str, places: Sequence[Span]) -> Iterator[int]:
    """Yield the ends of the sentences; one too long for any (a table run together) is cut at a comma."""
    begin = 0
    for end in _ends(text, places):
        while end - begin > LONGEST:
            commas = (
                n for n in range(begin + LONGEST, begin + LONGEST // 2, -1) if places[n - 1].of(text) in ",;"
            )
            begin = next(commas, begin + LONGEST)
            yield begin
        yield end
        begin = end


def _lines(text: str, block: Span) -> Iterator[Span]:
    """Cut a block where a blank line or an item of a list begins."""
    start = block.start
    for match in _LINE.finditer(text, block.start, block.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, block.end)


def _after_opening(text: str, line: Span, *, may_have_dateline: bool) -> int:
    """Return where the words begin after a bullet or a dateline."""
    bullet = _BULLET.match(text, line.start, line.end)
    start = bullet.end() if bullet else line.start
    if not may_have_dateline:
        return start
    found = _DATELINE.match(text, start, line.end)
    if found and _shouts(found.group()):
        return found.end()
    agency = _AGENCY_LINE.match(text, start, line.end)
    return agency.end() if agency else start


def _shouts(line: str) -> bool:
    """Tell a dateline ("KARVEL, March 3 (NNB) -", "Karvel (NNB) –") from "Two men - brothers - were"."""
    opening = re.split(r"[\s,/(]", line.strip(), maxsplit=1)[0]
    return (len(opening) > 2 and opening.isupper()) or line.rstrip(" -–—").endswith(")")


def _ends(text: str, places: Sequence[Span]) -> Iterator[int]:
    """Yield the numbers of places after which a sentence ends, the last one included."""
    place = 0
    while place < len(places):
        place += 1
        if not _may_end(text, places, place - 1):
            continue
        after = _after_closers(text, places, place)
        if after < len(places) and _begins(text, places, after, ended_by=place - 1):
            yield after
            place = after
    if places:
        yield len(places)


def _may_end(text: str, places: Sequence[Span], place: int) -> bool:
    form = places[place].of(text)
    if form in _ENDS or form.startswith(".."):
        return True
    return len(form) > 2 and form.endswith(".") and form[:-1].lower() in _list("endings")


def _after_closers(text: str, places: Sequence[Span], place: int) -> int:
    """Skip further end marks and the closing marks that belong to the sentence that ends."""
    while place < len(places):
        form = places[place].of(text)
        if form not in _ENDS and not (form in _CLOSERS and _closes(text, places, place)):
            break
        place += 1
    return place


def _closes(text: str, places: Sequence[Span], place: int) -> bool:
    """Tell a closing mark from an opening one by the spaces round it; tight on both sides it closes."""
    here = places[place]
    if here.start == places[place - 1].end:
        return True
    return here.end >= len(text) or text[here.end].isspace()


def _begins(text: str, places: Sequence[Span], place: int, *, ended_by: int) -> bool:
    """Tell whether a sentence begins at `place`, after the mark at `ended_by`."""
    form = places[place].of(text)
    while form in _OPENERS and place + 1 < len(places):
        place += 1
        form = places[place].of(text)
    ender = places[ended_by].of(text)
    tight = places[ended_by].end == places[ended_by + 1].start == places[place].start
    if tight and (form[0].isdigit() or len(places[ended_by - 1]) < 3):
        return False
    if len(ender) > 2 and not ender.startswith(".."):
        return form.lower() in _list("starters") and form[0].isupper()
    return not form[0].islower() and (form[0].isalnum() or form in _OPENERS or form in "$€£#@")


@cache
def _list(kind: str) -> frozenset[str]:
    return frozenset(table("english", "abbreviations")[kind])
