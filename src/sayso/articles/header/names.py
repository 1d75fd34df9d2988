"""Names made as outlets' names are made."""

from __future__ import annotations

import re

from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.words import Words, bare, tokens

_WAVES = frozenset({"radio", "tv", "television", "channel"})
_SMALL = frozenset({"of", "the", "and", "for", "de", "du", "la", "le", "in", "&", "a"})


def is_name_line(text: str, words: Words, index: Mastheads) -> bool:
    """Tell whether a line is an outlet's name, known or made as such names are (``The Lomer Courier``)."""
    if index.whole(text) is not None:
        return True
    parts = [part for part in re.split(r"\s[|•·:–—-]+\s", text) if part]
    return 1 <= len(parts) <= 2 and any(_made_like_a_name(part, words) for part in parts)


def _made_like_a_name(text: str, words: Words) -> bool:
    spoken = [
        word for word in tokens(text) if word != "the" and not word.isdigit() and not re.match(r"\d", word)
    ]
    pieces = [piece for piece in text.split() if piece.lower() not in _SMALL]
    if bare(text) in words.exact or bare(text) in words.sections:
        return False
    if not 1 <= len(spoken) <= 7 or re.search(r"[?!,;:|>/]", text) or not pieces:
        return False
    if not all(piece[0].isupper() or piece[0].isdigit() for piece in pieces):
        return False
    # The word of the trade ends the name, or opens it before another name ("Voice of …", "Radio …").
    before = "of" in spoken and not words.press.isdisjoint(spoken[:2])
    return spoken[-1] in words.press or before or (len(spoken) > 1 and spoken[0] in _WAVES)
