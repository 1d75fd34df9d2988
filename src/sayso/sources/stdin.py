"""Standard input, named ``-`` as a target and ``stdin`` in the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources.content import guess_media, looks_binary
from sayso.sources.kind import Kind, issue, make_fetched
from sayso.sources.options import FetchOptions


def collect_stdin(target: str, options: FetchOptions) -> Iterator[Fetched | Issue]:  # noqa: ARG001
    """Yield what standard input holds, its media type guessed from its first bytes."""
    try:
        content = sys.stdin.buffer.read(options.max_bytes + 1)
    except (OSError, ValueError, AttributeError) as error:
        yield issue("unreadable", f"Standard input cannot be read: {error}.", "stdin")
        return
    if len(content) > options.max_bytes:
        yield issue("too-large", f"Standard input is larger than {options.max_bytes:,} bytes.", "stdin")
        return
    media = guess_media(content)
    if media != "application/pdf" and looks_binary(content):
        yield issue("binary", "Standard input is binary, not text.", "stdin")
        return
    yield make_fetched(content, name="stdin", location="stdin", media=media)


KIND = Kind("stdin", 10, lambda target: target == "-", collect_stdin)
