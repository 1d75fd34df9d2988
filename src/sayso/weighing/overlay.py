"""What people decided, laid over what the machine made: which judgements hold, and what they come to."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.correcting import corrected
from sayso.model.ids import digest
from sayso.model.judgement import Anchor, Judgement
from sayso.model.statement import Statement

Pair = tuple[str, str]

Find = Callable[[Anchor], str | None]
"""Returns the id of the statement that now stands where the anchor says, None where none surely does."""


@dataclass(frozen=True, slots=True)
class Split:
    """Statements that stand apart from their question or claim, by the judgement that says so."""

    judgement: str
    record: str
    statements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the judgements that hold come to; empty where nobody judged."""

    rejected: frozenset[str] = frozenset()
    """Ids of statements, and of articles of which no statement is weighed."""
    fields: Mapping[str, tuple[tuple[str, str | None], ...]] = field(default_factory=dict)
    """Statement id to the fields that are put right, by field name."""
    merged: Mapping[str, str] = field(default_factory=dict)
    """Question id to the question that it is merged into, in the end."""
    apart: tuple[Split, ...] = ()
    """Statements taken out of their questions."""
    joined: tuple[Pair, ...] = ()
    """Pairs of statements whose claims are one."""
    alone: tuple[Split, ...] = ()
    """Statements taken out of their claims."""
    cut: frozenset[Pair] = frozenset()
    added: frozenset[Pair] = frozenset()
    """Pairs of records (the lesser id first) that are not, or are, of one origin."""

    def takes(self, statement: Statement) -> bool:
        """Tell whether the statement is weighed."""
        return statement.id not in self.rejected and statement.article not in self.rejected

    def put_right(self, statement: Statement) -> Statement:
        """Return the statement as people corrected it, under its own id."""
        fields = self.fields.get(statement.id)
        return corrected(statement, dict(fields)) if fields else statement

    def question(self, key: str) -> str:
        """Return the question that the one with this id is part of."""
        return self.merged.get(key, key)


