"""Records as JSON answers, with pages, and links to the pages around."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.model.codec import to_record

Limit = Annotated[int, Query(ge=1, le=200, description="How many things to return.")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="How many things to pass over.")]


def answer(record: Any, headers: dict[str, str] | None = None) -> Response:
    """Return a record as JSON: fields that were not said are left out, dates are ISO."""
    body = json.dumps(record, default=to_record, ensure_ascii=False, separators=(",", ":"))
    return Response(body, media_type="application/json", headers=headers)


def some(request: Request, items: Sequence[Any], total: int, limit: int, offset: int) -> Response:
    """Return some of `total` things; the Link header (RFC 8288) names the pages before and after."""
    links = []
    for name, first in (("prev", offset - limit), ("next", offset + limit)):
        if (name == "prev" and offset > 0) or (name == "next" and first < total):
            query = {**request.query_params, "limit": limit, "offset": max(0, first)}
            links.append(f'<{request.url.path}?{urlencode(query)}>; rel="{name}"')
    record = {"total": total, "limit": limit, "offset": offset, "items": list(items)}
    return answer(record, {"link": ", ".join(links)} if links else None)
