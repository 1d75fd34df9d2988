"""A first look at bytes: are they text at all, and what kind of document."""

from __future__ import annotations

import codecs

_SAMPLE = 65536
_MAGIC = (
    b"\x7fELF", b"MZ\x90\x00", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a",
    b"GIF89a", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
    b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"OggS", b"ID3\x03", b"ID3\x04",
    b"\x00asm", b"\xca\xfe\xba\xbe", b"%!PS-",
)  # fmt: skip
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_TEXT_CONTROLS = b"\t\n\r\f\x0b\x1a\x1b"
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in _TEXT_CONTROLS)
# Measured on gzip, PNG and ELF files: 8 to 30 % of their bytes are control codes; text with a few
# stray NULs stays far under 2 %.
_BINARY_SHARE = 0.05


def looks_binary(content: bytes) -> bool:
    """Tell whether `content` is no text in any encoding that is read (PDF is asked about elsewhere)."""
    sample = content[:_SAMPLE]
    if sample.startswith(_BOMS):
        return False
    if sample.startswith(_MAGIC):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _BINARY_SHARE * len(sample) and not wide(sample)


def wide(sample: bytes) -> bool:
    """Tell whether the bytes look like UTF-16 without a mark: zeros in every other place only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    most, least = max(even, odd), min(even, odd)
    return half > 0 and most > 0.4 * half and least <= 0.02 * half


def guess_media(content: bytes) -> str:
    """Return the media type of bytes that come without one: PDF, HTML, JSON, JSON lines or plain text."""
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    head = content[:2048].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "text/html"
    if head.startswith(b"["):
        return "application/json"
    if head.startswith(b"{"):
        lines = [line for line in content.lstrip()[:_SAMPLE].splitlines() if line.strip()]
        # Several lines that each open an object are JSON lines; one object over many lines is not.
        many = len(lines) > 1 and all(line.startswith(b"{") for line in lines)
        return "application/x-ndjson" if many else "application/json"
    return "text/plain"
