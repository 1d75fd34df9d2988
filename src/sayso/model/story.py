"""Articles that tell of one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A group of articles on one event; an article that is alone with its event is a story, too.

    `title` is that of the article which is most like the others; `first` and `last` are the days (ISO)
    between which its articles were published, as far as they are known.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None
