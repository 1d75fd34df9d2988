"""Server-sent events: statements as they come into the ledger."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse

from sayso.model.codec import to_record
from sayso.model.errors import LedgerError

if TYPE_CHECKING:
    from sayso.api import Ledger

EVERY = 1.0
"""Seconds between two looks at the ledger."""

MOST = 200
"""Statements told at one look; the next look tells the next ones."""

SILENCE = 15.0
"""Seconds after which a comment keeps the connection open."""


def stream(ledger: Ledger, request: Request) -> StreamingResponse:
    """Return the stream; a reader that comes back goes on after the event that it names."""
    asked = request.headers.get("last-event-id", request.query_params.get("after", ""))
    after = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 16 else None
    return StreamingResponse(
        _events(ledger, request, after), media_type="text/event-stream", headers={"cache-control": "no-store"}
    )


async def _events(ledger: Ledger, request: Request, after: int | None) -> AsyncIterator[str]:
    entry = await run_in_threadpool(ledger.pages.last_entry) if after is None else after
    yield f"retry: 3000\n: statements after chain entry {entry}\n\n"
    quiet = 0.0
    while not await request.is_disconnected():
        try:
            new = await run_in_threadpool(ledger.pages.came_in, entry, MOST)
        except LedgerError:
            new = ()
        # All of one entry are told under its number: only whole entries may be passed over later.
        if len(new) == MOST and new[0][0] != new[-1][0]:
            new = tuple(pair for pair in new if pair[0] != new[-1][0])
        for number, said in new:
            body = json.dumps(to_record(said), ensure_ascii=False, separators=(",", ":"))
            yield f"id: {number}\nevent: statement\ndata: {body}\n\n"
        entry = new[-1][0] if new else entry
        quiet = 0.0 if new else quiet + EVERY
        if quiet >= SILENCE:
            quiet = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(EVERY)
