"""What an engine promises to those who leaf through a large ledger: a page, never the whole."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from sayso.model.article import Article
from sayso.model.brief import Brief
from sayso.model.statement import Statement
from sayso.model.weighed import Lineage

T = TypeVar("T")

BoardOrder = Literal["stake", "recent", "origins"]
KnownKind = Literal["claimer", "side", "outlet", "place"]


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """Some of `total` things, in their order."""

    items: tuple[T, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Sought:
    """Which questions are wanted, in which order; None asks for any."""

    status: str | None = None
    type: str | None = None
    places: frozenset[str] | None = None
    side: str | None = None
    order: BoardOrder = "stake"


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the ledger with how often, and from when to when, it was heard of.

    `side` is whom a claimer speaks for, "" where nobody is named.
    """

    kind: KnownKind
    name: str
    side: str
    statements: int
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A question in brief and its numbers; `latest` is the day of its newest statement."""

    brief: Brief
    sides: int
    origins: int
    statements: int
    latest: str


@dataclass(frozen=True, slots=True)
class Fed:
    """A question that a statement answers, and which answer it is."""

    id: str
    question: str
    status: str
    answer: str


@dataclass(frozen=True, slots=True)
class Issued:
    """An article without its text, and the number of its statements."""

    article: Article
    statements: int


class Leafing(Protocol):
    """Pages of a ledger as of the last weighing; each costs as much as it shows."""

    def head(self) -> str:
        """Return the hash at the end of the audit chain, "" for an empty chain: it names this very state."""
        ...

    def weighing(self) -> int:
        """Return the number of the last weighing's chain entry, 0 where there was none."""
        ...

    def standings(self, sought: Sought, limit: int, offset: int = 0) -> Slice[Standing]:
        """Return questions in the wanted order."""
        ...

    def standing(self, key: str, answers: int, offset: int, statements: int) -> Standing:
        """Return the question with this id or id prefix, with some of its answers; raises NotFound."""
        ...

    def answer_ids(self, key: str, number: int) -> tuple[str, ...]:
        """Return the ids of the statements of one answer (from 0), () where there is no such answer."""
        ...

    def tallied(self, side: str) -> dict[str, int]:
        """Return how many questions of each status a side has a word in."""
        ...

    def fed(self, statement: str) -> tuple[Fed, ...]:
        """Return which questions a statement answers, and how."""
        ...

    def some_statements(self, ids: Collection[str]) -> dict[str, Statement]:
        """Return those of these statements that are there, by id."""
        ...

    def headed(self, ids: Collection[str]) -> dict[str, Article]:
        """Return those of these articles that are there, with an empty text and no blocks, by id."""
        ...

    def ties(self, members: Collection[str]) -> tuple[Lineage, ...]:
        """Return the lineages that any of these articles or statements is in, by id."""
        ...

    def known(self, kind: KnownKind, limit: int, offset: int = 0, holding: str = "") -> Slice[Known]:
        """Return names of a kind, most statements first; `holding` takes those that hold these letters."""
        ...

    def known_as(self, kind: KnownKind, name: str) -> tuple[Known, ...]:
        """Return what is known of one name, spelt so (a claimer may speak for several sides)."""
        ...

    def located(self, names: Collection[str]) -> dict[str, str]:
        """Return the gazetteer's ids of these places of the ledger, where the articles leave no doubt."""
        ...

    def told_by(self, names: Collection[str], slots: str, limit: int, offset: int = 0) -> Slice[Statement]:
        """Return statements with any of these names in a slot, newest first.

        `slots` is "claimer" (claimer, claimer_for) or "place" (place, place_from, place_to).
        """
        ...

    def unresolved(self, limit: int, offset: int = 0) -> Slice[Statement]:
        """Return statements whose claimer is not known, newest first."""
        ...

    def issued(self, outlet: str | None, limit: int, offset: int = 0) -> Slice[Issued]:
        """Return articles, newest first; None asks for those of any outlet."""
        ...

    def last_entry(self) -> int:
        """Return the number of the newest chain entry, 0 for an empty chain."""
        ...

    def came_in(self, after: int, limit: int) -> tuple[tuple[int, str], ...]:
        """Return (chain entry, statement id) of statements that came in after that entry, oldest first."""
        ...

    def alike(self, words: str, limit: int) -> tuple[Statement, ...]:
        """Return statements that share rare words with this text, most of them first."""
        ...
