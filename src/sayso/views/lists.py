"""All that somebody claims; the lists and names that other views share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, NameSlot, Wanted
from sayso.model.errors import NotFound
from sayso.model.statement import Statement
from sayso.model.weighed import Question
from sayso.places.gazetteer import Gazetteer
from sayso.views.judged import Laid
from sayso.views.labels import labels_of
from sayso.views.line import Line
from sayso.views.names import meant, near_names
from sayso.views.surroundings import Surroundings, surroundings
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


PLACE_SLOTS: tuple[NameSlot, ...] = ("place", "place_from", "place_to")

GazetteerDoor = Callable[[], Gazetteer]
"""Opens the gazetteer; called only where the ledger's articles were read with one."""


def place_names(ledger: LedgerView, name: str, gazetteer: GazetteerDoor) -> frozenset[str]:
    """Return the place that is meant, the places in it, and those whose name holds its name.

    Raises:
        NotFound: as `meant_place`.
    """
    counts, ids = ledger.names(*PLACE_SLOTS), ledger.placed()
    found = meant_place(name, counts, ids, gazetteer)
    lying = surroundings(found, counts, ids, gazetteer() if found in ids else None)
    return frozenset({found, *(other.name for other in (*lying.inside, *lying.alike))})


def who_of(ledger: LedgerView, name: str) -> Listing:
    """Return every statement that somebody makes, or that is made on their behalf, by claimer.

    Raises:
        NotFound: no claimer, or more than one, is called so; the error names who comes near.
    """
    found = meant(name, ledger.names("claimer", "claimer_for"), "claimer")
    statements = list(ledger.statements(Wanted(claimers=frozenset({found}))))
    if not statements:
        raise NotFound(f"{found} claims nothing that counts here.")
    keys = {statement.id for statement in statements}
    groups = grouped(ledger, statements, lambda s: s.claimer)
    return Listing(found, heads(ledger.questions(keys)), groups, Surroundings())


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


def heads(questions: Iterable[Question]) -> tuple[Head, ...]:
    """Return how the questions stand, the board's first first."""
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


def grouped(
    ledger: LedgerView, statements: Collection[Statement], group: Callable[[Statement], str | None]
) -> tuple[Group, ...]:
    """Return the statements as lines by group, the largest first, each in the order of days."""
    labels, laid = labels_of(ledger, {statement.article for statement in statements}), Laid(ledger)
    groups: dict[str, list[Line]] = {}
    for statement in statements:
        groups.setdefault(group(statement) or "claimer unresolved", []).append(laid.line(statement, labels))
    return tuple(
        Group(name, tuple(sorted(lines, key=lambda line: line.day)))
        for name, lines in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    )
