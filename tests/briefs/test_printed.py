"""The brief on paper: every sentence is there, and none of them does anything."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from exports.ledgers import TRICKS, make_ledger
from model.rows import CALM
from sayso.briefs import FORMATS, printed
from sayso.briefs.markdown import escape
from sayso.ledger import open_view
from sayso.model.errors import UsageError
from sayso.model.plain import plain
from sayso.views.brief import Brief, brief_of


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    with open_view(make_ledger(tmp_path_factory.mktemp("briefs") / "hills.db")) as ledger:
        return brief_of(ledger, "2031-03-01", "2031-03-31")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


class Page(HTMLParser):
    """Collects the tags, the attributes and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_brief_gives_the_same_bytes(brief: Brief, form: str) -> None:
    assert printed(brief, form) == printed(brief, form)


def test_the_page_shows_every_sentence_and_runs_nothing(brief: Brief) -> None:
    page = Page()
    page.feed(printed(brief, "html").decode())
    assert not {"script", "img", "iframe", "object", "link"} & set(page.tags)
    assert {link[0] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= set(page.ids)
    for note in brief.notes:
        assert plain(note.line.evidence) in page.words


def test_markdown_shows_every_sentence_and_links_nowhere(brief: Brief) -> None:
    text = printed(brief, "md").decode()
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    page = Page()
    page.feed(shown)
    assert not page.links
    assert not {"script", "img", "code", "pre"} & set(page.tags)
    assert page.tags.count("h1") == 1
    for note in brief.notes:
        assert f"[^{note.number}]: “" in text
        assert squeezed(plain(note.line.evidence)) in squeezed(page.words)


@CALM
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(TRICKS))
def test_words_in_markdown_are_shown_as_they_are(words: str) -> None:
    page = Page()
    page.feed(MarkdownIt("gfm-like", {"linkify": False}).render(f"- said: {escape(words)}\n"))
    assert set(page.tags) <= {"ul", "li"}
    assert squeezed(page.words) == squeezed(f"said: {plain(words)}")


def test_the_pdf_holds_every_letter_or_its_code(brief: Brief) -> None:
    text = squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(printed(brief, "pdf"))).pages))
    for note in brief.notes:
        assert squeezed(note.line.id) in text
    for word in ("Žižek,", "Владимир", "[U+4E2D][U+6587]", "[U+1F3D4]", "<script>alert(1)</script>"):
        assert word in text
    assert "thatthesefontslackarewrittenastheircode" in text


def test_the_pdfs_notes_are_linked_and_its_fonts_travel_with_it(brief: Brief) -> None:
    reader = PdfReader(BytesIO(printed(brief, "pdf")))
    links = [a for page in reader.pages for a in page.get("/Annots") or []]
    assert len(links) >= len(brief.notes)
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("NotoSans" in name for name in fonts)
    assert any("Arabic" in name for name in fonts)


def test_an_unknown_format_is_refused(brief: Brief) -> None:
    with pytest.raises(UsageError, match="'docx': there are md, html, pdf"):
        printed(brief, "docx")


def test_without_the_library_the_extra_is_named(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sayso.briefs.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "fpdf", None)
    with pytest.raises(UsageError, match=r"needs fpdf: pip install 'sayso\[briefs\]'"):
        printed(brief, "pdf")


def test_a_period_without_a_word_is_said_to_be_so(tmp_path: Path) -> None:
    with open_view(make_ledger(tmp_path / "hills.db")) as ledger:
        empty = brief_of(ledger, "2030-01-01", "2030-01-02")
    for form in FORMATS:
        made = printed(empty, form)
        text = PdfReader(BytesIO(made)).pages[0].extract_text() if form == "pdf" else made.decode()
        assert "0 statements in 0 articles" in text
