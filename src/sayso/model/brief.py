"""A question in brief: the answers that one looks at first, and no more statements than are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

STATEMENTS = 8
"""How many statements of an answer a brief names at most."""


@dataclass(frozen=True, slots=True)
class BriefAnswer:
    """One answer; `number` is its place in `Question.answers`, `first` the ids of its first statements."""

    number: int
    answer: str
    by: tuple[str, ...]
    origins: int
    statements: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefRelation:
    """How two answers (by number) bear on each other, and why."""

    left: int
    kind: str
    right: int
    reason: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A question with some of its answers, and the relations between these."""

    id: str
    question: str
    type: str
    status: str
    reason: str
    place: str | None
    unit: str | None
    all_answers: int
    answers: tuple[BriefAnswer, ...]
    relations: tuple[BriefRelation, ...]


def brief_of(record: Mapping[str, Any], numbers: Sequence[int], statements: int, relations: int) -> Brief:
    """Return the brief of a question's plain record (as `to_record` made it) with the answers `numbers`."""
    reason, answers = record["reason"], record.get("answers", ())
    wanted = set(numbers)
    between = (r for r in record.get("relations", ()) if r["left"] in wanted and r["right"] in wanted)
    return Brief(
        id=record["id"],
        question=record["question"],
        type=record["type"],
        status=record["status"],
        reason=reason,
        place=record.get("place"),
        unit=record.get("unit"),
        all_answers=len(answers),
        answers=tuple(_answer(n, answers[n], reason, statements) for n in numbers),
        relations=tuple(
            BriefRelation(r["left"], r["kind"], r["right"], r["reason"])
            for _, r in zip(range(relations), between, strict=False)
        ),
    )


def shown_answers(record: Mapping[str, Any], most: int) -> list[int]:
    """Return the numbers of the answers to show first: a word for each side, and what decides the status."""
    answers = record.get("answers", ())
    refuting = [(r["left"], r["right"]) for r in record.get("relations", ()) if r["kind"] == "refutes"]
    deciding = {n for pair in refuting for n in pair}
    sizes = [len(answer["statements"]) for answer in answers]
    ranked = sorted(range(len(answers)), key=lambda n: (-sizes[n], n not in deciding, n))
    named = [n for n, a in enumerate(answers) if any(key in record["reason"] for key in a["statements"])]
    chosen = list(dict.fromkeys([*next(iter(refuting), ()), *named[:1], *ranked[:1]]))
    heard = {side for n in chosen for side in answers[n].get("by", ())}
    for number in ranked:
        sides = answers[number].get("by", ())
        if not heard.issuperset(sides):
            chosen.append(number)
            heard.update(sides)
    return sorted(list(dict.fromkeys([*chosen, *ranked]))[:most])


def _answer(number: int, answer: Mapping[str, Any], reason: str, statements: int) -> BriefAnswer:
    # What the reason of the status names is seen at once.
    keys = answer["statements"]
    first = [key for key in keys if key in reason] if len(keys) > statements else list(keys)
    return BriefAnswer(
        number=number,
        answer=answer["answer"],
        by=tuple(answer.get("by", ())),
        origins=answer["origins"],
        statements=len(keys),
        first=tuple(dict.fromkeys([*first, *keys[:statements]]))[:statements],
    )
