"""Web archives: WARC files, packed or not, and WACZ files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources.archives.bare import bare_records
from sayso.sources.archives.kept import Kept, Passed
from sayso.sources.archives.members import Damage, members
from sayso.sources.archives.wacz import Entry, entries
from sayso.sources.kind import Kind, issue, make_fetched
from sayso.sources.media import NoArticle, declared
from sayso.sources.options import FetchOptions

_ENDINGS = (".warc", ".warc.gz", ".wacz", ".warc.zst")
_ROOM = 64 * 1024
"""Bytes that a record may need besides its body."""


def is_archive(name: str) -> bool:
    """Tell whether a file of that name is a web archive."""
    return name.lower().endswith(_ENDINGS)


def collect_archive(target: str, options: FetchOptions) -> Iterator[Fetched | Issue]:
    """Yield every page of a web archive, an issue for each broken stretch, and what was passed over."""
    path = Path(target)
    yield from read_archive(path, path.name, options)


def read_archive(path: Path, name: str, options: FetchOptions) -> Iterator[Fetched | Issue]:
    """Yield what the archive at `path` holds, named `name` in issues."""
    try:
        with path.open("rb") as file:
            if name.lower().endswith(".wacz"):
                for found in entries(file):
                    yield from _of_entry(found, name, str(path.absolute()), options)
            else:
                yield from _of_warc(file, name, str(path.absolute()), options)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield issue("unreadable", f"{name!r} cannot be read: {reason}.", name)


def _of_entry(
    found: Entry | Damage, name: str, where: str, options: FetchOptions
) -> Iterator[Fetched | Issue]:
    if isinstance(found, Damage):
        yield issue(found.code, found.message, name, offset=found.offset)
    else:
        yield from _of_warc(found.file, f"{name}!{found.name}", f"{where}!{found.name}", options)


def _of_warc(file: BinaryIO, name: str, where: str, options: FetchOptions) -> Iterator[Fetched | Issue]:
    head = file.read(4)
    if not head:
        yield issue("empty", f"{name!r} is empty.", name)
        return
    if head == b"\x28\xb5\x2f\xfd":
        yield issue(
            "zstandard", f"{name!r} is packed by Zstandard, which is not read: unpack it first.", name
        )
        return
    # Imported here: only runs that read archives need the library.
    from sayso.sources.archives.records import records

    limit = options.max_page_bytes
    # By what the file holds; by its name where its first bytes are spoilt.
    packed = head[:2] == b"\x1f\x8b" or (head != b"WARC" and name.lower().endswith(".gz"))
    walk = members if packed else bare_records
    passed: Counter[str] = Counter()
    pages = 0
    for member in walk(file, limit + _ROOM):
        for found in [member] if isinstance(member, Damage) else records(member, limit):
            made = _page(found, name, where, passed)
            if made is not None:
                pages += isinstance(made, Fetched)
                yield made
    yield _summary(pages, passed, name)


def _page(
    found: Kept | Passed | Damage, name: str, where: str, passed: Counter[str]
) -> Fetched | Issue | None:
    if isinstance(found, Damage):
        return issue(found.code, found.message, name, offset=found.offset)
    if isinstance(found, Passed):
        passed[found.why] += 1
        return None
    try:
        media, encoding = declared(found.declared, found.content)
    except NoArticle:
        passed["pictures, scripts and other files"] += 1
        return None
    return make_fetched(
        found.content,
        name=found.url,
        location=found.found_at or f"{where}#{found.offset}",
        media=media,
        encoding=encoding,
        fetched_on=found.taken_on,
    )


def _summary(pages: int, passed: Counter[str], name: str) -> Issue:
    """Return how many pages there were, and what was passed over, so that nothing is silently left out."""
    told = [f"{count} {why}" for why, count in sorted(passed.items(), key=lambda item: (-item[1], item[0]))]
    rest = f"; passed over: {', '.join(told)}" if told else ""
    message = f"{pages} {'page' if pages == 1 else 'pages'}{rest}."
    return issue("archive", message, name, severity="note" if pages else "error")


KIND = Kind("warc", 80, is_archive, collect_archive)
