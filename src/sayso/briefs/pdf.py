"""The brief as a PDF, set by fpdf2 with fonts that travel in the file.

Noto Sans covers Latin, Greek and Cyrillic, Noto Sans Arabic what its name says; text is shaped and runs in
its own direction.  A character that neither has is written as its code, ``[U+4E2D]``, and the last section
counts them: nothing vanishes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import as_file, files

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from sayso.briefs.words import (
    READING,
    change_words,
    changes,
    givers,
    heading,
    omissions,
    opening,
    source,
    standing,
)
from sayso.model.plain import plain
from sayso.views.brief import Brief, BriefPoint, Note

_FONTS = (
    ("noto", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ("arabic", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
)
_INK, _SOFT = (27, 27, 27), (85, 85, 85)
_LINE = 1.45
_POINT = 25.4 / 72


class _Sheet(FPDF):
    """An A4 page with the brief's title and the page's number at its foot."""

    def __init__(self, title: str) -> None:
        super().__init__(format="A4")
        self.running = title
        self.unknown = 0
        self.set_margins(20, 18)
        self.set_auto_page_break(True, 20)
        for family, package, name in _FONTS:
            with as_file(files(package) / "files" / name) as path:
                self.add_font(family, "", path)
        loaded = (font for font in self.fonts.values() if isinstance(font, TTFFont))
        self.covered = frozenset(code for font in loaded for code in font.cmap)
        self.set_fallback_fonts(["arabic"], exact_match=False)
        self.set_text_shaping(True)

    def footer(self) -> None:
        """Set the foot of a page."""
        self.set_y(-14)
        self.set_font("noto", "", 8)
        self.set_text_color(*_SOFT)
        self.cell(0, 5, self.known(f"{self.running} · page {self.page_no()} of {{nb}}"), align="C")

    def known(self, text: str) -> str:
        """Return the text with a code in the place of every character that no font has."""
        return "".join(char if self._has(char) else f"[U+{ord(char):04X}]" for char in plain(text))

    def _has(self, char: str) -> bool:
        if ord(char) in self.covered:
            return True
        self.unknown += 1
        return False

    def say(self, text: str, size: float, *, soft: bool = False, indent: float = 0, gap: float = 0) -> None:
        """Set a paragraph of words (made harmless), `gap` millimetres after it."""
        self.put(self.known(text), size, soft=soft, indent=indent, gap=gap)

    def put(self, text: str, size: float, *, soft: bool = False, indent: float = 0, gap: float = 0) -> None:
        """Set a paragraph as it is."""
        self.set_font("noto", "", size)
        self.set_text_color(*(_SOFT if soft else _INK))
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, size * _LINE * _POINT, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
        if gap:
            self.ln(gap)


def printed(brief: Brief) -> bytes:
    """Return the PDF; the same brief gives the same bytes, for it is dated by the end of its period."""
    sheet = _Sheet(brief.title)
    sheet.set_title(brief.title)
    sheet.set_creator("Sayso")
    sheet.set_lang("en")
    sheet.set_creation_date(datetime.fromisoformat(brief.until).replace(tzinfo=UTC))
    sheet.add_page()
    sheet.say(brief.title, 20, gap=1)
    sheet.say(opening(brief), 11, gap=1)
    sheet.say(READING, 8.5, soft=True, gap=3)
    links = {note.number: sheet.add_link() for note in brief.notes}
    _set_changes(sheet, brief, links)
    for number, point in enumerate(brief.points, 1):
        _set_point(sheet, number, point, links)
    if brief.named:
        sheet.say("Also spoken of", 13, gap=1)
        for question, status in brief.named:
            sheet.say(f"• {question} — {status}", 10, indent=3)
        sheet.ln(3)
    _set_notes(sheet, brief, links)
    left_out = list(omissions(brief))
    if sheet.unknown:
        left_out.append(f"{sheet.unknown} characters that these fonts lack are written as their code, [U+…].")
    if left_out:
        sheet.ln(3)
        sheet.say("What this brief leaves out", 13, gap=1)
        for sentence in left_out:
            sheet.say(f"• {sentence}", 10, indent=3)
    return bytes(sheet.output())


def _set_point(sheet: _Sheet, number: int, point: BriefPoint, links: dict[int, int]) -> None:
    # A heading stays with what follows it.
    if sheet.will_page_break(24):
        sheet.add_page()
    sheet.say(f"{number}. {heading(point)}", 13)
    sheet.say(standing(point), 10, soft=True, gap=1)
    for answer in point.answers:
        _set_item(sheet, answer.answer, answer.notes, " — " + givers(answer), links)
    sheet.ln(2.5)


def _set_changes(sheet: _Sheet, brief: Brief, links: dict[int, int]) -> None:
    if brief.changes:
        sheet.say("What changed", 13, gap=1)
    for words, found in changes(brief):
        if sheet.will_page_break(16):
            sheet.add_page()
        sheet.say(words, 10, soft=True, gap=0.5)
        for one in found:
            _set_item(sheet, change_words(one), (one.note,), "", links)
        sheet.ln(1.5)


def _set_item(sheet: _Sheet, words: str, notes: tuple[Note, ...], after: str, links: dict[int, int]) -> None:
    sheet.set_x(sheet.l_margin + 3)
    sheet.set_font("noto", "", 10.5)
    sheet.set_text_color(*_INK)
    height = 10.5 * _LINE * _POINT
    left = sheet.l_margin
    sheet.set_left_margin(left + 6)
    sheet.write(height, "•  " + sheet.known(words))
    for note in notes:
        sheet.set_text_color(11, 87, 164)
        sheet.write(height, f" [{note.number}]", links[note.number])
    sheet.set_text_color(*_SOFT)
    sheet.write(height, sheet.known(after))
    sheet.set_left_margin(left)
    sheet.ln(height + 0.8)


def _set_notes(sheet: _Sheet, brief: Brief, links: dict[int, int]) -> None:
    if brief.notes:
        if sheet.will_page_break(24):
            sheet.add_page()
        sheet.say("Sentences", 13, gap=1)
    for note in brief.notes:
        if sheet.will_page_break(14):
            sheet.add_page()
        sheet.set_link(links[note.number], y=sheet.get_y(), page=sheet.page_no())
        sheet.say(f"[{note.number}]  “{note.line.evidence}”", 9)
        sheet.say(source(note), 8, soft=True, indent=6, gap=1.2)
