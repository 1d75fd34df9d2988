"""What every engine of the ledger promises."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Protocol, Self

from sayso.ledger.leafing import Leafing
from sayso.ledger.memory import Memory, Reweighed
from sayso.ledger.memory import Weighed as Weighed
from sayso.model.analysis import Entity
from sayso.model.article import Article
from sayso.model.capture import Capture, Fetched
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement
from sayso.model.story import Story
from sayso.model.weighed import Claim, Lineage, Question

ArticleStatus = Literal["read", "stored", "stub"]
"""read = statements were looked for; stored = kept, no reader for it; stub = named by an import only."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that one article brings; it enters the ledger whole or not at all.

    `fetched` may be None where the article's capture is in the ledger already (another row of its file).
    """

    article: Article
    status: ArticleStatus
    reader: str
    fetched: Fetched | None = None
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the audit chain; `hash` covers all other fields, `previous` is the entry before."""

    number: int
    kind: str
    subject: str
    body: str
    recorded_on: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements are wanted; None asks for any. Names are compared case-folded and whole."""

    article: str | None = None
    type: str | None = None
    names: frozenset[str] | None = None
    """Any of: claimer, claimer_for, actor, target, verified_by."""
    claimers: frozenset[str] | None = None
    """Either of: claimer, claimer_for."""
    places: frozenset[str] | None = None
    """Any of: place, place_from, place_to."""
    ids: frozenset[str] | None = None


NameSlot = Literal[
    "claimer", "claimer_for", "verified_by", "actor", "target", "place", "place_from", "place_to"
]
"""The slots of a statement that hold a name."""


@dataclass(frozen=True, slots=True)
class Moment:
    """All that is known of when a statement is about, was said, published and read.

    `published` is the article's; `read_on` the UTC moment at which the statement came into the ledger.
    """

    statement: str
    article: str
    type: str
    modality: str
    when: str | None
    said_on: str | None
    published: str | None
    read_on: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: a statement, or an article whose text has the words, with a marked excerpt."""

    kind: Literal["statement", "article"]
    id: str
    article: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds."""

    articles: int
    statements: int
    questions: int
    claims: int
    issues: int


class LedgerView(Protocol):
    """Reads a ledger. Everything comes in an order that does not depend on the order of arrival."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Let go of the store."""
        ...

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        ...

    def articles(self, ids: Collection[str] | None = None) -> Iterator[Article]:
        """Yield all articles, or those with these ids, by name."""
        ...

    def article(self, key: str) -> Article:
        """Return the article with this id, id prefix or name; raises NotFound."""
        ...

    def status(self, article_id: str) -> ArticleStatus:
        """Return how the article stands; raises NotFound."""
        ...

    def statements(self, wanted: Wanted | None = None) -> Iterator[Statement]:
        """Yield statements by article name, then by where they stand in the text."""
        ...

    def statement(self, key: str) -> Statement:
        """Return the statement with this id or id prefix; raises NotFound where none or several fit."""
        ...

    def moments(self, ids: Collection[str] | None = None) -> Iterator[Moment]:
        """Yield when each statement (or each with one of these ids) is about, was said and read, by id."""
        ...

    def names(self, *slots: NameSlot) -> dict[str, int]:
        """Return the names in any of these slots with the number of their statements, by name.

        Spellings that differ in case, spaces or the coding of accents are one name, in the spelling of
        its statement with the least id.
        """
        ...

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield (article id, entity) for every entity found in every article."""
        ...

    def placed(self) -> dict[str, str]:
        """Return the gazetteer's ids of names, as the articles were read; a name with two ids has none."""
        ...

    def issues(self) -> Iterator[Issue]:
        """Yield all issues by source."""
        ...

    def claims(self, of: Collection[str] | None = None) -> Iterator[Claim]:
        """Yield all claims, or those that hold one of these statements, by id."""
        ...

    def questions(self, of: Collection[str] | None = None) -> Iterator[Question]:
        """Yield all questions, or those that hold one of these statements, by id."""
        ...

    def lineages(self, of: Collection[str] | None = None) -> Iterator[Lineage]:
        """Yield all lineages, or those that hold one of these statements or articles, by id."""
        ...

    def stories(self) -> Iterator[Story]:
        """Yield all stories."""
        ...

    def outcome(self, key: str) -> Claim | Question | Lineage:
        """Return the claim, question or lineage with this id or id prefix; raises NotFound as `statement`."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Yield all judgements in the order in which they were made, those undone too."""
        ...

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return statements, then articles, that hold all the words; any string is a legal query."""
        ...

    def capture(self, article_id: str) -> tuple[Capture, bytes] | None:
        """Return the stored bytes that an article was made from, None for a stub; raises NotFound."""
        ...

    def chain(self) -> Iterator[Entry]:
        """Yield the audit chain from its start."""
        ...

    def verify(self, head: str | None = None) -> list[str]:
        """Return what is broken, in words, nothing where all records, spans and the chain hold.

        `head` is a chain hash kept elsewhere: with it, a chain cut short is found too.
        """
        ...


class PagedView(LedgerView, Leafing, Protocol):
    """A view that can be leafed through, too."""


class LedgerWriter(LedgerView, Protocol):
    """Writes a ledger: one at a time, each call one transaction."""

    def add(self, record: Record) -> bool:
        """Add an article with all that it brings; False (and no change) where it is there already.

        Stored bytes that were lost or spoilt are put back where the same article comes again.

        Raises:
            LedgerFull: the disk is full; nothing of the record is then in the ledger.
            InputError: the record does not hold together (a span that does not hold its evidence, bytes
                of another capture, text with half a surrogate pair); nothing of it is in the ledger.
        """
        ...

    def note(self, issues: Sequence[Issue]) -> int:
        """Add issues of inputs that gave no article; return how many were new."""
        ...

    def judge(self, judgement: Judgement) -> bool:
        """Add a judgement; False where the very same one is there already.

        Raises:
            InputError: its id is not that of its content, or there is no judgement that it undoes.
        """
        ...

    def weighed(self, outcome: Weighed) -> bool:
        """Put the outcome of a weighing in the place of the former one; False where nothing changed.

        Raises InputError where two claims, questions, lineages or stories have one id.
        """
        ...

    def remembering(self) -> AbstractContextManager[Memory]:
        """Give what the last weighing left to go by, as it stands at this moment."""
        ...

    def reweighed(self, change: Reweighed) -> bool:
        """Put the parts of a weighing in the place of the former ones; False where no outcome changed.

        Raises InputError where two claims, questions or lineages of the whole outcome have one id.
        """
        ...

    def statements_into(self, article_id: str, statements: Sequence[Statement], reader: str) -> int:
        """Add statements to an article that is there (imports); return how many were new.

        Statements that are there already, whoever read them, are passed over.

        Raises:
            NotFound: there is no article with this id.
            InputError: a statement does not stand in the article's text, or its id is another one's.
        """
        ...
