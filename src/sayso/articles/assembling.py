"""From a page to an article: its parts named, its head read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.articles.decoding.cleaning import one_line
from sayso.articles.format import issue
from sayso.articles.header.credits import agencies_in, byline_name
from sayso.articles.header.datelines import Dateline
from sayso.articles.header.dates import PrintedDate
from sayso.articles.header.mastheads import Mastheads, mastheads
from sayso.articles.header.outlets import Lines, find_outlet, split_title
from sayso.articles.header.publication import Publication, find_publication, given_publication, lies_ahead
from sayso.articles.header.words import Words, words
from sayso.articles.language import language_of, valid_code
from sayso.articles.page import Page
from sayso.articles.sorting import Sorted, blocks_of, sort_page
from sayso.model.article import Article
from sayso.model.capture import Capture
from sayso.model.issue import Issue
from sayso.model.profile import KnownSource


def assemble(page: Page, capture: Capture, known: tuple[KnownSource, ...]) -> Iterator[Article | Issue]:
    """Yield the article on a page and what is doubtful about it; only an issue where there is no text."""
    if not page.text.strip():
        yield issue("no-text", "There is no text in it.", page.name)
        return
    index, vocabulary = mastheads(known), words()
    title, suffix = split_title(one_line(page.title), vocabulary, index) if page.title else (None, None)
    parts = sort_page(page, title, vocabulary, index)
    if "paragraph" not in parts.kinds:
        yield issue("no-paragraph", "No line of it reads like a sentence.", page.name, severity="warning")
    given = given_publication(page.published, "the page's own data") if page.published else Publication()
    if given.doubt:
        yield issue("bad-date", f"Its date was left aside: {given.doubt}", page.name, severity="warning")
    publication = given if given.published else _printed_publication(parts, capture)
    if publication.doubt:
        yield issue("date-open", f"Not dated: {publication.doubt}", page.name, severity="note")
    if publication.published and lies_ahead(publication.published, capture.fetched_on):
        message = (
            f"Not dated: {publication.published} ({publication.found_in}) lies after the day of fetching."
        )
        yield issue("future-date", message, page.name, severity="warning")
        publication = Publication()
    yield _article(parts, capture, publication, title, suffix, vocabulary, index)


def _printed_publication(parts: Sorted, capture: Capture) -> Publication:
    page = parts.page
    dateline: tuple[str, PrintedDate] | None = None
    if parts.dateline is not None:
        number, found = parts.dateline
        if found.printed is not None:
            dateline = (parts.units[number].span.of(page.text)[: found.span.end].strip(), found.printed)
    head = parts.texts("date", "byline", "credit", "boilerplate", head=True)
    return find_publication(
        (*head, *(line for line in parts.texts("date", head=True) if line not in head)),
        parts.texts("date", "byline", "credit", "boilerplate", foot=True),
        dateline,
        parts.texts("paragraph"),
        capture.fetched_on,
        next((url for url in (capture.location, page.name) if url.startswith(("http://", "https://"))), None),
    )


def _article(
    parts: Sorted,
    capture: Capture,
    publication: Publication,
    title: str | None,
    suffix: str | None,
    vocabulary: Words,
    index: Mastheads,
) -> Article:
    page = parts.page
    dateline = parts.dateline[1] if parts.dateline else None
    printed = next(iter(parts.texts("title")), None)
    if title is None and printed is not None:
        title, suffix = split_title(printed, vocabulary, index)
    prose = parts.texts("paragraph")
    return Article(
        id=Article.make_id(page.name, page.text),
        name=page.name,
        capture=capture.id,
        text=page.text,
        blocks=blocks_of(parts),
        title=title,
        outlet=_outlet(parts, suffix, dateline, vocabulary, index),
        byline=_byline(parts, vocabulary),
        published=publication.published,
        published_from=publication.found_in,
        language=valid_code(page.language) or language_of("\n".join(prose) or page.text),
        dateline=dateline.place if dateline else None,
        agencies=_agencies(parts, dateline, vocabulary, index),
    )


def _outlet(
    parts: Sorted, suffix: str | None, dateline: Dateline | None, vocabulary: Words, index: Mastheads
) -> str | None:
    page = parts.page
    if page.outlet and (given := one_line(page.outlet)):
        found = index.whole(given)
        return found.name if found else given
    lines = Lines(
        head=parts.texts("boilerplate", "credit", "standfirst", head=True),
        bylines=parts.texts("byline"),
        credits=parts.texts("credit"),
        foot=parts.texts("boilerplate", foot=True),
        prose=parts.texts("paragraph"),
    )
    named = suffix or find_outlet(lines, dateline.credit if dateline else None, vocabulary, index)
    if named is None and page.host:
        at_host = index.at_host(page.host)
        named = at_host.name if at_host else page.host.removeprefix("www.")
    return named


def _byline(parts: Sorted, vocabulary: Words) -> str | None:
    if parts.page.byline:
        return one_line(parts.page.byline) or None
    lines = parts.texts("byline", head=True)
    return byline_name(lines[0], vocabulary) if lines else None


def _agencies(
    parts: Sorted, dateline: Dateline | None, vocabulary: Words, index: Mastheads
) -> tuple[str, ...]:
    """Return the agencies credited, in order: in the head, the dateline, behind the article."""
    named: list[str] = []
    given = re.split(r"[;,|]| and ", parts.page.byline or "")
    for line in (*(name.strip() for name in given), *parts.texts("byline", "credit", "date", head=True)):
        named.extend(agencies_in(line[:300], vocabulary, index))
    if dateline is not None and dateline.credit is not None:
        found = index.within(dateline.credit)
        named.extend(one.masthead.name for one in found if one.masthead.kind == "agency")
        named.extend([] if found else [dateline.credit])
    for line in (*parts.texts("credit"), *parts.texts("byline", foot=True)):
        named.extend(agencies_in(line[:300], vocabulary, index))
    for line in parts.texts("boilerplate", foot=True):
        if line.startswith(("©", "(c)", "Copyright")):
            named.extend(agencies_in(line[:120], vocabulary, index))
    return tuple(dict.fromkeys(named))
