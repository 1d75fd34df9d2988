"""Bodies that were packed for the way (gzip, deflate, brotli), unpacked within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

import brotli

_STEP = 65536


class Packed(ValueError):
    """The body cannot be unpacked: broken, packed in an unknown way, or larger than allowed."""


def unpacked(parts: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Return a body whose Content-Encoding header is `encoding`, of at most `limit` bytes.

    Several encodings are undone from the last to the first, as RFC 9110 (8.4) says. Nothing grows past the
    limit on the way, whatever the parts would unpack to. Raises Packed.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    for name in reversed([name for name in names if name not in ("", "identity")]):
        parts = _layer(parts, name, limit)
    found: list[bytes] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            raise Packed(f"it is larger than {limit:,} bytes")
        found.append(part)
    return b"".join(found)


def _layer(parts: Iterable[bytes], name: str, limit: int) -> Iterator[bytes]:
    if name in ("gzip", "x-gzip", "deflate"):
        return _inflated(parts)
    if name == "br":
        return _unbrotlied(parts, limit)
    raise Packed(f"it is packed as {name[:40]!r}, which is not read")


def _inflated(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Undo gzip and deflate a little at a time, so that a small bomb cannot become a large one."""
    # 47 lets zlib tell gzip and zlib wrappers apart by itself.
    inflater = zlib.decompressobj(47)
    try:
        for part in parts:
            waiting = part
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, _STEP)
                waiting = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise Packed(f"it cannot be unpacked: {error}") from None
    if not inflater.eof:
        raise Packed("it breaks off")


def _unbrotlied(parts: Iterable[bytes], limit: int) -> Iterator[bytes]:
    inflater = brotli.Decompressor()
    size = 0
    try:
        for part in parts:
            found = inflater.process(part, output_buffer_limit=_STEP)
            while True:
                size += len(found)
                yield found
                if inflater.can_accept_more_data() or size > limit:
                    break
                found = inflater.process(b"", output_buffer_limit=_STEP)
    except brotli.error as error:
        raise Packed(f"it cannot be unpacked: {error}") from None
    if not inflater.is_finished() and size <= limit:
        raise Packed("it breaks off")
