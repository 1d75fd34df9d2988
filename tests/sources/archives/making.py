"""WARC files made for tests."""

from __future__ import annotations

import io
from collections.abc import Mapping

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def page(number: int) -> bytes:
    """An invented page, another one for each number."""
    return (
        f"<html><body><p>The mayor of Hollow Ford said on Monday that bridge {number} is open "
        f"to carts again, {number * 7} days after the flood.</p></body></html>"
    ).encode()


class Warc:
    """Writes records one after the other; `bytes` is the file, `starts` where each record begins."""

    def __init__(self, packed: bool = True) -> None:
        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=packed)
        self.starts: list[int] = []

    @property
    def bytes(self) -> bytes:
        return self._out.getvalue()

    def answer(
        self,
        url: str,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        status: str = "200 OK",
    ) -> Warc:
        fields = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        head = StatusAndHeaders(status, list(fields.items()), protocol="HTTP/1.1")
        return self.record("response", url, body, head)

    def record(
        self,
        kind: str,
        url: str,
        body: bytes,
        head: StatusAndHeaders | None = None,
        content_type: str = "",
        more: Mapping[str, str] | None = None,
    ) -> Warc:
        self.starts.append(self._out.tell())
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            http_headers=head,
            warc_content_type=content_type,
            warc_headers_dict={"WARC-Date": "2031-05-01T10:00:00Z", **(more or {})},
        )
        self._writer.write_record(record)
        record.raw_stream.close()
        return self


def archive(count: int, packed: bool = True) -> Warc:
    """A file of that many pages."""
    made = Warc(packed)
    for number in range(count):
        made.answer(f"https://gazette.example/{number}", page(number))
    return made
