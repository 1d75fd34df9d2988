"""Versions of one article: what was corrected or lengthened after it was first read."""

from __future__ import annotations

from sayso.model.article import Article
from sayso.weighing.copies import near, triples_of
from sayso.weighing.links import Link, LinkKind, link

VERSION: LinkKind = "same-article"

FIRST = 1001
"""The strength of such a link: it goes before all that other words in common say."""


def is_address(name: str) -> bool:
    """Tell whether what an article is called is an address on the web, which is one article's alone."""
    return name.startswith(("http://", "https://"))


def version_tie(left: Article, right: Article) -> Link | None:
    """Return the link between two versions of one article, None where nothing says that they are.

    Both are called alike.  A web address is one article's, whatever stands there later; a file's name, or a
    row's, may come again in another folder, so that there most runs of three words have to be the same.
    """
    if left.name != right.name or left.id == right.id or not left.text or not right.text:
        return None
    if not is_address(left.name):
        one, other = triples_of(left.text), triples_of(right.text)
        if not near(len(one & other), len(one), len(other)):
            return None
    return link(VERSION, left.id, right.id, f"two versions of {left.name}", FIRST)
