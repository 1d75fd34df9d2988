"""What an export format promises, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import Any, Protocol, get_args

from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.model.contract import Exported, Rows
from sayso.model.correcting import replaced
from sayso.model.errors import UsageError
from sayso.model.place import Place
from sayso.model.statement import Statement

Row = MappingOf[str, Any]

ALL_KINDS: tuple[Exported, ...] = get_args(Rows)
"""The kinds that are rows."""


class Places(Protocol):
    """Finds the places that a ledger's names mean."""

    def named(self, name: str) -> Place | None:
        """Return the place that the ledger's articles meant by `name`, None where none or several."""
        ...

    def place(self, id_: str) -> Place | None:
        """Return the place with this gazetteer id; a country's is its ISO alpha-2 code."""
        ...


class Nowhere:
    """Knows no place: for ledgers that were read without a gazetteer."""

    def named(self, name: str) -> Place | None:  # noqa: ARG002 - the door's own shape
        """Return None."""
        return None

    def place(self, id_: str) -> Place | None:  # noqa: ARG002 - the door's own shape
        """Return None."""
        return None


class Laying(Protocol):
    """What people's judgements lay over statements."""

    def takes(self, statement: Statement) -> bool:
        """Tell whether nobody rejected the statement, nor its article."""
        ...

    def put_right(self, statement: Statement) -> Statement:
        """Return the statement with its fields as people corrected them."""
        ...


class Unjudged:
    """Lays nothing over any statement."""

    def takes(self, statement: Statement) -> bool:  # noqa: ARG002 - the door's own shape
        """Return True."""
        return True

    def put_right(self, statement: Statement) -> Statement:
        """Return the statement as it is."""
        return statement


@dataclass(frozen=True, slots=True)
class Material:
    """What is to be written: `rows` of a kind, and the ledger for formats that tell more than its rows.

    `kind` None lets the first row tell what the rows are.
    """

    rows: Iterable[Row] = ()
    kind: Exported | None = None
    source: LedgerView | None = None
    places: Places = field(default_factory=Nowhere)
    laid: Laying = field(default_factory=Unjudged)

    @property
    def ledger(self) -> LedgerView:
        """The ledger; raises UsageError where only rows were given."""
        if self.source is None:
            raise UsageError("this format tells more than rows hold: it is written from a ledger only")
        return self.source

    def told(self) -> Iterator[tuple[Statement, Article]]:
        """Yield every statement with its article, article by article, holding one article at a time.

        Statements that people rejected are left out, fields that they corrected stand as corrected.
        """
        return ((right, article) for right, article, _ in self.retold())

    def retold(self) -> Iterator[tuple[Statement, Article, dict[str, Any]]]:
        """Yield the same, each with the corrected fields as they were read."""
        article: Article | None = None
        for statement in self.ledger.statements():
            if not self.laid.takes(statement):
                continue
            if article is None or article.id != statement.article:
                article = self.ledger.article(statement.article)
            right = self.laid.put_right(statement)
            yield right, article, replaced(statement, right)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a ledger's records; a file of this folder defines one as ``FORMAT``.

    `write` yields pieces of text (of bytes where `binary`), taking records one at a time where the format
    allows it.  `suffix` ends a file's name, `media` is its type, `kinds` what can be written so, and
    `lacks` says in a sentence what of them is lost.
    """

    name: str
    suffix: str
    media: str
    lacks: str
    write: Callable[[Material], Iterator[str]] | Callable[[Material], Iterator[bytes]]
    kinds: tuple[Exported, ...] = ALL_KINDS
    binary: bool = False
