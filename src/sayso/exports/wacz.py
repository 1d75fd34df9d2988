"""The stored bytes of a ledger as a WACZ file (1.1.1): an archive with its index, to be opened in a browser.

ZIP members: ``archive/data.warc.gz`` (see `sayso.exports.warc`), ``indexes/index.cdxj``,
``pages/pages.jsonl``, ``datapackage.json`` with the digests of all,
``datapackage-digest.json`` with that one's.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from sayso.exports.interface import Format, Material
from sayso.exports.warc import Stored, head, last_entry, records
from sayso.ledger.interface import LedgerView

ARCHIVE = "data.warc.gz"
_PIECE = 1 << 20
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of all members: ZIP knows no earlier one, and the same ledger gives the same file."""


def write(material: Material) -> Iterator[bytes]:
    """Yield the bytes of the file, once all captures are packed; raises UsageError as `warc.write`."""
    with TemporaryDirectory(prefix="sayso-wacz-") as folder:
        packed = Path(folder) / "ledger.wacz"
        _pack(material.ledger, Path(folder) / ARCHIVE, packed)
        with packed.open("rb") as done:
            while piece := done.read(_PIECE):
                yield piece


@dataclass(frozen=True, slots=True)
class _Lines:
    """Of each record: its line in the index, and its page."""

    index: list[str]
    pages: list[str]


def _pack(ledger: LedgerView, archive: Path, packed: Path) -> None:
    with archive.open("wb") as out:
        lines = _archived(ledger, out)
    texts = {
        "indexes/index.cdxj": "".join(sorted(lines.index)),
        "pages/pages.jsonl": "".join(lines.pages),
    }
    with zipfile.ZipFile(packed, "w") as file:
        resources = [_resource(f"archive/{ARCHIVE}", *_copied(archive, file, f"archive/{ARCHIVE}"))]
        for name, text in texts.items():
            content = text.encode()
            file.writestr(_member(name, zipfile.ZIP_DEFLATED), content)
            resources.append(_resource(name, sha256(content).hexdigest(), len(content)))
        package = _json(
            {
                "profile": "data-package", "wacz_version": "1.1.1", "software": f"Sayso {version('sayso')}",
                "created": last_entry(ledger), "resources": resources,
            }
        )  # fmt: skip
        file.writestr(_member("datapackage.json"), package)
        digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(package.encode()).hexdigest()}"}
        file.writestr(_member("datapackage-digest.json"), _json(digest))


def _archived(ledger: LedgerView, out: BinaryIO) -> _Lines:
    lines = _Lines([], [_json({"format": "json-pages-1.0", "id": "pages", "title": "All pages"})])
    out.write(head(ledger))
    for stored in records(ledger):
        offset = out.tell()
        out.write(stored.record)
        lines.index.append(_index_line(stored, offset))
        page = {"id": stored.capture.id, "url": stored.address, "ts": stored.date}
        lines.pages.append(_json(page | ({"title": stored.title} if stored.title else {})))
    return lines


def _index_line(stored: Stored, offset: int) -> str:
    moment = "".join(char for char in stored.date if char.isdigit())
    told = {
        "url": stored.address, "mime": stored.capture.media, "status": "200",
        "digest": f"sha256:{stored.capture.sha256}", "length": str(len(stored.record)),
        "offset": str(offset), "filename": ARCHIVE,
    }  # fmt: skip
    return f"{sort_key(stored.address)} {moment} {_json(told)}"


def sort_key(address: str) -> str:
    """Return an address as indexes of archives sort it: ``example,news)/path``; a file's as it is."""
    parts = urlsplit(address)
    if not parts.hostname:
        return address
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}){(parts.path or '/')}{query}".lower()


def _copied(source: Path, file: zipfile.ZipFile, name: str) -> tuple[str, int]:
    digest, size = sha256(), 0
    # Stored as it is: it is packed already, and a browser reads single records out of the middle.
    member = _member(name)
    member.file_size = source.stat().st_size
    with source.open("rb") as content, file.open(member, "w") as into:
        while piece := content.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            into.write(piece)
    return digest.hexdigest(), size


def _member(name: str, packing: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EARLIEST)
    member.compress_type = packing
    member.external_attr = 0o644 << 16
    return member


def _resource(path: str, digest: str, size: int) -> dict[str, Any]:
    return {"name": path.rsplit("/", 1)[-1], "path": path, "hash": f"sha256:{digest}", "bytes": size}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


FORMAT = Format(
    name="wacz",
    suffix=".wacz",
    media="application/wacz",
    lacks="What was read in the pages: statements and judgements; the full path of a file.",
    write=write,
    kinds=("captures",),
    binary=True,
)
