"""One shape for line ends; no characters that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass

_LINE_ENDS = {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
# Signs that turn the direction of writing, byte order marks, joiners that join nothing, soft hyphens.
# ZWJ and ZWNJ stay: Persian and Indic spelling needs them.
_UNSEEN = "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\x0b\x0c\x85"]
_TABLE = str.maketrans({**_LINE_ENDS, **dict.fromkeys([*_UNSEEN, *_CONTROLS], "")})
_CONTROL_SET = frozenset(_CONTROLS)
_BIDI_SET = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text, and how many signs of three sorts were taken out or replaced."""

    text: str
    controls: int
    turned: int
    surrogates: int


def clean(text: str) -> Cleaned:
    """Return the text with ``\\n`` line ends and without control, bidi and invisible characters.

    Quotation marks, dashes and all else stay as printed.  A lone surrogate, which no encoding can hold,
    becomes U+FFFD; two that belong together become their character.
    """
    joined, surrogates = _join_surrogates(text)
    ended = joined.replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(map(ended.count, _CONTROL_SET)) if not ended.isprintable() else 0
    turned = sum(map(ended.count, _BIDI_SET)) if not ended.isascii() else 0
    return Cleaned(ended.translate(_TABLE), controls, turned, surrogates)


def one_line(text: str) -> str:
    """Return a name or a title clean and on one line, without runs of blanks."""
    return " ".join(clean(text).text.split())


def _join_surrogates(text: str) -> tuple[str, int]:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return joined, joined.count("\ufffd") - text.count("\ufffd")
    return text, 0
