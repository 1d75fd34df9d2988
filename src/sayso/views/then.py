"""A ledger as the two clocks show it: a view over a view, weighed anew where they leave something out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from types import TracebackType
from typing import Self

from sayso.ledger.interface import (
    ArticleStatus,
    Counts,
    Entry,
    Hit,
    LedgerView,
    Moment,
    NameSlot,
    Wanted,
    Weighed,
)
from sayso.model.analysis import Entity
from sayso.model.article import Article
from sayso.model.capture import Capture
from sayso.model.errors import NotFound
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.model.weighed import Claim, Lineage, Question
from sayso.views.clocks import TAKEN, Clocks, Reckoned, end_of, sifted, verdict
from sayso.weighing import weigh

_SEARCHED = 20
"""How many times the hits asked for are looked through for such as the clocks take."""


class _Asked:
    """The records asked of; None asks of all."""

    def __init__(self, of: Collection[str] | None) -> None:
        self.ids = None if of is None else frozenset(of)

    def meets(self, members: Collection[str]) -> bool:
        return self.ids is None or not self.ids.isdisjoint(members)


class Then:
    """A `LedgerView` of what another view held by the clocks.

    What is asked of some statements is weighed anew from the statements that share a question or a claim
    with them, and what is asked of the ledger as a whole from all that the clocks take; where they leave
    nothing of it out, the former weighing holds.  Names, issues, entities and the chain know no clocks.
    """

    def __init__(
        self, inner: LedgerView, clocks: Clocks, profile: Profile, known: Collection[Moment] | None = None
    ) -> None:
        """`known` are all moments of the inner view, where somebody has them at hand."""
        self._known = known
        self.inner = inner
        self.clocks = clocks
        self.profile = profile
        self._near: dict[frozenset[str], Weighed | None] = {}
        self._counted: dict[str, bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.inner.close()

    @cached_property
    def sifted(self) -> tuple[dict[str, Moment], Reckoned]:
        """The statements that count, by id, and the reckoning of all."""
        return sifted(self.inner.moments() if self._known is None else self._known, self.clocks)

    @property
    def whole(self) -> bool:
        """Whether the clocks leave nothing out."""
        return self.clocks.running or not self.sifted[1].left_out

    def counts(self) -> Counts:
        """Return how much the ledger held."""
        found = self.inner.counts()
        if self.whole:
            return found
        weighed = self._all
        articles = sum(1 for _ in self.articles())
        return Counts(
            articles, len(self.sifted[0]), len(weighed.questions), len(weighed.claims), found.issues
        )

    def articles(self, ids: Collection[str] | None = None) -> Iterator[Article]:
        """Yield the articles, by name, that the ledger had been told of."""
        return (article for article in self.inner.articles(ids) if self._knew(article))

    def article(self, key: str) -> Article:
        """Return the article; raises NotFound also for one that the ledger had not been told of."""
        article = self.inner.article(key)
        if not self._knew(article):
            raise NotFound(f"{article.name} was not known on {self.clocks.known_on}")
        return article

    def status(self, article_id: str) -> ArticleStatus:
        """Return how the article stands; raises NotFound."""
        return self.inner.status(article_id)

    def statements(self, wanted: Wanted | None = None) -> Iterator[Statement]:
        """Yield the statements that count, by article name, then by where they stand in the text."""
        if self.clocks.running:
            return self.inner.statements(wanted)
        if wanted is None:
            return (s for s in self.inner.statements() if s.id in self.sifted[0])
        found = list(self.inner.statements(wanted))
        kept = self._kept({statement.id for statement in found})
        return (statement for statement in found if statement.id in kept)

    def statement(self, key: str) -> Statement:
        """Return the statement; raises NotFound also for one that does not count."""
        statement = self.inner.statement(key)
        if not self._kept({statement.id}):
            raise NotFound(f"{statement.id} does not count {clock_words(self.clocks)}")
        return statement

    def moments(self, ids: Collection[str] | None = None) -> Iterator[Moment]:
        """Yield when each statement that counts is about, was said and read, by id."""
        if ids is None:
            return iter(self.sifted[0].values())
        return (m for m in self.inner.moments(ids) if verdict(m, self.clocks) in TAKEN)

    def names(self, *slots: NameSlot) -> dict[str, int]:
        """Return the names in any of these slots with the number of their statements; they know no clocks."""
        return self.inner.names(*slots)

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield every entity found in every article."""
        return self.inner.entities()

    def placed(self) -> dict[str, str]:
        """Return the gazetteer's ids of names."""
        return self.inner.placed()

    def issues(self) -> Iterator[Issue]:
        """Yield all issues by source."""
        return self.inner.issues()

    def claims(self, of: Collection[str] | None = None) -> Iterator[Claim]:
        """Yield the claims, or those that hold one of these statements, by id."""
        asked = _Asked(of)
        weighed = self._weighed(asked)
        if weighed is None:
            return self.inner.claims(of)
        return (c for c in weighed.claims if asked.meets((*c.asserted, *c.denied)))

    def questions(self, of: Collection[str] | None = None) -> Iterator[Question]:
        """Yield the questions, or those that hold one of these statements, by id."""
        asked = _Asked(of)
        weighed = self._weighed(asked)
        if weighed is None:
            return self.inner.questions(of)
        return (q for q in weighed.questions if any(asked.meets(answer.statements) for answer in q.answers))

    def lineages(self, of: Collection[str] | None = None) -> Iterator[Lineage]:
        """Yield the lineages, or those that hold one of these statements or articles, by id."""
        if self.clocks.running:
            return self.inner.lineages(of)
        if of is None:
            return iter(self.inner.lineages() if self.whole else self._all.lineages)
        return self._lineages(frozenset(of))

    def outcome(self, key: str) -> Claim | Question | Lineage:
        """Return the claim, question or lineage with this id or id prefix; raises NotFound."""
        if self.whole:
            return self.inner.outcome(key)
        weighed = self._all
        every: tuple[Claim | Question | Lineage, ...] = (
            *weighed.claims, *weighed.questions, *weighed.lineages,
        )  # fmt: skip
        found = [one for one in every if one.id.startswith(key)]
        exact = [one for one in found if one.id == key]
        if not key or len(exact or found) != 1:
            raise NotFound(f"there is no one record {key!r} {clock_words(self.clocks)}")
        return (exact or found)[0]

    def judgements(self) -> Iterator[Judgement]:
        """Yield the judgements that had been made, in the order in which they were."""
        found, known_on = self.inner.judgements(), self.clocks.known_on
        return found if known_on is None else (j for j in found if j.on[:19] <= known_on)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return the statements that count, then the articles known, that hold all the words."""
        if self.clocks.running:
            return self.inner.search(words, limit)
        hits = (hit for hit in self.inner.search(words, limit * _SEARCHED) if self._takes(hit))
        return [hit for hit, _ in zip(hits, range(max(0, limit)), strict=False)]

    def capture(self, article_id: str) -> tuple[Capture, bytes] | None:
        """Return the stored bytes that an article was made from, None for a stub; raises NotFound."""
        return self.inner.capture(article_id)

    def chain(self) -> Iterator[Entry]:
        """Yield the audit chain from its start."""
        return self.inner.chain()

    def verify(self, head: str | None = None) -> list[str]:
        """Return what is broken, in words."""
        return self.inner.verify(head)

    @cached_property
    def _all(self) -> Weighed:
        return self._weigh(None)

    def _kept(self, ids: Collection[str]) -> set[str]:
        """Return those of the statements that count."""
        if self.clocks.running:
            return set(ids)
        if self._known is not None or "sifted" in self.__dict__:
            return {key for key in ids if key in self.sifted[0]}
        new = {key for key in ids if key not in self._counted}
        for moment in self.inner.moments(new) if new else ():
            self._counted[moment.statement] = verdict(moment, self.clocks) in TAKEN
        return {key for key in ids if self._counted.get(key)}

    def _weighed(self, asked: _Asked) -> Weighed | None:
        """Return what bears on the statements asked of, weighed anew; None where all of it counts."""
        if self.clocks.running:
            return None
        if asked.ids is None or "_all" in self.__dict__:
            return None if self.whole else self._all
        if asked.ids not in self._near:
            near = set(asked.ids)
            for question in self.inner.questions(asked.ids):
                near.update(key for answer in question.answers for key in answer.statements)
            for claim in self.inner.claims(asked.ids):
                near.update((*claim.asserted, *claim.denied))
            whole = len(self._kept(near)) == len(near)
            self._near = {asked.ids: None if whole else self._weigh(Wanted(ids=frozenset(near)))}
        return self._near[asked.ids]

    def _lineages(self, of: frozenset[str]) -> Iterator[Lineage]:
        """Yield the lineages of these as far as their members count, by the ids of the whole ledger."""
        found = list(self.inner.lineages(of))
        members = {member for lineage in found for member in lineage.members}
        known = self._kept(members) | {article.id for article in self.articles(members)}
        for lineage in found:
            left = tuple(member for member in lineage.members if member in known)
            if len(left) > 1 and not of.isdisjoint(left):
                yield replace(lineage, members=left)

    def _weigh(self, wanted: Wanted | None) -> Weighed:
        said = list(self.statements(wanted))
        articles = self.inner.articles(None if wanted is None else {s.article for s in said})
        return weigh(articles, said, self.profile, tuple(self.judgements()))

    @cached_property
    def _unknown(self) -> frozenset[str]:
        """The articles that go by when they were read, and of which no statement was known."""
        known = {moment.article for moment in self.sifted[0].values()}
        by_reading = self.clocks.by_reading
        read = {m.article for m in self.inner.moments() if by_reading or m.published is None}
        return frozenset(read - known)

    def _knew(self, article: Article) -> bool:
        if self.clocks.known_on is None:
            return True
        if article.published and not self.clocks.by_reading:
            return end_of(article.published) <= self.clocks.known_on
        return article.id not in self._unknown

    def _takes(self, hit: Hit) -> bool:
        if hit.kind == "statement":
            return bool(self._kept({hit.id}))
        return self._knew(self.inner.article(hit.id))


def clock_words(clocks: Clocks) -> str:
    """Return the clocks in words: "as of 2031-03-07, known on 2031-03-09"; "" where neither is set."""
    told = [f"as of {clocks.as_of}"] if clocks.as_of else []
    if clocks.known_on:
        told.append(f"known on {clocks.known_on.removesuffix('T23:59:59')}")
    return ", ".join(told)
