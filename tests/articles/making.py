"""Captures made in memory, and what comes out of them."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from sayso.articles import articles_of
from sayso.model.article import Article
from sayso.model.capture import Capture, Fetched
from sayso.model.issue import Issue
from sayso.model.profile import KnownSource

PROSE = (
    "The army said on Friday that its soldiers had left the town of Harlow after a night of shelling.\n\n"
    "A spokesman for the Front, Ivo Mesk, told reporters that the town was “fully under our control”.\n\n"
    "Hospital officials said at least 12 people were killed and dozens wounded in fighting near the bridge."
)


class Got(NamedTuple):
    articles: list[Article]
    issues: list[Issue]

    @property
    def article(self) -> Article:
        (only,) = self.articles
        return only

    @property
    def codes(self) -> list[str]:
        return [issue.code for issue in self.issues]

    def kinds(self) -> list[tuple[str, str]]:
        return [(block.kind, block.span.of(self.article.text)) for block in self.article.blocks]


def fetched(
    content: bytes | str,
    media: str = "text/plain",
    *,
    name: str = "page.txt",
    location: str | None = None,
    encoding: str | None = None,
    fetched_on: str | None = None,
) -> Fetched:
    body = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    sha256 = hashlib.sha256(body).hexdigest()
    where = location or f"/folder/{name}"
    capture = Capture(f"cap-{sha256}", name, where, media, sha256, len(body), encoding, fetched_on)
    return Fetched(capture, body)


def got(
    content: bytes | str,
    media: str = "text/plain",
    *,
    known: tuple[KnownSource, ...] = (),
    **fields: str | None,
) -> Got:
    found = list(articles_of(fetched(content, media, **fields), known=known))  # type: ignore[arg-type]
    return Got(
        [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Issue)]
    )


def pdf(*pages: list[str]) -> bytes:
    """Return a small PDF whose pages hold these lines, one text object a line."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = b"".join(b"(%s) Tj 0 -14 Td " % line.encode("latin-1") for line in lines)
        stream = b"BT /F1 11 Tf 50 780 Td " + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(body))
    )