def effective(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold, in their order: those that no later one which holds takes back."""
    undone: set[str] = set()
    kept = []
    for judgement in reversed(list(judgements)):
        if judgement.id in undone:
            continue
        kept.append(judgement)
        if judgement.act == "undo":
            undone.add(judgement.record)
    return tuple(reversed(kept))


def overlay(judgements: Iterable[Judgement], find: Find) -> Overlay:
    """Return what the judgements (in the order in which they were made) come to.

    Of two that cannot both hold of one record the later one does: accepted or rejected, a field's value, a
    link cut or added.
    """
    found = effective(judgements)
    pairs = _links(found, find)
    return Overlay(
        rejected=_rejected(found, find),
        fields=_fields(found, find),
        merged=_merged([(j.record, j.others[0]) for j in found if j.act == "merge" and j.kind == "question"]),
        apart=_splits(found, "question", find),
        joined=tuple(sorted({pair for j in found for pair in _joined(j, find)})),
        alone=_splits(found, "claim", find),
        cut=frozenset(pair for pair, act in pairs.items() if act == "cut-link"),
        added=frozenset(pair for pair, act in pairs.items() if act == "add-link"),
    )


def assessed(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Return the assessments that hold by record (a question's id, a place's name) and day.

    Without a day an assessment is under the empty one.
    """
    return {(j.record, j.day or ""): j for j in effective(judgements) if j.act == "assess"}


def split_off(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return the questions that stand apart from others, each with the judgement that made it."""
    made = tuple(judgements)
    merged = overlay(made, lambda _: None).merged
    return {
        apart(merged.get(j.record, j.record), j.id): j.id
        for j in effective(made)
        if j.act == "split" and j.kind == "question"
    }


def apart(question: str, judgement: str) -> str:
    """Return the id of what a judgement splits off a question."""
    return digest("qu", question, judgement)


def finder(statements: Iterable[Statement]) -> Find:
    """Return how statements are found again among these."""
    ids: set[str] = set()
    places: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        ids.add(statement.id)
        places.setdefault(_place(anchor_of(statement.id, statement)), []).append(statement)

    def find(anchor: Anchor) -> str | None:
        return anchor.statement if anchor.statement in ids else at(anchor, places.get(_place(anchor), ()))

    return find


def at(anchor: Anchor, standing: Sequence[Statement]) -> str | None:
    """Return which of the statements the anchor means: the only one at its place, or its claimer's only one.

    A reading anew gives a statement another id where it fills a field differently; article, span and type
    say that it is the same.
    """
    here = [s for s in standing if _place(anchor_of(s.id, s)) == _place(anchor)]
    if len(here) > 1:
        here = [s for s in here if s.claimer == anchor.claimer]
    return here[0].id if len(here) == 1 else None


def anchor_of(record: str, statement: Statement) -> Anchor:
    """Return where a statement stands, for a judgement that names `record`."""
    span = statement.span
    return Anchor(
        record,
        statement.id,
        statement.article,
        statement.proposition.type,
        span.start if span else None,
        span.end if span else None,
        statement.claimer,
    )


def _place(anchor: Anchor) -> tuple[object, ...]:
    # Stubs have no spans: without one nothing but the id tells their statements apart.
    return (
        anchor.article,
        anchor.type,
        anchor.start,
        anchor.end,
        "" if anchor.start is not None else anchor.statement,
    )


def _found(judgement: Judgement, find: Find) -> dict[str, str]:
    """Return the records that a judgement names, each with the statement that stands for it now."""
    stands = {anchor.record: find(anchor) for anchor in judgement.anchors}
    return {record: statement for record, statement in stands.items() if statement is not None}


def _rejected(found: Iterable[Judgement], find: Find) -> frozenset[str]:
    acts: dict[str, str] = {}
    for judgement in found:
        if judgement.act not in ("accept", "reject"):
            continue
        if judgement.kind == "statement":
            acts.update(dict.fromkeys(_found(judgement, find).values(), judgement.act))
        elif judgement.kind == "article":
            acts[judgement.record] = judgement.act
    return frozenset(key for key, act in acts.items() if act == "reject")


def _fields(found: Iterable[Judgement], find: Find) -> dict[str, tuple[tuple[str, str | None], ...]]:
    values: dict[str, dict[str, str | None]] = {}
    for judgement in found:
        if judgement.act == "correct" and judgement.field:
            for statement in _found(judgement, find).values():
                values.setdefault(statement, {})[judgement.field] = judgement.value
    return {key: tuple(sorted(fields.items())) for key, fields in values.items()}


def _merged(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each merged question the one that all of its set go into: the last that was named."""
    into: dict[str, str] = {}

    def end(key: str) -> str:
        while key in into:
            key = into[key]
        return key

    for one, other in pairs:
        if end(one) != end(other):
            into[end(one)] = end(other)
    return {key: end(key) for key in into}


def _splits(found: Iterable[Judgement], kind: str, find: Find) -> tuple[Split, ...]:
    splits = [
        Split(j.id, j.record, frozenset(_found(j, find).values()))
        for j in found
        if j.act == "split" and j.kind == kind
    ]
    # A statement leaves a record once: the last judgement that moves it decides. It is in one claim only.
    taken: dict[str, set[str]] = {}
    kept = []
    for split in reversed(splits):
        gone = taken.setdefault(split.record if kind == "question" else "", set())
        kept.append(replace(split, statements=split.statements - gone))
        gone |= split.statements
    return tuple(split for split in reversed(kept) if split.statements)


def _joined(judgement: Judgement, find: Find) -> Iterable[Pair]:
    if judgement.act == "merge" and judgement.kind == "claim":
        ends = sorted(_found(judgement, find).values())
        return itertools.pairwise(ends)
    return ()


def _links(found: Iterable[Judgement], find: Find) -> dict[Pair, str]:
    acts: dict[Pair, str] = {}
    for judgement in found:
        if judgement.act in ("cut-link", "add-link"):
            stands = _found(judgement, find)
            one, other = (stands.get(key, key) for key in (judgement.record, judgement.others[0]))
            acts[min(one, other), max(one, other)] = judgement.act
    return acts
