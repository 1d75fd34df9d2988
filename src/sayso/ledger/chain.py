"""The audit chain: each entry holds the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from sayso.ledger.interface import Entry

START = "0" * 64
"""What stands in for "the entry before" at the start of every chain."""


def sha256(text: str) -> str:
    """Return the hex SHA-256 of text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_entry(number: int, kind: str, subject: str, body: str, recorded_on: str, previous: str) -> Entry:
    """Return the entry with its hash; `body` is the SHA-256 of what was recorded."""
    return Entry(number, kind, subject, body, recorded_on, previous,
                 _seal(number, kind, subject, body, recorded_on, previous))  # fmt: skip


def breaks(entries: Iterable[Entry], head: str | None = None) -> Iterator[str]:
    """Yield in words each place where the chain does not hold."""
    previous, number = START, 0
    seen_head = head in (None, START)
    for entry in entries:
        number += 1
        if entry.number != number:
            yield f"chain entry {number} is missing (found {entry.number})"
            number = entry.number
        if entry.previous != previous:
            yield f"chain entry {entry.number} does not follow the entry before it"
        if entry.hash != _seal(*_parts(entry)):
            yield f"chain entry {entry.number} was changed after it was written"
        previous = entry.hash
        seen_head = seen_head or entry.hash == head
    if not seen_head:
        yield f"the chain does not hold the kept head {head}: it was cut or rewritten"


def _parts(entry: Entry) -> tuple[int, str, str, str, str, str]:
    return entry.number, entry.kind, entry.subject, entry.body, entry.recorded_on, entry.previous


def _seal(*parts: int | str) -> str:
    # repr: bytes, which only tampering can have put there, differ from every text.
    return sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=repr))
