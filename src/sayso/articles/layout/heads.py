"""The head of a page: what stands above the first paragraph."""

from __future__ import annotations

from sayso.articles.header.dates import find_dates
from sayso.articles.header.names import is_name_line
from sayso.articles.header.words import bare
from sayso.articles.layout.sheet import Sheet
from sayso.articles.layout.titles import find_title
from sayso.articles.layout.traits import shows
from sayso.model.article import BlockKind


def mark_given_title(sheet: Sheet, title: str | None) -> None:
    """Name the unit that repeats the title which the markup gives."""
    if title is None or "title" in sheet.kinds:
        return
    wanted = bare(title)
    for number, unit in enumerate(sheet.units[:12]):
        if bare(unit.text) == wanted:
            sheet.kinds[number] = "title"
            return


def first_prose(sheet: Sheet) -> int:
    """Return the number of the first paragraph of prose, past summaries and captions of the head."""
    _mark_summary(sheet)
    prose = [number for number in sheet.open(0, len(sheet.units)) if sheet.traits[number].prose]
    if not prose:
        sentences = [number for number in sheet.open(0, len(sheet.units)) if sheet.traits[number].stop]
        return sentences[0] if sentences else len(sheet.units)
    if len(prose) > 1 and sheet.open(0, prose[0]):
        lead, unit = prose[0], sheet.units[prose[0]]
        if len(unit.text) <= 260 and shows(unit.text, sheet.traits[lead], sheet.words):
            sheet.kinds[lead] = "caption"
            return prose[1]
    return _past_standfirst(sheet, prose)


def _past_standfirst(sheet: Sheet, prose: list[int]) -> int:
    """Return the first paragraph, past sentences that stand between the title and its date or byline."""
    lead = prose[0]
    if not sheet.open(0, lead) and "title" not in sheet.kinds[:lead]:
        if not _stopped_title(sheet, lead) or len(prose) < 2:
            return lead
        sheet.kinds[lead] = "title"
        return prose[1]
    if _signed(sheet, 0, lead):
        return lead
    for number in range(lead + 1, min(lead + 7, len(sheet.units))):
        behind = [other for other in prose if other > number]
        between = [other for other in prose if other < number]
        if _signed(sheet, number, number + 1) and len(behind) >= 2 and len(between) <= 2:
            for other in between:
                sheet.kinds[other] = "standfirst"
            return behind[0]
    return lead


def _stopped_title(sheet: Sheet, number: int) -> bool:
    """Tell whether a first sentence is a title with a full stop: the page's date stands right under it."""
    short = len(sheet.units[number].text) <= 220 and sheet.traits[number].sentences == 1
    return short and _signed(sheet, number + 1, number + 2)


def _signed(sheet: Sheet, start: int, end: int) -> bool:
    """Tell whether a byline or a line with a day stands among some units (a live page's hours are none)."""
    return any(
        kind == "byline" or (kind == "date" and find_dates(unit.text[:200]))
        for unit, kind in zip(sheet.units[start:end], sheet.kinds[start:end], strict=True)
    )


def _mark_summary(sheet: Sheet) -> None:
    """Name the short version over an article (``In short:``): its label a heading, its lines standfirst."""
    for number, unit in enumerate(sheet.units):
        if bare(unit.text) not in sheet.words.summary or number > 20:
            continue
        group = [
            other for other in range(number + 1, len(sheet.units)) if sheet.units[other].stanza == unit.stanza
        ]
        behind = [
            other
            for other in sheet.open(number + len(group) + 1, len(sheet.units))
            if sheet.traits[other].prose
        ]
        before = [other for other in sheet.open(0, number) if sheet.traits[other].prose]
        if 1 <= len(group) <= 8 and len(behind) >= 3 and not before:
            sheet.kinds[number] = "heading"
            for other in group:
                label = bare(sheet.units[other].text) in sheet.words.summary
                sheet.kinds[other] = sheet.kinds[other] or ("heading" if label else "standfirst")


def name_head(sheet: Sheet, first: int) -> None:
    """Name the units before the first paragraph."""
    title = next((number for number in range(first) if sheet.kinds[number] == "title"), None)
    if title is None:
        title = find_title(sheet.units, sheet.traits, sheet.open(0, first), sheet.words, sheet.index)
    if title is not None:
        sheet.kinds[title] = "title"
    for number in sheet.open(0, first):
        sentence = sheet.traits[number].stop and sheet.traits[number].words >= 5
        if (title is None and not sentence) or (title is not None and number < title):
            sheet.kinds[number] = "boilerplate"
        else:
            sheet.kinds[number] = _under_title(sheet, number)


def _under_title(sheet: Sheet, number: int) -> BlockKind:
    unit, trait = sheet.units[number], sheet.traits[number]
    if _beside_caption(sheet, number):
        return "caption"
    if unit.bullet:
        return "standfirst" if trait.stop else "boilerplate"
    if trait.stop and trait.words >= 4:
        late = _signed(sheet, number + 1, number + 5) and not _signed(sheet, 0, number)
        return "standfirst" if late else "paragraph"
    if is_name_line(unit.text, sheet.words, sheet.index) or trait.words < 6:
        return "boilerplate"
    return "standfirst"


def _beside_caption(sheet: Sheet, number: int) -> bool:
    """Tell whether a line is the short form of a caption beside it (a picture's alternative text)."""
    opening = bare(sheet.units[number].text).split()[:3]
    for other in (number - 1, number + 1):
        captioned = 0 <= other < len(sheet.units) and sheet.kinds[other] == "caption"
        if captioned and len(opening) == 3 and bare(sheet.units[other].text).split()[:3] == opening:
            return True
    return False
