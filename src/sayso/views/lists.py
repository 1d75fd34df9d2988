"""All that is claimed of a place, and all that somebody claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.statement import Statement
from sayso.model.weighed import Question
from sayso.places.gazetteer import Gazetteer
from sayso.views.judged import Laid
from sayso.views.labels import labels_of
from sayso.views.line import Line
from sayso.views.names import meant, near_names
from sayso.views.surroundings import Surroundings, gazetteer_ids, places_named, surroundings
from sayso.weighing.board import rank


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together (of one side, of one claimer), by the day of which they speak."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """An answer without its statements."""

    answer: str
    by: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Head:
    """A question without its statements: how it stands."""

    id: str
    question: str
    status: str
    reason: str
    answers: tuple[AnswerHead, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines asked for; `name` is what was asked for as the ledger spells it.

    `questions` are those that the place has, or that the claimer has a word in, the board's first first.
    """

    name: str
    questions: tuple[Head, ...]
    groups: tuple[Group, ...]
    surroundings: Surroundings

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all groups."""
        return tuple(line for group in self.groups for line in group.lines)


GazetteerDoor = Callable[[], Gazetteer]
"""Opens the gazetteer; called only where the ledger's articles were read with one."""


def place_of(ledger: LedgerView, name: str, gazetteer: GazetteerDoor) -> Listing:
    """Return every statement about a place, grouped by the side of its claimer.

    Raises:
        NotFound: no statement, or more than one, names such a place; the error names what comes near.
    """
    counts, ids = places_named(ledger), gazetteer_ids(ledger)
    found = meant_place(name, counts, ids, gazetteer)
    statements = list(ledger.statements(Wanted(places=frozenset({found}))))
    lying = surroundings(found, counts, ids, gazetteer() if found in ids else None)
    groups = _grouped(ledger, statements, lambda s: s.claimer_for or s.claimer)
    return Listing(found, _heads(q for q in ledger.questions() if q.place == found), groups, lying)


def place_names(ledger: LedgerView, name: str, gazetteer: GazetteerDoor) -> frozenset[str]:
    """Return the place that is meant, the places in it, and those whose name holds its name.

    Raises:
        NotFound: as `place_of`.
    """
    counts, ids = places_named(ledger), gazetteer_ids(ledger)
    found = meant_place(name, counts, ids, gazetteer)
    lying = surroundings(found, counts, ids, gazetteer() if found in ids else None)
    return frozenset({found, *(other.name for other in (*lying.inside, *lying.alike))})


def who_of(ledger: LedgerView, name: str) -> Listing:
    """Return every statement that somebody makes, or that is made on their behalf, by claimer.

    Raises:
        NotFound: no claimer, or more than one, is called so; the error names who comes near.
    """
    counts: dict[str, int] = {}
    for statement in ledger.statements():
        for claimer in {statement.claimer, statement.claimer_for} - {None}:
            if claimer:
                counts[claimer] = counts.get(claimer, 0) + 1
    found = meant(name, counts, "claimer")
    asked = ledger.statements(Wanted(names=frozenset({found})))
    statements = [s for s in asked if found in (s.claimer, s.claimer_for)]
    keys = {s.id for s in statements}
    heads = _heads(q for q in ledger.questions() if _has_word(q, keys))
    return Listing(found, heads, _grouped(ledger, statements, lambda s: s.claimer), Surroundings())


def meant_place(name: str, counts: dict[str, int], ids: dict[str, str], gazetteer: GazetteerDoor) -> str:
    """Return the place of the ledger that is meant, by its spelling or by another name of it.

    Raises:
        NotFound: there is none, or more than one.
    """
    near = near_names(name, counts)
    if near.meant is None and any(place in ids for place in counts):
        place = gazetteer().find(name, fuzzy=False).place
        same = [known for known in sorted(counts) if place and ids.get(known) == place.id]
        if len(same) == 1:
            return same[0]
    return near.meant or meant(name, counts, "place")


def _has_word(question: Question, keys: Collection[str]) -> bool:
    return any(key in keys for answer in question.answers for key in answer.statements)


def _heads(questions: Iterable[Question]) -> tuple[Head, ...]:
    return tuple(
        Head(
            q.id,
            q.question,
            q.status,
            q.reason,
            tuple(AnswerHead(a.answer, a.by, a.origins) for a in q.answers),
        )
        for q in rank(questions)
    )


def _grouped(
    ledger: LedgerView, statements: Iterable[Statement], group: Callable[[Statement], str | None]
) -> tuple[Group, ...]:
    labels, laid = labels_of(ledger), Laid(ledger)
    groups: dict[str, list[Line]] = {}
    for statement in statements:
        groups.setdefault(group(statement) or "claimer unresolved", []).append(laid.line(statement, labels))
    return tuple(
        Group(name, tuple(sorted(lines, key=lambda line: line.day)))
        for name, lines in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    )
