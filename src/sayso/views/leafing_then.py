"""A ledger leafed through as the two clocks show it: its lists are made anew from what they take."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.ledger.interface import PagedView, Wanted
from sayso.ledger.leafing import Fed, Issued, Known, KnownKind, Slice, Sought, Standing
from sayso.model.article import Article
from sayso.model.brief import STATEMENTS, brief_of, shown_answers
from sayso.model.codec import to_record
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.model.weighed import Lineage, Question
from sayso.views.clocks import Clocks
from sayso.views.then import Then, clock_words
from sayso.weighing.board import rank

if TYPE_CHECKING:
    from typing import Any

ANSWERS, RELATIONS, MOST_RELATIONS = 4, 12, 60
"""How much of a question a card shows, and how many relations its own page: as without clocks."""


class PagedThen(Then):
    """A `PagedView` of what a ledger held by the clocks; each list costs as much as the whole ledger holds.

    Weighed once, it answers from memory: keep it while the ledger's state stays the same.
    """

    inner: PagedView

    def __init__(self, inner: PagedView, clocks: Clocks, profile: Profile) -> None:
        super().__init__(inner, clocks, profile)

    def head(self) -> str:
        """Return the hash at the end of the audit chain."""
        return self.inner.head()

    def weighing(self) -> int:
        """Return the number of the last weighing's chain entry."""
        return self.inner.weighing()

    def last_entry(self) -> int:
        """Return the number of the newest chain entry."""
        return self.inner.last_entry()

    def standings(self, sought: Sought, limit: int, offset: int = 0) -> Slice[Standing]:
        """Return questions in the wanted order."""
        found = [question for question in self._ranked if _is_sought(question, sought)]
        if sought.order == "recent":
            found.sort(key=self._latest, reverse=True)
        elif sought.order == "origins":
            found.sort(key=lambda q: -sum(answer.origins for answer in q.answers))
        shown = found[offset : offset + limit]
        return Slice(tuple(self._standing(q, None, STATEMENTS, RELATIONS) for q in shown), len(found))

    def standing(self, key: str, answers: int, offset: int, statements: int) -> Standing:
        """Return the question with this id or id prefix, else the one that has most of its statements."""
        question = self._question(key)
        numbers = range(len(question.answers))[offset : offset + answers]
        return self._standing(question, numbers, statements, MOST_RELATIONS)

    def answer_ids(self, key: str, number: int) -> tuple[str, ...]:
        """Return the ids of the statements of one answer (from 0), () where there is no such answer."""
        answers = self._question(key).answers
        return answers[number].statements if 0 <= number < len(answers) else ()

    def tallied(self, side: str) -> dict[str, int]:
        """Return how many questions of each status a side has a word in."""
        return dict(Counter(q.status for q in self._ranked if _has(q, side)))

    def fed(self, statement: str) -> tuple[Fed, ...]:
        """Return which questions a statement answers, and how."""
        return tuple(
            Fed(question.id, question.question, question.status, answer.answer)
            for question in sorted(self._ranked, key=lambda q: q.id)
            for answer in question.answers
            if statement in answer.statements
        )

    def some_statements(self, ids: Collection[str]) -> dict[str, Statement]:
        """Return those of these statements that count, by id."""
        return {key: self._all_said[key] for key in ids if key in self._all_said}

    def headed(self, ids: Collection[str]) -> dict[str, Article]:
        """Return those of these articles that are there, with an empty text, by id."""
        return self.inner.headed(ids)

    def ties(self, members: Collection[str]) -> tuple[Lineage, ...]:
        """Return the lineages that any of these articles or statements is in, by id."""
        return tuple(self.lineages(members))

    def known(self, kind: KnownKind, limit: int, offset: int = 0, holding: str = "") -> Slice[Known]:
        """Return names of a kind, most statements first; `holding` takes those that hold these letters."""
        found = [one for one in self._known_names[kind] if holding.lower() in one.name.lower()]
        return Slice(tuple(found[offset : offset + limit]), len(found))

    def known_as(self, kind: KnownKind, name: str) -> tuple[Known, ...]:
        """Return what is known of one name, spelt so."""
        return tuple(one for one in self._known_names[kind] if one.name == name)

    def located(self, names: Collection[str]) -> dict[str, str]:
        """Return the gazetteer's ids of these places of the ledger."""
        return self.inner.located(names)

    def told_by(self, names: Collection[str], slots: str, limit: int, offset: int = 0) -> Slice[Statement]:
        """Return statements with any of these names in a slot, newest first."""
        chosen = frozenset(names)
        wanted = Wanted(claimers=chosen) if slots == "claimer" else Wanted(places=chosen)
        return self._in_turn(self.statements(wanted), limit, offset)

    def unresolved(self, limit: int, offset: int = 0) -> Slice[Statement]:
        """Return statements whose claimer is not known, newest first."""
        return self._in_turn((s for s in self._all_said.values() if s.claimer is None), limit, offset)

    def issued(self, outlet: str | None, limit: int, offset: int = 0) -> Slice[Issued]:
        """Return the articles known, newest first; None asks for those of any outlet."""
        counts = Counter(s.article for s in self._all_said.values())
        found = [a for a in self._homes.values() if outlet in (None, a.outlet)]
        found.sort(key=lambda a: a.id)
        found.sort(key=lambda a: a.published or "", reverse=True)
        return Slice(tuple(Issued(a, counts[a.id]) for a in found[offset : offset + limit]), len(found))

    def came_in(self, after: int, limit: int) -> tuple[tuple[int, str], ...]:
        """Return (chain entry, statement id) of what came in: what comes in knows no clocks."""
        return self.inner.came_in(after, limit)

    def alike(self, words: str, limit: int) -> tuple[Statement, ...]:
        """Return statements that count and share rare words with this text, most of them first."""
        return tuple(s for s in self.inner.alike(words, limit) if s.id in self._all_said)

    @cached_property
    def _all_said(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements()}

    @cached_property
    def _homes(self) -> Mapping[str, Article]:
        return self.inner.headed({article.id for article in self.articles()})

    @cached_property
    def _ranked(self) -> list[Question]:
        return rank(self.questions(), {key: s.article for key, s in self._all_said.items()})

    @cached_property
    def _known_names(self) -> dict[KnownKind, list[Known]]:
        return _counted(self._all_said.values(), self._homes)

    def _question(self, key: str) -> Question:
        exact = [q for q in self._ranked if q.id == key] or [q for q in self._ranked if q.id.startswith(key)]
        if key and len(exact) == 1:
            return exact[0]
        # Weighed from fewer statements, the same question may have another id.
        record = self.inner.outcome(key)
        mine = _statements(record) if isinstance(record, Question) else set()
        near = [(len(mine & _statements(q)), q) for q in self._ranked]
        best = max(near, key=lambda pair: (pair[0], pair[1].id), default=None)
        if best is None or not best[0]:
            words = clock_words(self.clocks)
            raise NotFound(f"nobody had answered the question {key!r} {words}" if words else f"no {key!r}")
        return best[1]

    def _standing(
        self, question: Question, numbers: Collection[int] | None, statements: int, relations: int
    ) -> Standing:
        record: Any = to_record(question)
        chosen = shown_answers(record, ANSWERS) if numbers is None else list(numbers)
        sides = {side for answer in question.answers for side in answer.by}
        return Standing(
            brief_of(record, chosen, statements, relations),
            len(sides),
            sum(answer.origins for answer in question.answers),
            len(_statements(question)),
            self._latest(question),
        )

    def _latest(self, question: Question) -> str:
        said = (self._all_said[key] for key in _statements(question) if key in self._all_said)
        return max((_day(s, self._homes) for s in said), default="")

    def _in_turn(self, found: Iterable[Statement], limit: int, offset: int) -> Slice[Statement]:
        said = sorted(found, key=lambda s: (_day(s, self._homes), s.id), reverse=True)
        return Slice(tuple(said[offset : offset + limit]), len(said))


