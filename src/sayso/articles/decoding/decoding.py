"""Bytes to clean text: mark, declared charset, UTF-8, then the detector."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.articles.decoding.cleaning import clean
from sayso.articles.decoding.detection import guess_encoding
from sayso.articles.decoding.mojibake import repair
from sayso.articles.format import MAX_CHARS, MAX_LINES, issue
from sayso.articles.page import Part
from sayso.model.issue import Issue

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Codecs that are no charset, or that stand for something else than they say.
_NO_CHARSETS = frozenset({"undefined", "unicode_escape", "raw_unicode_escape", "utf-7", "idna", "punycode"})
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1"})
# Four bytes hold any character in any encoding that is read.
_MAX_BYTES = 4 * MAX_CHARS
# One bad sequence in two hundred good ones is damage to UTF-8, not another encoding.
_DAMAGE = 0.005


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and what had to be done to get it; `text` is None where the bytes are no text."""

    text: str | None
    issues: tuple[Issue, ...]


def decode(content: bytes, declared: str | None, source: str, *, line: int | None = None) -> Decoded:
    """Return the clean text of at most `MAX_CHARS` characters that the bytes hold."""
    issues: list[Issue] = []
    cut = len(content) > _MAX_BYTES
    head = _whole(content[:_MAX_BYTES]) if cut else content
    return clean_text(raw_text(head, declared, source, issues), source, issues, line=line, cut=cut)


def _whole(head: bytes) -> bytes:
    """Return a cut without the part of a UTF-8 character that it may end in."""
    for back in range(1, 4):
        if head[-back] & 0xC0 != 0x80:
            return head[:-back] if head[-back] >= 0xC0 else head
    return head


def clean_text(
    text: str, source: str, issues: list[Issue] | None = None, *, line: int | None = None, cut: bool = False
) -> Decoded:
    """Return decoded text cut to its limit, repaired and cleaned, or None where it is no text."""
    found = issues if issues is not None else []
    if len(text) > MAX_CHARS or text.count("\n") > MAX_LINES or cut:
        text = "\n".join(text[:MAX_CHARS].split("\n", MAX_LINES)[:MAX_LINES])
        message = f"Only the first {len(text):,} characters were taken: no article is that long."
        found.append(issue("cut", message, source, severity="warning", offset=len(text), line=line))
    repaired, lines = repair(text)
    if lines:
        message = f"{lines} lines had been decoded wrongly by whoever saved them, and were put right."
        found.append(issue("mojibake-repaired", message, source, severity="note", line=line))
    cleaned = clean(repaired)
    odd = cleaned.controls + cleaned.surrogates + cleaned.text.count("\ufffd")
    if odd > 0.1 * max(len(repaired), 1):
        message = "The content is no text: more than a tenth of it is control or broken characters."
        found.append(issue("not-text", message, source, line=line))
        return Decoded(None, tuple(found))
    for code, number, what in (
        ("control-characters", cleaned.controls, "control characters were taken out"),
        ("bidi-controls", cleaned.turned, "signs that turn the direction of writing were taken out"),
        ("lone-surrogates", cleaned.surrogates, "halves of characters were replaced by U+FFFD"),
    ):
        if number:
            found.append(issue(code, f"{number} {what}.", source, severity="warning", line=line))
    return Decoded(cleaned.text, tuple(found))


def raw_text(content: bytes, declared: str | None, source: str, issues: list[Issue]) -> str:
    """Return the bytes as text; what was odd about them goes to `issues`."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    wide = _wide(content)
    if wide:
        return content.decode(wide, "replace")
    charset = _charset(declared)
    if charset and charset not in ("utf-8", *_LATIN):
        text = _by_declaration(content, charset, source, issues)
        if text is not None:
            return text
    text = _utf_8(content, source, issues)
    if text is not None:
        return text
    encoding = "cp1252" if charset in _LATIN else guess_encoding(content)
    message = f"The bytes are not UTF-8; they were read as {encoding}."
    issues.append(issue("not-utf-8", message, source, severity="note", offset=_first_bad(content)))
    return content.decode(encoding, "replace")


def _by_declaration(content: bytes, charset: str, source: str, issues: list[Issue]) -> str | None:
    try:
        text = content.decode(charset)
    except (UnicodeDecodeError, ValueError):
        message = f"The bytes are not {charset}, as declared."
        issues.append(issue("wrong-charset", message, source, severity="warning"))
        return None
    if not content.isascii() and _first_bad(content) is None:
        # Text in another encoding is valid UTF-8 by accident only in a few letters.
        message = f"Declared as {charset}, but the bytes are UTF-8."
        issues.append(issue("wrong-charset", message, source, severity="note"))
        return content.decode("utf-8")
    return text


def _utf_8(content: bytes, source: str, issues: list[Issue]) -> str | None:
    """Return UTF-8 text, a broken tail or a few broken places replaced; None where it is not UTF-8."""
    bad = _first_bad(content)
    if bad is None:
        return content.decode("utf-8")
    text = content.decode("utf-8", "replace")
    if bad >= len(content) - 3 and not content[:bad].isascii():
        message = "The text breaks off in the middle of a character."
        issues.append(issue("truncated-utf-8", message, source, severity="warning", offset=bad))
        return content[:bad].decode("utf-8")
    broken = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - broken
    if broken <= max(1, _DAMAGE * good) and good > 20 * broken:
        message = f"{broken} places are not UTF-8 and were replaced by U+FFFD."
        issues.append(issue("bad-bytes", message, source, severity="warning", offset=bad))
        return text
    return None


def _first_bad(content: bytes) -> int | None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _charset(declared: str | None) -> str | None:
    """Return Python's name of a declared charset, None where there is no such charset."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        usable = name not in _NO_CHARSETS and isinstance(b"".decode(name), str)
    except (LookupError, ValueError, UnicodeError):
        return None
    return name if usable else None


def _wide(content: bytes) -> str | None:
    """Return the kind of UTF-16 without a mark: zeros in nearly half of the bytes, all on one side."""
    sample = content[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half == 0 or max(even, odd) <= 0.4 * half or min(even, odd) > 0.02 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def clean_parts(parts: Sequence[Part], source: str) -> tuple[list[Part], tuple[Issue, ...]]:
    """Return a document's parts clean, each on one line; what lies beyond the limit is left out."""
    lines = [" ".join(part.text.split()) for part in parts]
    decoded = clean_text("\n".join(lines), source)
    cleaned = (decoded.text or "").split("\n")
    kept = [Part(text, part.kind) for text, part in zip(cleaned, parts, strict=False) if text.strip()]
    return kept, decoded.issues
