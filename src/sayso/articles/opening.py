"""The door of the room: a capture in, its articles and issues out."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

import sayso.articles
from sayso.articles.assembling import assemble
from sayso.articles.format import Format, issue
from sayso.model.article import Article
from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.model.profile import KnownSource


def articles_of(fetched: Fetched, *, known: tuple[KnownSource, ...] = ()) -> Iterator[Article | Issue]:
    """Yield the articles in a capture, and an issue for all that is wrong or was decided about it.

    `known` are outlets and agencies that a profile names.  Nothing is raised, whatever the bytes are; a
    capture without an article gives at least one issue.  The same capture gives the same articles.
    """
    media = fetched.capture.media
    found = formats().get(media)
    if found is None:
        yield issue("unsupported-media", f"{media!r} is not read.", fetched.capture.name)
        return
    for page in found.pages(fetched):
        if isinstance(page, Issue):
            yield page
        else:
            yield from assemble(page, fetched.capture, known)


@cache
def formats() -> dict[str, Format]:
    """Return every format in this folder by the media types that it reads."""
    by_media: dict[str, Format] = {}
    for module_info in pkgutil.iter_modules(sayso.articles.__path__):
        if module_info.ispkg:
            continue
        module = import_module(f"{sayso.articles.__name__}.{module_info.name}")
        found = getattr(module, "FORMAT", None)
        if isinstance(found, Format):
            by_media.update(dict.fromkeys(found.media, found))
    return by_media
