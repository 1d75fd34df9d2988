from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter

from articles.making import got, pdf

PDF = "application/pdf"
BODY = [
    "The army said on Friday that its soldiers had left the town of Har-",
    "low after a night of shelling. A spokesman for the Ridge Front told",
    "reporters that the town was in its hands.",
    "Hospital officials said at least 12 people were killed and dozens",
    "wounded in the fighting near the bridge.",
]


def test_words_are_joined_and_running_heads_set_apart() -> None:
    pages = [
        [
            "The Lomer Courier",
            f"{day} was a quiet day on the road.",
            *BODY,
            f"So was {day} night.",
            f"Page {page}",
        ]
        for page, day in enumerate(["Monday", "Tuesday", "Friday"])
    ]
    found = got(pdf(*pages), PDF, name="a.pdf")
    paragraphs = [text for kind, text in found.kinds() if kind == "paragraph"]
    assert any("its soldiers had left the town of Harlow after" in paragraph for paragraph in paragraphs)
    assert any(paragraph.startswith("Hospital officials") for paragraph in paragraphs)
    furniture = [text for kind, text in found.kinds() if kind == "boilerplate"]
    assert furniture[:2] == ["The Lomer Courier", "Page 0"]
    assert found.article.outlet == "The Lomer Courier"


def test_encrypted() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(BODY))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert got(out.getvalue(), PDF).codes == ["pdf-encrypted"]


def test_pages_without_text() -> None:
    assert got(pdf([]), PDF).codes == ["no-text"]


def test_no_pdf_at_all() -> None:
    assert got(b"%PDF-1.7 and nothing behind it", PDF).codes == ["broken-pdf"]
