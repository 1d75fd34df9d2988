"""One record of a WARC file: what it is of, and the body that it keeps."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import unquote

from fastwarc.warc import ArchiveIterator, WarcRecord

from sayso.sources.archives.kept import Kept, Passed
from sayso.sources.archives.members import Damage, Member
from sayso.sources.unpacking import Packed, unpacked

_NOT_PAGES = {
    "warcinfo": "descriptions of the archive",
    "request": "requests",
    "metadata": "metadata",
    "revisit": "revisits (the page is as it was before)",
    "continuation": "continued records",
}
_OTHER_SCHEMES = frozenset({"dns", "ftp", "ftps", "sftp", "whois", "urn", "data", "about", "mailto"})


def records(member: Member, limit: int) -> Iterator[Kept | Passed | Damage]:
    """Yield what the records in one stretch of an archive keep: bodies of at most `limit` bytes."""
    found = 0
    try:
        stream = ArchiveIterator(io.BytesIO(member.data), parse_http=False, stream_detect=False)
        for record in stream:
            found += 1
            yield _looked_at(record, member, limit)
    except (OSError, ValueError) as error:
        yield Damage(member.offset, "broken-record", f"The record cannot be read: {error}.")
        return
    if not found:
        yield Damage(member.offset, "broken-record", "No record stands here.")


def _looked_at(record: WarcRecord, member: Member, limit: int) -> Kept | Passed | Damage:
    block = record.reader.read()
    headers = record.headers
    if len(block) < record.content_length:
        return Damage(member.offset, "cut", "The record is shorter than it says.")
    record.set_bytes_content(block)
    if headers.get("WARC-Block-Digest") and not record.verify_block_digest():
        return Damage(member.offset, "broken-record", "The record is not what its digest says.")
    kind = (headers.get("WARC-Type") or "").strip().lower()
    why = _NOT_PAGES.get(kind)
    if why is not None:
        return Passed(why)
    url = _name(headers.get("Sayso-Name")) or (headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if not url:
        return Damage(member.offset, "broken-record", "The record does not say which page it is of.")
    taken_on = None if headers.get("Sayso-Fetched") == "no" else _moment(headers.get("WARC-Date"))
    if kind in ("resource", "conversion"):
        found_at = _name(headers.get("Sayso-Location"))
        fit = found_at if found_at.startswith(("http://", "https://")) else None
        return Kept(member.offset, url, taken_on, headers.get("Content-Type") or "", block, fit)
    if kind != "response":
        return Damage(member.offset, "broken-record", f"The record is of an unknown kind: {kind[:40]!r}.")
    return _answer(record, Kept(member.offset, url, taken_on, "", b""), limit)


def _answer(record: WarcRecord, known: Kept, limit: int) -> Kept | Passed | Damage:
    """Return the page in a record of an HTTP answer."""
    scheme = known.url.partition(":")[0].lower()
    if scheme in _OTHER_SCHEMES:
        return Passed("answers of other protocols")
    if not record.is_http or scheme not in ("http", "https"):
        return Damage(known.offset, "broken-record", "The record does not say that it holds an HTTP answer.")
    record.parse_http()
    answer = record.http_headers
    if answer is None or answer.status_code is None:
        return Damage(known.offset, "broken-record", "The answer has no readable head.")
    if answer.status_code != 200:
        return Passed("redirects" if 300 <= answer.status_code < 400 else "answers with an error")
    body = record.reader.read()
    try:
        if "chunked" in (answer.get("Transfer-Encoding") or "").lower():
            body = _joined(body)
        body = unpacked([body], answer.get("Content-Encoding") or "", limit)
    except Packed as error:
        return Damage(known.offset, "broken-record", f"The page cannot be used: {error}.")
    return Kept(known.offset, known.url, known.taken_on, answer.get("Content-Type") or "", body)


def _joined(body: bytes) -> bytes:
    """Return the chunks of a body as one (RFC 9112, 7.1); a body without chunks, though said so, as it is.

    Some crawlers join the chunks and leave the header.
    """
    if re.match(rb"[0-9A-Fa-f]{1,8}[ \t]*(;[^\r\n]*)?\r\n", body) is None:
        return body
    parts: list[bytes] = []
    at = 0
    while True:
        line = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n").match(body, at)
        if line is None:
            raise Packed("its chunks break off")
        size = int(line.group(1), 16)
        if size == 0:
            return b"".join(parts)
        part = body[line.end() : line.end() + size]
        if len(part) < size:
            raise Packed("its chunks break off")
        parts.append(part)
        at = line.end() + size + 2


def _name(value: str | None) -> str:
    """Return a name as the ledger had it that wrote the archive (`sayso export captures`), "" where none."""
    return unquote(value or "").strip()


def _moment(value: str | None) -> str | None:
    """Return a WARC-Date as an ISO instant to the second, None where it is none."""
    found = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z", value or "")
    return f"{found.group(1)}+00:00" if found else None
