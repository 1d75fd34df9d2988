"""Names made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.languages import table

_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return the name in lower case, without accents, articles, dots and possessive endings."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _WORD.findall(_POSSESSIVE.sub("", plain.casefold().replace(".", "")))
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


@lru_cache(maxsize=65_536)
def ground(place: str) -> str:
    """Return what names of one place fold to: `fold`, with one name for the seats of provinces."""
    key = fold(place)
    seats: list[str] = table("english", "weighing")["seats"]
    for seat in seats[:-1]:
        if key.startswith(seat):
            return seats[-1] + key[len(seat) :]
    return key


def folded(name: str | None) -> str | None:
    """Return `fold` of a name, None of none."""
    return None if name is None else fold(name)
