"""WACZ files: a ZIP that holds WARC files and says what their digests are."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO, cast

from sayso.sources.archives.members import Damage

_STEP = 1024 * 1024
_MOST_LISTED = 16 * _STEP
# Packed pages do not get smaller by packing again; what shrinks a hundredfold is made to burst.
_MOST_SHRUNK = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A WARC file in a WACZ file: its name there, and its bytes (read them before asking for the next)."""

    name: str
    file: BinaryIO


def entries(file: BinaryIO) -> Iterator[Entry | Damage]:
    """Yield the WARC files in a WACZ file by name; damage where it, or an entry of it, cannot be used.

    An entry that is not what `datapackage.json` says of its digest is named, and read all the same: its
    records have checks of their own.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            names = sorted(n for n in packed.namelist() if n.lower().endswith((".warc", ".warc.gz")))
            if not names:
                yield Damage(0, "no-archive", "The file holds no WARC file.")
            digests = _digests(packed)
            for name in names:
                yield from _opened(packed, name, digests.get(name))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        yield Damage(0, "broken-archive", f"The file is broken, or no WACZ file: {error}.")


def _opened(packed: zipfile.ZipFile, name: str, digest: str | None) -> Iterator[Entry | Damage]:
    info = packed.getinfo(name)
    if info.file_size > _MOST_SHRUNK * max(info.compress_size, 1024):
        yield Damage(info.header_offset, "too-large", f"{name!r} would unpack to {info.file_size:,} bytes.")
        return
    # Kept in a file of its own: what is packed cannot be searched back and forth.
    with packed.open(info) as source, tempfile.TemporaryFile() as unpacked:
        try:
            found = _copied(source, unpacked, info.file_size)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            found = None
            message = f"{name!r} is broken ({error}); what could be unpacked of it is read."
            yield Damage(info.header_offset, "broken-record", message)
        if found is not None and digest is not None and found != digest:
            message = f"{name!r} is not what the file's list says of its digest."
            yield Damage(info.header_offset, "other-digest", message)
        unpacked.seek(0)
        yield Entry(name, cast("BinaryIO", unpacked))


def _copied(source: IO[bytes], into: IO[bytes], most: int) -> str:
    """Copy at most as many bytes as the entry says that it has; return their SHA-256 in hex."""
    digest = hashlib.sha256()
    size = 0
    while size <= most and (chunk := source.read(_STEP)):
        size += len(chunk)
        digest.update(chunk)
        into.write(chunk)
    return digest.hexdigest()


def _digests(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return the SHA-256 that `datapackage.json` gives for each path; nothing where it cannot be read."""
    try:
        info = packed.getinfo("datapackage.json")
        listed = json.loads(packed.read(info)) if info.file_size <= _MOST_LISTED else {}
        return {
            str(row["path"]): str(row["hash"]).removeprefix("sha256:")
            for row in listed["resources"]
            if str(row.get("hash", "")).startswith("sha256:")
        }
    except (KeyError, TypeError, ValueError, RecursionError, AttributeError):
        return {}
