"""Kinds of errors of a reading, counted and put into our own words; no text of an article is quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.evaluation.scorer import Pair

Row = Mapping[str, Any]

SLOT_WORDS = {
    "claimer": "who makes the claim",
    "claimer_for": "the side spoken for",
    "attribution": "direct, indirect or the outlet's own voice",
    "epistemic": "how sure the claimer is",
    "modality": "done, planned or demanded",
    "polarity": "asserted or denied",
    "verification": "what the article says of its verification",
    "actor": "who acts",
    "target": "who it is done to",
    "place": "the place",
    "quantity": "the figure",
    "said_on": "when it was said",
    "when": "when it is to have been so",
}

NEVER_OPEN = frozenset({"polarity"})
"""Fields whose absence is a value: what is not said to be negative is positive."""


def mistakes_of(gold: Sequence[Row], read: Sequence[Row], matched: Sequence[Pair]) -> tuple[str, ...]:
    """Return the kinds of errors, one sentence each: what is missed, what is made up, which fields differ."""
    seen = {pair.gold for pair in matched}
    used = {pair.read for pair in matched}
    articles = {row["article"] for row in gold}
    missed = [row for row in gold if row["id"] not in seen]
    extra = [row for row in read if _name(row) in articles and row["id"] not in used]
    return (
        *_missed(gold, missed, seen),
        *_extra(extra, len(used) + len(extra)),
        *_fields(gold, read, matched),
    )


def question_mistakes(
    result: Mapping[str, Any], asked: Sequence[Row], ours: Sequence[Row]
) -> tuple[str, ...]:
    """Return the kinds of errors of a weighing, one sentence each."""
    grouped, status, relations = result["bcubed"], result["status"], result["relations"]
    wanted = Counter(relation for row in asked for _, relation, _ in row.get("relations", []))
    return (
        f"Of {grouped['of']} statements that belong to a question, {grouped['of'] - grouped['statements']} "
        "were not read at all, so no question can hold them.",
        f"Of two statements that Sayso puts under one question, {_percent(1 - grouped['p'])} do not belong "
        f"together; of two that belong together, {_percent(1 - grouped['r'])} are kept apart.",
        f"Of {wanted['refutes']} contradictions between answers, {_percent(1 - relations['refutes']['r'])} "
        f"are missed; of those that Sayso names, {_percent(1 - relations['refutes']['p'])} are none.",
        f"The status is wrong or missing for {status['of'] - status['right']} of {status['of']} questions; "
        f"Sayso asks {len(ours)} questions in all.",
    )


def _name(row: Row) -> str:
    return str(row["article"]).rsplit("/", 1)[-1]


def _missed(gold: Sequence[Row], missed: Sequence[Row], seen: set[str]) -> Iterable[str]:
    if not missed:
        return
    yield f"Missed: {len(missed)} of {len(gold)} statements ({_by('type', missed, gold)})."
    found = [row for row in gold if row["id"] in seen]
    beside = sum(any(_share(row, other) for other in found) for row in missed)
    narrated = sum(row.get("attribution") == "narrator" for row in missed)
    yield (
        f"Of the missed, {beside} stand in a stretch of text from which Sayso read another statement of the "
        f"reference, {narrated} are told in the outlet's own voice, "
        f"{sum(row.get('attribution') == 'direct' for row in missed)} stand in quotation marks."
    )


def _extra(extra: Sequence[Row], read: int) -> Iterable[str]:
    if extra:
        kinds = ", ".join(f"{kind} {count}" for kind, count in _ranked(row["type"] for row in extra))
        yield (
            f"Read, but not in the reference (made up, split otherwise, or of another type): "
            f"{len(extra)} of {read} ({kinds})."
        )


def _fields(gold: Sequence[Row], read: Sequence[Row], matched: Sequence[Pair]) -> Iterable[str]:
    of_gold, of_read = ({row["id"]: row for row in rows} for rows in (gold, read))
    for slot, words in SLOT_WORDS.items():
        filled = [pair for pair in matched if slot in of_gold[pair.gold]]
        wrong = [pair for pair in filled if slot in pair.wrong]
        if wrong:
            open_ = sum(slot not in of_read[pair.read] for pair in wrong) if slot not in NEVER_OPEN else 0
            yield (
                f"{words[0].upper()}{words[1:]} (`{slot}`) is wrong in {len(wrong)} of {len(filled)} matched "
                f"statements: left open in {open_}, another value in {len(wrong) - open_}."
            )


def _by(field: str, part: Sequence[Row], whole: Sequence[Row]) -> str:
    of = Counter(row[field] for row in whole)
    return ", ".join(f"{value} {count} of {of[value]}" for value, count in _ranked(r[field] for r in part))


def _ranked(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))


def _share(one: Row, other: Row) -> bool:
    """Tell whether the evidence of one lies in the evidence of the other."""
    if one["article"] != other["article"]:
        return False
    first, second = (" ".join(str(row["evidence"]).split()) for row in (one, other))
    return first in second or second in first


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
