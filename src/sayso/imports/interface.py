"""What an import format promises, and what an import gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.model.article import Article
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Line:
    """One row with the line of the file that it ends on, counted from 1.

    `fields` is in the contract's shape; where the row could not be taken apart at all, it is None and
    `fault` holds (code, message).
    """

    number: int
    fields: dict[str, Any] | None
    fault: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A way to read rows; a file of this folder defines one as ``FORMAT``.

    `read` takes the whole text and the file's name, and yields its rows in order.  It raises InputError
    where the file as a whole cannot be used.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Iterator[Line]]


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that rows name, with their statements; `known` tells that the ledger has it already.

    An article that is not known is a stub: no text, the evidence kept as quoted.
    """

    article: Article
    known: bool
    statements: tuple[Statement, ...]