def _statements(question: Question) -> set[str]:
    return {key for answer in question.answers for key in answer.statements}


def _has(question: Question, side: str) -> bool:
    return any(side in answer.by for answer in question.answers)


def _is_sought(question: Question, sought: Sought) -> bool:
    return (
        sought.status in (None, question.status)
        and sought.type in (None, question.type)
        and (sought.places is None or question.place in sought.places)
        and (sought.side is None or _has(question, sought.side))
    )


def _day(statement: Statement, homes: Mapping[str, Article]) -> str:
    home = homes.get(statement.article)
    return statement.said_on or (home.published if home else None) or ""


def _counted(said: Iterable[Statement], homes: Mapping[str, Article]) -> dict[KnownKind, list[Known]]:
    """Return the names of each kind as the index of a ledger counts them."""
    found: dict[KnownKind, dict[tuple[str, str], list[Statement]]] = {
        kind: defaultdict(list) for kind in ("claimer", "side", "outlet", "place")
    }  # fmt: skip
    for s in said:
        home, p = homes.get(s.article), s.proposition
        if s.claimer and s.attribution != "narrator":
            found["claimer"][s.claimer, s.claimer_for or ""].append(s)
        side = s.claimer_for or s.claimer
        if side and s.attribution != "narrator":
            found["side"][side, ""].append(s)
        if home and home.outlet:
            found["outlet"][home.outlet, ""].append(s)
        for place in {place for place in (p.place, p.place_from, p.place_to) if place}:
            found["place"][place, ""].append(s)
    return {kind: _listed(kind, names, homes) for kind, names in found.items()}


def _listed(
    kind: KnownKind, names: Mapping[tuple[str, str], list[Statement]], homes: Mapping[str, Article]
) -> list[Known]:
    made = []
    for (name, side), mine in names.items():
        days = [_day(s, homes) for s in mine]
        articles = len({s.article for s in mine})
        made.append(Known(kind, name, side, len(mine), articles, min(days), max(days)))
    return sorted(made, key=lambda one: (-one.statements, one.name, one.side))
