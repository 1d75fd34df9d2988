"""Pages on the web, asked for by their URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from sayso.model.capture import Fetched
from sayso.model.errors import FetchRefused
from sayso.model.issue import Issue
from sayso.sources.kind import Kind, issue, make_fetched
from sayso.sources.media import NoArticle, declared
from sayso.sources.options import FetchOptions

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")


def collect_page(target: str, options: FetchOptions) -> Iterator[Fetched | Issue]:
    """Yield the page that the URL leads to, or the reason why there is none."""
    # Imported here: the HTTP library is slow to load, and most runs read files only.
    from sayso.sources.network.addresses import Unreachable
    from sayso.sources.network.session import Session

    session = Session(options)
    try:
        page = session.fetch(target)
        if page.answer.status != 200:
            yield issue("bad-status", f"The server answered with status {page.answer.status}.", target)
            return
        content = page.answer.content
        media, encoding = declared(page.answer.headers.get("content-type", ""), content)
        yield make_fetched(
            content,
            name=target,
            location=page.url,
            media=media,
            encoding=encoding,
            fetched_on=datetime.now(UTC).isoformat(timespec="seconds"),
        )
    except (FetchRefused, NoArticle) as refusal:
        yield issue("fetch-refused", f"The page was not fetched: {refusal}.", target)
    except Unreachable as failure:
        yield issue("unreachable", f"The page could not be fetched: {failure}.", target)
    finally:
        session.close()


KIND = Kind("web", 20, lambda target: _SCHEME.match(target) is not None, collect_page)
