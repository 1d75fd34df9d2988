"""The records of a WARC file that is not packed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from sayso.sources.archives.members import Damage, Member

_STEP = 256 * 1024
_MOST_HEADER = 64 * 1024
_END = b"\r\n\r\n"
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n")
_LENGTH = re.compile(rb"\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)


def bare_records(file: BinaryIO, limit: int) -> Iterator[Member | Damage]:
    """Yield every record of a seekable file whole, and the damage between them, from its start to its end.

    A record that is not followed by another one, or by the end of the file, is damage: either its length or
    what stands there is wrong.
    """
    offset: int | None = 0
    size = file.seek(0, 2)
    while offset is not None:
        offset = _past_blank_lines(file, offset)
        if offset >= size:
            return
        end = _end_of_record(file, offset, size)
        if isinstance(end, Damage):
            yield end
            offset = _next_record(file, offset + 1)
            continue
        if end - offset > limit:
            yield Damage(offset, "too-large", f"The record is larger than {limit:,} bytes.")
        else:
            file.seek(offset)
            yield Member(offset, file.read(end - offset))
        if size - end < len(_END):
            yield Damage(end, "cut", "The file ends before the end of its last record.")
        offset = end


def _end_of_record(file: BinaryIO, offset: int, size: int) -> int | Damage:
    """Return where the record at `offset` ends, or why that cannot be said."""
    file.seek(offset)
    head = file.read(_MOST_HEADER)
    if not _RECORD.match(head):
        return Damage(offset, "not-a-record", "No record starts here.")
    blank = re.search(rb"\r?\n\r?\n", head)
    length = _LENGTH.search(head, 0, blank.end()) if blank else None
    if blank is None or length is None:
        return Damage(offset, "broken-record", "The record does not say how long it is.")
    end = offset + blank.end() + int(length.group(1))
    if end > size:
        # Its length may be what is broken, and later records be whole: the search goes on inside it.
        return Damage(offset, "cut", "The file ends in the middle of this record.")
    if not _ends_well(file, end):
        return Damage(offset, "broken-record", "The record is not as long as it says.")
    return end


def _ends_well(file: BinaryIO, end: int) -> bool:
    """Tell whether two line ends stand behind a record, as they must, or another record, or nothing."""
    file.seek(end)
    after = file.read(16)
    rest = after.lstrip(b"\r\n")
    return after.startswith(_END) or not rest or _RECORD.match(rest) is not None


def _past_blank_lines(file: BinaryIO, offset: int) -> int:
    while True:
        file.seek(offset)
        chunk = file.read(_STEP)
        blank = len(chunk) - len(chunk.lstrip(b"\r\n"))
        offset += blank
        if not chunk or blank < len(chunk):
            return offset


def _next_record(file: BinaryIO, start: int) -> int | None:
    offset, carried = start, b""
    while True:
        file.seek(offset)
        chunk = file.read(_STEP)
        found = _RECORD.search(carried + chunk)
        if found is not None:
            return offset - len(carried) + found.start()
        if not chunk:
            return None
        offset += len(chunk)
        carried = (carried + chunk)[-16:]
