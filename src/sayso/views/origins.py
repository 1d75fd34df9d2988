"""Where a claim comes from: articles, the texts that they carry, origins, and the authorities behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.article import Article
from sayso.model.errors import NotFound
from sayso.model.statement import Statement
from sayso.model.weighed import Claim, Lineage, Question
from sayso.views.labels import label_of
from sayso.views.line import Line, line_of
from sayso.weighing.lineage.forest import groups
from sayso.weighing.lineage.showing import beside
from sayso.weighing.links import Union, link
from sayso.weighing.origins import SPEECH

NOBODY = "somebody (claimer unresolved)"


@dataclass(frozen=True, slots=True)
class Shared:
    """The same told in two articles: the words, and where they stand (code points of either text)."""

    left: str
    right: str
    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Tie:
    """One link with its evidence: why two articles, or statements of two articles, are of one origin."""

    id: str
    kind: str
    evidence: str
    left: str
    right: str
    shared: tuple[Shared, ...]
    members: tuple[str, str]
    """The ids of the two articles or statements that are linked: what `cut-link` takes."""
    homes: tuple[str, str]
    """The ids of the articles `left` and `right`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text, and the articles that carry it (names, and `ids`); `agency` is the one that they credit."""

    agency: str | None
    articles: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: who speaks, on which day where it is known, in which texts it is told, and what ties
    them.
    """

    authority: str
    speaker: str
    day: str | None
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Lineages:
    """The origins of one claim; `id` and `claim` say of which."""

    id: str
    claim: str
    articles: int
    texts: int
    authorities: tuple[str, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    id: str
    claim: str
    statements: tuple[str, ...]


def origins_of(
    ledger: LedgerView, key: str, beside: int | None = None, some: slice = slice(None)
) -> tuple[Lineages, ...]:
    """Return where a claim comes from: of a question, answer by answer; of a statement, the answer that it
    gives.

    `key` is the id of a question, a claim or a statement, or the start of one. Shared passages are looked
    up for the first `beside` links of an origin, None for all: it costs a reading of both texts. `some`
    takes some of a question's answers only.

    Raises:
        NotFound: nothing has such an id, or several things have.
    """
    asked = _asked(ledger, key)[some]
    wanted = frozenset(statement for one in asked for statement in one.statements)
    statements = {s.id: s for s in ledger.statements(Wanted(ids=wanted))}
    articles = {article.id: article for article in ledger.articles({s.article for s in statements.values()})}
    near = wanted | articles.keys()
    links = [one for one in ledger.lineages(near) if near.issuperset(one.members)]
    scene = _Scene(statements, articles, links, beside)
    return tuple(scene.lineages(one) for one in asked)


def _asked(ledger: LedgerView, key: str) -> list[_Asked]:
    found: Claim | Question | Lineage | None = None
    with suppress(NotFound):
        found = ledger.outcome(key)
    if isinstance(found, Question):
        return _answers(found, None)
    if isinstance(found, Claim):
        ids = (*found.asserted, *found.denied)
        return [_Asked(found.id, _worded(found.id, ledger.questions(ids), found.asserted), ids)]
    if found is not None:
        raise NotFound(f"{key!r} is a link: name the question, claim or statement that it bears on")
    statement = _statement(ledger, key)
    for question in ledger.questions({statement.id}):
        return _answers(question, statement.id)
    return [_Asked(statement.id, " ".join(statement.evidence.split()), (statement.id,))]


def _statement(ledger: LedgerView, key: str) -> Statement:
    try:
        return ledger.statement(key)
    except NotFound:
        # Of what is neither, the ids of questions and claims say better what is wrong.
        if key[:3] in ("qu-", "cl-", "ln-"):
            ledger.outcome(key)
        raise


def _answers(question: Question, statement: str | None) -> list[_Asked]:
    return [
        _Asked(question.id, f"{question.question} {answer.answer}", answer.statements)
        for answer in question.answers
        if statement is None or statement in answer.statements
    ]


def _worded(claim: str, questions: Iterable[Question], statements: Sequence[str]) -> str:
    """Return what a claim says: the answer that its statements give."""
    for question in questions:
        for answer in question.answers:
            if set(statements) & set(answer.statements):
                return f"{question.question} {answer.answer}"
    return claim


@dataclass(frozen=True, slots=True)
class _Scene:
    """Statements, their articles, and the links between them."""

    statements: Mapping[str, Statement]
    articles: Mapping[str, Article]
    links: Sequence[Lineage]
    beside: int | None = None

    def lineages(self, asked: _Asked) -> Lineages:
        """Return the origins of one claim, those told in most articles first."""
        mine = [self.statements[key] for key in asked.statements if key in self.statements]
        union = Union()
        for one in self.links:
            if one.members[0] in self.statements:
                union.join(*one.members[:2])
        by_root: dict[str, list[Statement]] = defaultdict(list)
        for statement in mine:
            by_root[union.root(statement.id)].append(statement)
        copied = self._copied()
        origins = [self._origin(group, copied) for group in by_root.values()]
        origins.sort(key=lambda o: (-len({line.article for line in o.lines}), o.authority, o.lines[0].id))
        named = dict.fromkeys(origin.authority for origin in origins)
        articles = {statement.article for statement in mine}
        return Lineages(
            asked.id, asked.claim, len(articles), len({copied.get(key, key) for key in articles}),
            tuple(named), tuple(origins),
        )  # fmt: skip

    def _copied(self) -> dict[str, str]:
        texts = [one for one in self.links if one.kind not in SPEECH and one.members[0] in self.articles]
        return groups(link(one.kind, *_two(one), one.evidence) for one in texts)

    def _origin(self, group: Sequence[Statement], copied: Mapping[str, str]) -> Origin:
        told = [s for s in group if s.attribution != "narrator"] or list(group)
        days = {s.said_on for s in told if s.said_on}
        sources: dict[str, list[Article]] = defaultdict(list)
        for key in sorted({s.article for s in group}):
            sources[copied.get(key, key)].append(self.articles[key])
        labels = {key: label_of(self.articles[key]) for key in {s.article for s in group}}
        lines = sorted(
            (line_of(s, labels) for s in group), key=lambda line: (line.day, line.article, line.id)
        )
        return Origin(
            authority=self._authority(told),
            speaker=_most([s.claimer or NOBODY for s in told]),
            day=min(days) if len(days) == 1 else None,
            sources=tuple(_source(found) for found in sources.values()),
            lines=tuple(lines),
            ties=tuple(self._ties(group)),
        )

    def _authority(self, told: Sequence[Statement]) -> str:
        if told[0].attribution != "narrator":
            return _most([s.claimer_for or s.claimer or NOBODY for s in told])
        agencies = [name for s in told for name in self.articles[s.article].agencies[:1]]
        return (
            _most(agencies)
            if agencies
            else _most([s.claimer or self.articles[s.article].voice for s in told])
        )

    def _ties(self, group: Sequence[Statement]) -> Iterable[Tie]:
        """Yield what ties articles of one origin, or statements in two of them."""
        near = {s.id for s in group} | {s.article for s in group}
        laid = 0
        for one in self.links:
            if near.issuperset(one.members):
                left, right = (self._home(key) for key in _two(one))
                if left.id != right.id:
                    texts = one.members[0] in self.articles and (self.beside is None or laid < self.beside)
                    laid += texts
                    shared = _shared(left, right, one.kind) if texts else ()
                    homes = left.id, right.id
                    yield Tie(one.id, one.kind, one.evidence, left.name, right.name, shared, _two(one), homes)

    def _home(self, key: str) -> Article:
        return self.articles[self.statements[key].article if key in self.statements else key]


def _shared(left: Article, right: Article, kind: str) -> tuple[Shared, ...]:
    return tuple(
        Shared(
            one.left.of(left.text), one.right.of(right.text),
            one.left.start, one.left.end, one.right.start, one.right.end,
        )
        for one in beside(left, right, kind)
    )  # fmt: skip


def _source(articles: Sequence[Article]) -> Source:
    agencies = [name for article in articles for name in article.agencies[:1]]
    ranked = sorted((article.name, article.id) for article in articles)
    names, ids = tuple(name for name, _ in ranked), tuple(key for _, key in ranked)
    return Source(_most(agencies) if agencies else None, names, ids)


def _two(one: Lineage) -> tuple[str, str]:
    return one.members[0], one.members[1]


def _most(names: Sequence[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))
