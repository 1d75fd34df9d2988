"""One visit to a source: what is new in it, fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.model.capture import Fetched
from sayso.model.errors import FetchRefused
from sayso.model.issue import Issue
from sayso.sources.feeds.opening import Item, NoFeed, items_of
from sayso.sources.files import collect_files
from sayso.sources.kind import issue, make_fetched
from sayso.sources.media import NoArticle, declared
from sayso.sources.network.addresses import Unreachable
from sayso.sources.network.session import Page, Session
from sayso.sources.options import FetchOptions
from sayso.sources.watching.memory import Memory, Visit
from sayso.sources.watching.settings import Watched

_LONGEST = timedelta(days=1)
_MOST_DOUBLINGS = 10


@dataclass(slots=True)
class Visitor:
    """Visits sources; keeps what it learns of them in `memory`. `now` is the moment of the visit."""

    session: Session
    options: FetchOptions
    memory: Memory
    recheck: Sequence[timedelta]
    now: datetime

    def visit(self, source: Watched) -> Iterator[Fetched | Issue]:
        """Yield what is new or has changed in a source, and an issue for all that failed."""
        if source.kind == "folder":
            visit = self.memory.source(source.name, self.now)
            visit.last, visit.looks = self._moment, visit.looks + 1
            yield from self._files(source)
        elif source.kind == "page":
            visit = self.memory.source(source.name, self.now)
            yield from self._look(source.target, visit)
        else:
            yield from self._listed(source)

    def due(self, source: Watched) -> bool:
        """Tell whether it is time to look at a source."""
        visit = self.memory.source(source.name, self.now)
        if visit.wait_until and self._moment < visit.wait_until:
            return False
        if not visit.last:
            return True
        # A source that fails is asked ever less often, for a day at most.
        pause: timedelta = source.every * 2 ** min(visit.failures, _MOST_DOUBLINGS)
        since: timedelta = self.now - datetime.fromisoformat(visit.last)
        return since >= min(pause, max(_LONGEST, source.every))

    @property
    def _moment(self) -> str:
        return self.now.isoformat(timespec="seconds")

    def _files(self, source: Watched) -> Iterator[Fetched | Issue]:
        """Yield the files of a folder that are new or have changed."""
        for found in collect_files(source.target, self.options):
            if isinstance(found, Fetched):
                visit = self.memory.page(found.capture.location, source.name, self.now)
                visit.last = self._moment
                if visit.sha256 == found.capture.sha256:
                    continue
                visit.sha256, visit.looks = found.capture.sha256, visit.looks + 1
            yield found

    def _listed(self, source: Watched) -> Iterator[Fetched | Issue]:
        visit = self.memory.source(source.name, self.now)
        page = self._ask(source.target, visit)
        if isinstance(page, Issue):
            yield page
            return
        items: list[Item] = []
        if page is not None:
            try:
                for found in items_of(page.answer.content, page.url, self.options.max_page_bytes):
                    if isinstance(found, Item):
                        items.append(found)
                    else:
                        yield issue("feed-entry", f"{found}.", source.target, severity="note")
            except NoFeed as error:
                visit.failures += 1
                visit.etag = visit.modified = None
                yield issue("no-feed", f"The list cannot be read: {error}.", source.target)
        for item in dict.fromkeys(items):
            yield from self._item(item, source)
        if source.text == "page":
            yield from self._again(source)

    def _item(self, item: Item, source: Watched) -> Iterator[Fetched | Issue]:
        """Yield an entry's article where it is new, or the feed says that it has changed."""
        known = item.url in self.memory.pages
        visit = self.memory.page(item.url, source.name, self.now)
        changed = known and item.changed is not None and item.changed != visit.changed
        if known and not changed:
            return
        visit.changed = item.changed
        if source.text == "feed" and item.html:
            visit.last, visit.looks = self._moment, visit.looks + 1
            yield _entry(item, source, self._moment)
        else:
            yield from self._look(item.url, visit)

    def _again(self, source: Watched) -> Iterator[Fetched | Issue]:
        """Yield pages of the source that are due for another look: for corrections, or since they failed."""
        for url, visit in sorted(self.memory.pages.items()):
            if visit.source == source.name and visit.last < self._moment and self._due_again(visit):
                yield from self._look(url, visit)

    def _due_again(self, visit: Visit) -> bool:
        if not visit.looks:
            return visit.failures > 0 and self._patient(visit)
        age = self.now - datetime.fromisoformat(visit.first)
        return visit.looks <= len(self.recheck) and age >= self.recheck[visit.looks - 1]

    def _patient(self, visit: Visit) -> bool:
        """Tell whether a page that failed may be asked for again: ever later, as the sources are."""
        pause: timedelta = timedelta(minutes=10) * 2 ** min(visit.failures, _MOST_DOUBLINGS)
        return visit.failures <= _MOST_DOUBLINGS and self.now - datetime.fromisoformat(visit.last) >= pause

    def _look(self, url: str, visit: Visit) -> Iterator[Fetched | Issue]:
        page = self._ask(url, visit)
        if page is None:
            return
        if isinstance(page, Issue):
            yield page
            return
        try:
            media, encoding = declared(page.answer.headers.get("content-type", ""), page.answer.content)
        except NoArticle as error:
            yield issue("fetch-refused", f"The page was not taken: {error}.", url)
            return
        made = make_fetched(
            page.answer.content, name=url, location=page.url, media=media, encoding=encoding,
            fetched_on=self._moment,
        )  # fmt: skip
        if made.capture.sha256 != visit.sha256:
            visit.sha256 = made.capture.sha256
            yield made

    def _ask(self, url: str, visit: Visit) -> Page | Issue | None:
        """Return the page, None where the server says that nothing has changed, or what failed."""
        visit.last = self._moment
        try:
            page = self.session.fetch(url, visit.asking)
        except FetchRefused as refusal:
            visit.failures += 1
            return issue("fetch-refused", f"The page was not fetched: {refusal}.", url)
        except Unreachable as failure:
            visit.failures += 1
            return issue("unreachable", f"The page could not be fetched: {failure}.", url)
        answer = page.answer
        if answer.status == 304:
            visit.looks, visit.failures = visit.looks + 1, 0
            return None
        if answer.status != 200:
            visit.failures += 1
            visit.wait_until = self._told_to_wait(answer.headers.get("retry-after", ""))
            return issue("bad-status", f"The server answered with status {answer.status}.", url)
        visit.looks, visit.failures, visit.wait_until = visit.looks + 1, 0, None
        visit.etag = answer.headers.get("etag")
        visit.modified = answer.headers.get("last-modified")
        return page

    def _told_to_wait(self, header: str) -> str | None:
        seconds = self.session.patience(header)
        if seconds is None:
            return None
        return (self.now + min(timedelta(seconds=seconds), _LONGEST)).isoformat(timespec="seconds")


def _entry(item: Item, source: Watched, moment: str) -> Fetched:
    """Return an entry that carries its own article as a capture: one row, as `sayso read` takes them."""
    row = {
        "url": item.url, "title": item.title, "published": item.published, "outlet": source.name,
        "html": f"<html><body><article>{item.html}</article></body></html>",
    }  # fmt: skip
    content = json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False, sort_keys=True).encode()
    return make_fetched(
        content, name=item.url, location=source.target, media="application/json", fetched_on=moment
    )
