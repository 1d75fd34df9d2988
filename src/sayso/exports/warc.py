"""The stored bytes of a ledger as a web archive (WARC 1.0, ISO 28500), written by warcio.

A capture is a record of type ``resource``, packed by itself.  What came over a network keeps its address and
the moment of fetching; a file is called ``file:///NAME``, with the moment at which it came into the ledger.
Fields of our own let `sayso read` take up both as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from sayso.exports.interface import Format, Material
from sayso.ledger.interface import LedgerView
from sayso.model.capture import Capture
from sayso.model.errors import UsageError

WEB = ("http://", "https://")

NAME = "Sayso-Name"
"""The field that holds a capture's name, percent-encoded, where it is not the record's address."""

PLACE = "Sayso-Location"
"""The field that holds the address where a page was found at last, percent-encoded, after redirects."""

UNDATED = "Sayso-Fetched"
"""The field that says ``no`` where the record's date is not that of a fetching."""

FIRST_OF_ALL = "1970-01-01T00:00:00Z"
"""The date of the archive of a ledger that holds nothing."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One record of the archive, packed: what it is of, and its bytes. `title` is its (first) article's."""

    capture: Capture
    address: str
    date: str
    title: str | None
    record: bytes


def write(material: Material) -> Iterator[bytes]:
    """Yield the bytes of the archive, record by record; raises UsageError where warcio is not installed."""
    yield head(material.ledger)
    for stored in records(material.ledger):
        yield stored.record


def head(ledger: LedgerView) -> bytes:
    """Return the record that describes the archive."""
    software = f"software: Sayso {version('sayso')}\r\nformat: WARC File Format 1.0\r\n"
    fields = {"WARC-Type": "warcinfo", "WARC-Date": last_entry(ledger)}
    return _packed("", fields, software.encode(), "application/warc-fields")


def last_entry(ledger: LedgerView) -> str:
    """Return the moment of the last change of a ledger, as a WARC-Date."""
    moment = ""
    for entry in ledger.chain():
        moment = entry.recorded_on
    return _date(moment) if moment else FIRST_OF_ALL


def records(ledger: LedgerView) -> Iterator[Stored]:
    """Yield the captures of a ledger's articles, by the articles' names, each once.

    Raises:
        LedgerBroken: the bytes of one are missing or changed.
        UsageError: warcio is not installed.
    """
    came = {entry.subject: entry.recorded_on for entry in ledger.chain() if entry.kind == "article"}
    seen: set[tuple[str, str]] = set()
    for article in ledger.articles():
        found = ledger.capture(article.id)
        if found is None or (found[0].id, found[0].name) in seen:
            continue
        capture, content = found
        seen.add((capture.id, capture.name))
        address = address_of(capture.name)
        date = _date(capture.fetched_on or came[article.id])
        charset = f"; charset={capture.encoding}" if capture.encoding else ""
        fields = {"WARC-Type": "resource", "WARC-Date": date}
        if address != capture.name:
            fields[NAME] = quote(capture.name, safe="")
        if capture.location.startswith(WEB) and capture.location != capture.name:
            fields[PLACE] = quote(capture.location, safe="")
        if capture.fetched_on is None:
            fields[UNDATED] = "no"
        packed = _packed(address, fields, content, capture.media + charset)
        yield Stored(capture, address, date, article.title, packed)


def address_of(name: str) -> str:
    """Return a capture's name as an address: its own, else that of a file at no place."""
    if name.startswith(WEB):
        return quote(name, safe="%/:?#[]@!$&'()*+,;=-._~")
    return f"file:///{quote(name, safe='/')}"


def _date(moment: str) -> str:
    """Return an ISO instant in UTC as WARC 1.0 has it."""
    return f"{moment[:19]}Z"


def _packed(address: str, fields: dict[str, str], content: bytes, media: str) -> bytes:
    try:
        from warcio.warcwriter import WARCWriter
    except ImportError:
        raise UsageError("web archives are written by warcio: pip install 'sayso[exports]'") from None
    body = sha256(content).hexdigest()
    # The library would make an id by chance: the same record is to have the same one.
    identity = uuid5(NAMESPACE_URL, "\n".join([address, *fields.values(), media, body]))
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    named = {"WARC-Record-ID": f"<urn:uuid:{identity}>", **fields}
    made = writer.create_warc_record(
        address, fields["WARC-Type"], payload=BytesIO(content), length=len(content),
        warc_content_type=media, warc_headers_dict=named,
    )  # fmt: skip
    writer.write_record(made)
    return out.getvalue()


FORMAT = Format(
    name="warc",
    suffix=".warc.gz",
    media="application/warc",
    lacks="What was read in the pages: statements and judgements; the full path of a file.",
    write=write,
    kinds=("captures",),
    binary=True,
)
