"""What an export format promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["statements", "questions", "claims", "articles", "stories", "issues"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write rows; a file of this folder defines one as ``FORMAT``.

    `write` yields pieces of text, taking rows one at a time and in their order.  The kind of the rows
    tells a format with fixed columns which ones; without it the first row does.  `suffix` ends a file's
    name, `media` is its type.
    """

    name: str
    suffix: str
    media: str
    write: Callable[[Iterable[Row], Kind | None], Iterator[str]]
