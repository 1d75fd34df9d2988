"""Stories with the names of their articles."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.interface import LedgerView
from sayso.views.labels import labels_of


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story: its title, when it was told, its articles by day and name, and the outlets that carry it."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    outlets: tuple[str, ...]


def stories_in(ledger: LedgerView) -> tuple[StoryView, ...]:
    """Return the stories of a ledger, those with most articles first, of these the latest."""
    labels = labels_of(ledger)
    found = []
    for story in ledger.stories():
        own = sorted((labels[key] for key in story.articles), key=lambda a: (a.published or "", a.name))
        outlets = tuple(dict.fromkeys(label.outlet for label in own))
        names = tuple(label.name for label in own)
        found.append(StoryView(story.id, story.title, story.first, story.last, names, outlets))
    found.sort(key=lambda story: story.id)
    found.sort(key=lambda story: story.last or "", reverse=True)
    return tuple(sorted(found, key=lambda story: -len(story.articles)))


def story_of(ledger: LedgerView, article: str) -> str | None:
    """Return the id of the story that the article with this id is in, None for a stub."""
    return next((story.id for story in ledger.stories() if article in story.articles), None)
