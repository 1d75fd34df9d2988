"""What the answers look like, for the description of the interface."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _Shape(BaseModel):
    model_config = ConfigDict(extra="allow")


class Statement(_Shape):
    """A statement: `line` in the field names of the annotation guide, its sentence cut into `pieces`."""

    line: dict[str, object]
    article_id: str
    side: str | None = None
    attribution: str
    polarity: str
    pieces: list[dict[str, str]]
    gaps: list[str] = []


class Answer(_Shape):
    """One answer to a question, with the sides that give it and the first of its statements."""

    number: int
    answer: str
    by: list[str]
    origins: int
    statements: int
    lines: list[Statement]


class Question(_Shape):
    """A point of the board."""

    id: str
    question: str
    type: str
    status: str
    reason: str
    place: str | None = None
    sides: int
    origins: int
    statements: int
    latest: str
    all_answers: int
    answers: list[Answer]
    relations: list[dict[str, object]]


class Name(_Shape):
    """A place, claimer or outlet, and how often it was heard of."""

    kind: str
    name: str
    side: str
    statements: int
    articles: int
    first: str
    last: str


class _Page(_Shape):
    total: int
    limit: int
    offset: int


class Questions(_Page):
    """Some points of the board."""

    items: list[Question]


class Names(_Page):
    """Some names."""

    items: list[Name]


class Statements(_Page):
    """Some statements."""

    items: list[Statement]


class Things(_Page):
    """Some records."""

    items: list[dict[str, object]]


class Thing(_Shape):
    """One record."""
