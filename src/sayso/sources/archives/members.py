"""The gzip members of a packed WARC file: each is unpacked and checked by itself.

WARC readers take a member that breaks off for the end of the file. Here every member's checksum is
checked, and after a broken one the search goes on for the next that opens a record.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_STEP = 256 * 1024
_MAGIC = b"\x1f\x8b\x08"
_RECORD = b"WARC/"


@dataclass(frozen=True, slots=True)
class Member:
    """One stretch of an archive, unpacked: its byte offset in the file, and what it holds."""

    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of an archive that cannot be used: where it starts, a stable word and a sentence."""

    offset: int
    code: str
    message: str


class _Broken(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def members(file: BinaryIO, limit: int) -> Iterator[Member | Damage]:
    """Yield every member of a seekable file, and the damage between them, from its start to its end.

    A member that unpacks to more than `limit` bytes is damage, too, and is not unpacked further.
    """
    offset: int | None = 0
    while offset is not None:
        file.seek(offset)
        head = file.read(len(_MAGIC))
        if not head:
            return
        try:
            if head != _MAGIC:
                raise _Broken("not-a-record", "No packed record starts here.")
            data, end = _inflate(file, offset, limit)
            yield Member(offset, data)
            offset = end
        except _Broken as broken:
            yield Damage(offset, broken.code, str(broken))
            offset = _next_record(file, offset + 1)


def _inflate(file: BinaryIO, offset: int, limit: int) -> tuple[bytes, int]:
    """Return what the member at `offset` holds, its checksum checked, and where it ends."""
    file.seek(offset)
    inflater = zlib.decompressobj(31)
    parts: list[bytes] = []
    size = read = 0
    try:
        while not inflater.eof:
            chunk = file.read(_STEP)
            read += len(chunk)
            waiting = chunk
            while not inflater.eof:
                part = inflater.decompress(waiting, _STEP)
                size += len(part)
                if size > limit:
                    raise _Broken("too-large", f"The record is larger than {limit:,} bytes.")
                parts.append(part)
                waiting = inflater.unconsumed_tail
                if not waiting and len(part) < _STEP:
                    break
            if not chunk and not inflater.eof:
                raise _Broken("cut", "The file ends in the middle of this record.")
    except zlib.error:
        raise _Broken(
            "broken-record", "The record is broken: it does not unpack to what was packed."
        ) from None
    return b"".join(parts), offset + read - len(inflater.unused_data)


def _next_record(file: BinaryIO, start: int) -> int | None:
    """Return where the next member starts that opens a record, None where there is none."""
    offset, carried = start, b""
    while True:
        file.seek(offset)
        chunk = file.read(_STEP)
        window = carried + chunk
        base = offset - len(carried)
        at = window.find(_MAGIC)
        while at >= 0:
            if _opens_record(file, base + at):
                return base + at
            at = window.find(_MAGIC, at + 1)
        if not chunk:
            return None
        offset += len(chunk)
        carried = window[-(len(_MAGIC) - 1) :]


def _opens_record(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(file.read(4096), len(_RECORD)) == _RECORD
    except zlib.error:
        return False
