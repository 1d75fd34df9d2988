"""Clean text with its parts named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.ids import digest
from sayso.model.span import Span

BlockKind = Literal[
    "title", "standfirst", "heading", "paragraph", "caption", "date", "byline", "credit", "boilerplate"
]
"""Statements are read from paragraphs (and from the title where an article has nothing else)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with one role: a paragraph, the title, a caption, boilerplate …"""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article's clean text and what its page says of itself.

    `name` is how people and gold files call it (the file name, the URL of a page or JSON row, or
    ``file.jsonl#3``).  `text` is the whole decoded text, boilerplate included (as blocks say), never
    changed afterwards: every offset in a ledger points into it.  A stub (a hand-made ledger's article
    that Sayso never read) has an empty text.  `published` is an ISO day, month or year as far as it is
    known, and `published_from` says in words how it was found.  `dateline` is the place of a wire's
    dateline; `agencies` the agencies credited, in order of appearance.
    """

    id: str
    name: str
    capture: str | None
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    dateline: str | None = None
    agencies: tuple[str, ...] = ()

    @staticmethod
    def make_id(name: str, text: str) -> str:
        """Return the id of the article called `name` with this clean text."""
        return digest("art", name, text)

    @property
    def voice(self) -> str:
        """Name the narrator: the outlet, or ``outlet of NAME`` where the page does not say."""
        return self.outlet or f"outlet of {self.name.rsplit('/', 1)[-1].rsplit('.', 1)[0]}"
