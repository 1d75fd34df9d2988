"""What a ledger keeps of a weighing, so that the next one need not weigh all anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from sayso.ledger.kinship import NOTHING, Compared, Kept
from sayso.model.statement import Statement
from sayso.model.story import Story
from sayso.model.weighed import Claim, Lineage, Question


@dataclass(frozen=True, slots=True)
class Weighed:
    """The whole outcome of a weighing."""

    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    lineages: tuple[Lineage, ...]
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What was weighed together, and comes anew when one of its statements does.

    Its name is that of a question, of a group of claims, or of articles that hang together.
    """

    name: str
    outcome: Weighed


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one statement bears on: the questions that it answers and the group of its claim (None: no claim).

    `facts` are what it tells of all statements, as kind, key and value; `leans` the kinds and keys of facts
    on whose most common value its place depends.
    """

    statement: str
    questions: tuple[str, ...] = ()
    claim: str | None = None
    facts: tuple[tuple[str, str, str], ...] = ()
    leans: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the ledger was weighed: up to which statement and article, how many judgements, and by what.

    `basis` stands for the version, `profile` is the conflict profile as JSON: where either is another one,
    nothing kept is of use.
    """

    basis: str
    profile: str
    statements: int
    articles: int
    judgements: int


@dataclass(frozen=True, slots=True)
class Reweighed:
    """What a weighing changes: each part takes the place of the former one of its name.

    `whole`: all that was weighed before goes.  `facts` are added to those counted before, and `compared` to
    what is kept of the articles.
    """

    parts: tuple[Part, ...]
    bearings: tuple[Bearing, ...]
    facts: Mapping[tuple[str, str, str], int]
    mark: Mark
    whole: bool = False
    compared: Compared = NOTHING


@dataclass(frozen=True, slots=True)
class Unweighed:
    """What came in since a mark, and how much there is in all."""

    statements: tuple[str, ...]
    articles: tuple[str, ...]
    last_statement: int
    last_article: int
    judgements: int

    def marked(self, basis: str, profile: str) -> Mark:
        """Return the mark that stands once this is weighed."""
        return Mark(basis, profile, self.last_statement, self.last_article, self.judgements)


class Memory(Kept, Protocol):
    """Remembers, for the one that weighs, what bears on what; a whole weighing makes it anew."""

    def mark(self) -> Mark | None:
        """Return how far the ledger was weighed part by part, None where it never was."""
        ...

    def unweighed(self, mark: Mark | None) -> Unweighed:
        """Return what came in since a mark; without one, everything."""
        ...

    def facts(self, kind: str, key: str) -> Mapping[str, int]:
        """Return how often each value of a fact was counted, by the weighing of the mark."""
        ...

    def bearings(self, ids: Iterable[str]) -> dict[str, Bearing]:
        """Return what these statements bear on, by the weighing of the mark, for those that it knew."""
        ...

    def leaning(self, keys: Iterable[tuple[str, str]]) -> set[str]:
        """Return the ids of the statements that lean on one of these kinds and keys of facts."""
        ...

    def bearing_on(self, parts: Iterable[str]) -> set[str]:
        """Return the ids of the statements that bear on one of these questions or claims."""
        ...

    def part(self, name: str) -> Weighed:
        """Return the outcome of one part, by the weighing of the mark; empty where there is none."""
        ...

    def statements(self, ids: Iterable[str]) -> Iterator[Statement]:
        """Yield the statements with these ids, by id."""
        ...

    def of_articles(self, articles: Iterable[str]) -> set[str]:
        """Return the ids of the statements in these articles."""
        ...

    def agencies(self, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the agencies credited by these articles, by article id; those that credit none left out."""
        ...
