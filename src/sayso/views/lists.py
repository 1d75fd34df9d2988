"""All that is claimed of a place, and all that somebody claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.errors import NotFound
from sayso.model.statement import Statement
from sayso.views.labels import labels_of
from sayso.views.line import Line, line_of
from sayso.views.names import near_names


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one side, by the day of which they speak."""

    side: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines asked for, by side; `name` is the name as the ledger spells it."""

    name: str
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all sides."""
        return tuple(line for group in self.groups for line in group.lines)


def place_of(ledger: LedgerView, name: str) -> Listing:
    """Return every statement about a place, grouped by the side of its claimer.

    Raises:
        NotFound: no statement names such a place; the error names what comes near.
    """
    places = {
        place
        for s in ledger.statements()
        for place in (s.proposition.place, s.proposition.place_from, s.proposition.place_to)
        if place
    }
    found = _spelt(name, places, "place")
    return Listing(found, _grouped(ledger, ledger.statements(Wanted(places=frozenset({found})))))


def who_of(ledger: LedgerView, name: str) -> Listing:
    """Return every statement that somebody makes, or that is made on their behalf.

    Raises:
        NotFound: no statement has such a claimer; the error names who comes near.
    """
    claimers = {c for s in ledger.statements() for c in (s.claimer, s.claimer_for) if c}
    found = _spelt(name, claimers, "claimer")
    asked = ledger.statements(Wanted(names=frozenset({found})))
    return Listing(found, _grouped(ledger, (s for s in asked if found in (s.claimer, s.claimer_for))))


def _grouped(ledger: LedgerView, statements: Iterable[Statement]) -> tuple[Group, ...]:
    labels = labels_of(ledger)
    sides: dict[str, list[Line]] = {}
    for statement in statements:
        line = line_of(statement, labels)
        sides.setdefault(statement.claimer_for or statement.claimer or "claimer unresolved", []).append(line)
    return tuple(
        Group(side, tuple(sorted(lines, key=lambda line: line.when or line.said_on or "")))
        for side, lines in sorted(sides.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def _spelt(name: str, known: set[str], kind: str) -> str:
    by_fold = {known_name.casefold(): known_name for known_name in sorted(known, reverse=True)}
    if name.casefold() in by_fold:
        return by_fold[name.casefold()]
    near = near_names(name, known)
    if near.meant:
        return near.meant
    hint = f"; did you mean {', '.join(near.others[:5])}?" if near.others else ""
    raise NotFound(f"the ledger holds no {kind} {name!r}{hint}")
