"""Errors as RFC 9457 has them: ``application/problem+json``."""

from __future__ import annotations

import json
from http import HTTPStatus

from pydantic import BaseModel
from starlette.responses import Response

PREFIX = "/api/"
MEDIA = "application/problem+json"


class Problem(BaseModel):
    """What was wrong with a request."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str


def problem_of(status: int, detail: str, instance: str) -> Response:
    """Return the answer to a request that cannot be answered."""
    problem = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, instance=instance)
    return Response(json.dumps(problem.model_dump()), status, media_type=MEDIA)
