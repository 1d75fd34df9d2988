"""Tests on single words that several stages of reading share."""

from __future__ import annotations

from functools import cache

from sayso.languages import table
from sayso.model.analysis import Token

DOUBLE_MARKS = frozenset('"“”„‟«»') | {"``", "''"}
SINGLE_MARKS = frozenset("'‘’‚‛‹›")


def is_quote(token: Token) -> bool:
    """Tell whether the token is a double quotation mark, or a single one that is no apostrophe."""
    return token.text in DOUBLE_MARKS or (token.text in SINGLE_MARKS and token.tag != "POS")


@cache
def listed(concern: str, *path: str) -> tuple[str, ...]:
    """Return a list of words of ``languages/english/<concern>.toml``, by its path in that file."""
    found = table("english", concern)
    for step in path:
        found = found[step]
    return tuple(found)
