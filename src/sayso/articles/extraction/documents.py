"""The lines of a PDF, by pypdf.  Imported in the worker only."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

_MOST_PAGES = 300


def read_document(content: bytes, most: int) -> dict[str, Any]:
    """Return the lines of each page; "hard" says why there are none."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"hard": "encrypted"}
    pages: list[list[str]] = []
    size = 0
    try:
        for number in range(min(len(reader.pages), _MOST_PAGES)):
            text = reader.pages[number].extract_text() or ""
            pages.append(text.splitlines())
            size += len(text)
            if size > most:
                break
    except FileNotDecryptedError:
        return {"hard": "encrypted"}
    return {"pages": pages, "all": len(reader.pages)}
