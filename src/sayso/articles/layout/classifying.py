"""The role of every unit of a page."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.articles.header.credits import is_byline, is_credit
from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.names import is_name_line
from sayso.articles.header.words import Words, bare
from sayso.articles.layout.heads import first_prose, mark_given_title, name_head
from sayso.articles.layout.sheet import Sheet
from sayso.articles.layout.tails import is_bio, tail_start
from sayso.articles.layout.traits import Traits, is_caption, is_date_line, is_furniture, traits_of
from sayso.articles.layout.units import Unit
from sayso.model.article import BlockKind

_QUOTES = '"“”«»‘„'


def classify(
    units: Sequence[Unit], words: Words, index: Mastheads, title: str | None
) -> tuple[BlockKind, ...]:
    """Return the kind of each unit; `title` is the title that the document's markup gives, if any."""
    traits = [traits_of(unit.text, words) for unit in units]
    own = [_own_kind(unit, trait, words, index) for unit, trait in zip(units, traits, strict=True)]
    sheet = Sheet(units, traits, own, words, index)
    mark_given_title(sheet, title)
    _mark_lists(sheet)
    first = first_prose(sheet)
    end = tail_start(units, traits, sheet.kinds, first, words)
    _name_tail(sheet, end)
    name_head(sheet, first)
    _name_body(sheet, first, end)
    return tuple(kind or "paragraph" for kind in sheet.kinds)


def _own_kind(unit: Unit, trait: Traits, words: Words, index: Mastheads) -> BlockKind | None:
    """Return what a unit is by its own words or markup; None where its place must tell."""
    if unit.given in ("title", "caption", "boilerplate", "standfirst", "date", "byline", "credit"):
        return unit.given
    text = unit.text
    if is_date_line(text, words):
        return "date"
    if is_credit(text, words, index) and not _is_masthead(text, words, index):
        return "credit"
    if is_byline(text, words):
        return "byline"
    if is_furniture(text, trait, words):
        return "boilerplate"
    if is_caption(text, trait, words):
        return "caption"
    return "heading" if unit.given == "heading" else None


def _is_masthead(text: str, words: Words, index: Mastheads) -> bool:
    """Tell whether a line is an outlet's own name; an agency's name alone is a credit."""
    found = index.whole(text)
    return is_name_line(text, words, index) and (found is None or found.kind == "outlet")


def _mark_lists(sheet: Sheet) -> None:
    """Name what stands under ``Related stories`` and its like: bullets and lines without a full stop."""
    opened: int | None = None
    for number, unit in enumerate(sheet.units):
        if bare(unit.text) in sheet.words.opens_list:
            opened = unit.stanza
        elif opened is not None and sheet.kinds[number] is None:
            near = unit.stanza == opened or (unit.bullet and unit.stanza == opened + 1)
            if near and not sheet.traits[number].stop and sheet.traits[number].words <= 20:
                sheet.kinds[number] = "boilerplate"
                opened = unit.stanza
            else:
                opened = None


def _name_body(sheet: Sheet, first: int, end: int) -> None:
    """Name the units between the first paragraph and the tail."""
    waiting = sheet.open(first, end)
    paragraphs = [number for number in waiting if sheet.traits[number].stop or sheet.traits[number].prose]
    last = paragraphs[-1] if paragraphs else first
    if len(paragraphs) > 3 and is_bio(sheet.units[last].text, sheet.traits[last], sheet.words):
        sheet.kinds[last] = "boilerplate"
        last = paragraphs[-2]
    for number in waiting:
        if sheet.kinds[number] is None:
            sheet.kinds[number] = _in_body(sheet, number, last)


def _in_body(sheet: Sheet, number: int, last: int) -> BlockKind:
    unit, trait = sheet.units[number], sheet.traits[number]
    if trait.stop or trait.words >= 15 or unit.text[:1].islower() or unit.given == "paragraph":
        return "paragraph"
    follows = sheet.units[number + 1].text[:1] if number + 1 < len(sheet.units) else ""
    quoted = follows != "" and follows in _QUOTES
    if unit.text.endswith(":") and (quoted or trait.words > 6):
        return "paragraph"
    if unit.text.endswith((",", ";")) or (unit.text[-1:] in _QUOTES and unit.text[:1] in _QUOTES):
        return "paragraph"
    if number > last:
        return "paragraph" if trait.words >= 10 else "boilerplate"
    return "boilerplate" if unit.bullet else "heading"


def _name_tail(sheet: Sheet, end: int) -> None:
    for number in sheet.open(end, len(sheet.units)):
        sheet.kinds[number] = "boilerplate"
