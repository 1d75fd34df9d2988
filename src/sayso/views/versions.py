"""Articles that changed: their versions, and what each changed in words and in statements."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.article import Article
from sayso.model.errors import LedgerBroken
from sayso.model.statement import Statement
from sayso.views.differences import Changed, differences
from sayso.views.judged import Laid
from sayso.views.labels import label_of
from sayso.views.line import Line
from sayso.weighing.links import Union


@dataclass(frozen=True, slots=True)
class Version:
    """One version; `fetched_on` is when its page was fetched (where it was), `came_on` when it came in."""

    id: str
    title: str | None
    published: str | None
    fetched_on: str | None
    came_on: str
    words: int
    statements: int


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to the next: what changed in the words, which statements came and went.

    A statement is the same where who says what with what certainty is the same, in whatever words.
    """

    left: str
    right: str
    changed: tuple[Changed, ...]
    gained: tuple[Line, ...]
    lost: tuple[Line, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class Versions:
    """All versions of one article, the earliest first."""

    name: str
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]


def versions_in(ledger: LedgerView, limit: int | None = None) -> tuple[Versions, ...]:
    """Return the articles of which there are several versions, by name."""
    groups = _groups(ledger)
    names = {article.id: article.name for article in ledger.articles(sorted(groups))}
    firsts = sorted({min(group) for group in groups.values()}, key=lambda key: (names[key], key))
    telling = _Telling(ledger)
    return tuple(telling.of(groups[key]) for key in firsts[:limit])


def versions_of(ledger: LedgerView, key: str) -> Versions:
    """Return the versions of one article, by its name, or the id (or its start) of any; raises NotFound."""
    groups = _groups(ledger)
    named = {a.id for a in ledger.articles(sorted(groups)) if a.name == key}
    found = min(named) if named else ledger.article(key).id
    return _Telling(ledger).of(groups.get(found, frozenset({found})))


def _groups(ledger: LedgerView) -> dict[str, frozenset[str]]:
    """Return for each article with several versions the ids of all, as the last weighing found them."""
    union = Union()
    members: set[str] = set()
    for lineage in ledger.lineages():
        if lineage.kind == "same-article" and lineage.members[0].startswith("art-"):
            union.join(*lineage.members)
            members.update(lineage.members)
    found: dict[str, set[str]] = defaultdict(set)
    for key in members:
        found[union.root(key)].add(key)
    return {key: frozenset(group) for group in found.values() for key in group}


class _Telling:
    """What is asked once for all articles: when each came in, and what people judged."""

    def __init__(self, ledger: LedgerView) -> None:
        self._ledger = ledger
        self._laid = Laid(ledger)
        self._came = {e.subject: (e.number, e.recorded_on) for e in ledger.chain() if e.kind == "article"}

    def of(self, ids: Iterable[str]) -> Versions:
        """Return the versions with these ids, by when they were fetched, else by when they came in."""
        articles = list(self._ledger.articles(sorted(ids)))
        said = {article.id: list(self._ledger.statements(Wanted(article=article.id))) for article in articles}
        versions = {article.id: self._version(article, len(said[article.id])) for article in articles}

        def turn(article: Article) -> tuple[str, int, str]:
            version = versions[article.id]
            return version.fetched_on or version.came_on, self._came.get(article.id, (0, ""))[0], article.id

        articles.sort(key=turn)
        steps = tuple(self._step(one, other, said) for one, other in itertools.pairwise(articles))
        return Versions(articles[0].name, tuple(versions[article.id] for article in articles), steps)

    def _version(self, article: Article, statements: int) -> Version:
        return Version(
            article.id, article.title, article.published, self._fetched_on(article),
            self._came.get(article.id, (0, ""))[1], len(article.text.split()), statements,
        )  # fmt: skip

    def _fetched_on(self, article: Article) -> str | None:
        try:
            found = self._ledger.capture(article.id)
        except LedgerBroken:
            return None  # its bytes are lost, which `verify` tells; its versions are still there
        return found[0].fetched_on if found else None

    def _step(self, one: Article, other: Article, said: Mapping[str, list[Statement]]) -> Step:
        labels = {article.id: label_of(article) for article in (one, other)}
        before, after = ({_content(s): s for s in said[article.id]} for article in (one, other))

        def lines(these: Mapping[object, Statement], those: Mapping[object, Statement]) -> Iterator[Line]:
            return (self._laid.line(s, labels) for key, s in these.items() if key not in those)

        return Step(
            one.id, other.id, differences(one.text, other.text), tuple(lines(after, before)),
            tuple(lines(before, after)), len(before.keys() & after.keys()),
        )  # fmt: skip


def _content(statement: Statement) -> object:
    s = statement
    return s.claimer, s.claimer_for, s.via, s.proposition, s.epistemic, s.modality, s.verification
