"""A page with its units named and its dateline found."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.articles.header.datelines import Dateline, find_dateline
from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.words import Words, bare, words
from sayso.articles.layout.classifying import classify
from sayso.articles.layout.units import Unit, units_of
from sayso.articles.page import Page
from sayso.model.article import Block, BlockKind
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Sorted:
    """A page's units with their kinds, and the dateline that was found."""

    page: Page
    units: tuple[Unit, ...]
    kinds: tuple[BlockKind, ...]
    dateline: tuple[int, Dateline] | None

    def texts(self, *kinds: BlockKind, head: bool = False, foot: bool = False) -> tuple[str, ...]:
        """Return the units of some kinds; only those above, or below, all paragraphs where asked."""
        places = [number for number, kind in enumerate(self.kinds) if kind == "paragraph"]
        first, last = (places[0], places[-1]) if places else (len(self.kinds), -1)
        if kinds == ("date",) and len(places) > 1:
            # A line that is only a date may stand under a first sentence as well.
            first = places[1]
        return tuple(
            unit.text
            for number, (unit, kind) in enumerate(zip(self.units, self.kinds, strict=True))
            if kind in kinds and (not head or number < first) and (not foot or number > last)
        )


def sort_page(page: Page, title: str | None, vocabulary: Words, index: Mastheads) -> Sorted:
    """Return the page's units with their kinds; `title` is the title that its markup gives, if any."""
    units = units_of(page)
    kinds = classify(units, vocabulary, index, title)
    for number, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        if kind in ("title", "heading", "caption", "byline"):
            continue
        raw = unit.span.of(page.text)[:400]
        dateline = find_dateline(raw, lambda name: index.whole(name) is not None)
        whole = dateline is not None and dateline.span.end == len(raw)
        if dateline is not None and (whole or kind == "paragraph") and _credible(dateline, index):
            named = kinds if kind == "paragraph" else (*kinds[:number], "date", *kinds[number + 1 :])
            return Sorted(page, units, named, (number, dateline))
        if kind == "paragraph":
            break
    return Sorted(page, units, kinds, None)


def _credible(dateline: Dateline, index: Mastheads) -> bool:
    """Tell whether what stands in a dateline's brackets is an agency, and not the country of the place."""
    if dateline.credit is None or dateline.printed is not None or index.within(dateline.credit):
        return True
    return bare(dateline.credit) not in words().states


def blocks_of(parts: Sorted) -> tuple[Block, ...]:
    """Return one block a unit, in order; a dateline before prose is a block of its own ("date")."""
    blocks: list[Block] = []
    for number, (unit, kind) in enumerate(zip(parts.units, parts.kinds, strict=True)):
        span = unit.span
        if parts.dateline and parts.dateline[0] == number and kind == "paragraph":
            length = parts.dateline[1].span.end
            words_of = span.of(parts.page.text)[:length].rstrip()
            if length < len(span):
                blocks.append(Block(Span(span.start, span.start + len(words_of)), "date"))
                span = Span(span.start + length, span.end)
        blocks.append(Block(span, kind))
    return tuple(blocks)
