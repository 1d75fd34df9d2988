"""Words of others made harmless for a line of text that people read."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner belong to the spelling of Persian and Indic words."""


def plain(text: str) -> str:
    """Return words of an article in one line, without control, direction or unknown characters.

    White space becomes one blank, marks that nobody sees go, what no font can show becomes U+FFFD.
    """
    return re.sub(r"\s+", " ", "".join(map(harmless, text)))


def harmless(char: str) -> str:
    """Return the character, or what stands for it where a terminal or page might obey it."""
    if char.isprintable() or char in _JOINERS:
        return char
    kind = unicodedata.category(char)
    if kind == "Cf":  # marks that turn the direction of a line, soft hyphens, tags: nothing to be read
        return ""
    return "\N{REPLACEMENT CHARACTER}" if kind in ("Cs", "Co", "Cn") else " "
