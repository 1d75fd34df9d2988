"""Figures with their bounds, against those of the statements in the project's own corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.evaluation.corpus import UNREAD, Labelled, labelled, parts_there
from sayso.evaluation.interface import Measured
from sayso.evaluation.rates import share
from sayso.model.analysis import Quantity
from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.quantities import find_quantities
from sayso.reading.sentences import split_sentences

SPLITS = ("test",)
_AROUND = 0.1
"""The guide's reading of "about": bounds that differ by no more than this share are the same."""
_EXACT = 0.01


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure of the corpus: its words, and its value, bounds and unit as the guide writes them."""

    span: Span
    figure: Mapping[str, Any]


def measure_quantities(folder: Path, shared: Path) -> Measured:
    """Score the figures of statements whose words are marked; raises NotFound.

    `bounds`: value and bounds are right, by the rule of the guide's scorer, of all; `found`: Sayso reads a
    figure in these words, of all; `unit`: the unit is the guide's, too, of those with right bounds.
    """
    counts: Counter[str] = Counter()
    for part in parts_there(shared):
        for document in labelled(folder, part, SPLITS, shared):
            counts["documents"] += 1
            counts += _compared(document)
    scores = {
        "bounds": share(counts["right"], counts["gold"]),
        "bounds.exact": share(counts["right exact"], counts["exact"]),
        "bounds.open": share(counts["right open"], counts["open"]),
        "found": share(counts["found"], counts["gold"]),
        "unit": share(counts["unit"], counts["right"]),
    }
    missing = () if len(parts_there(shared)) > 1 else (UNREAD,)
    size = f"{counts['documents']} texts, {counts['gold']} figures, {counts['open']} of them bounds only"
    return Measured(scores, size, (*_errors(counts), *missing))


def wanted_in(document: Labelled) -> Iterator[Wanted]:
    """Yield the figures of a text, each once, that its labels give words for."""
    seen: set[Span] = set()
    for row in document.row["statements"]:
        key = str(row["id"]).rsplit("/", 1)[-1]
        spans = document.spans("statements", "statement", key).get("quantity", [])
        if row.get("quantity") and len(spans) == 1 and spans[0] not in seen:
            seen.add(spans[0])
            yield Wanted(spans[0], row["quantity"])


def read_in(document: Labelled) -> tuple[Quantity, ...]:
    """Return the figures that Sayso reads in a text, every line of it a paragraph."""
    blocks, start = [], 0
    for line in document.text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), "paragraph"))
        start += len(line) + 1
    sentences, tokens = split_sentences(document.text, tuple(blocks))
    return find_quantities(document.text, sentences, tokens)


def _compared(document: Labelled) -> Counter[str]:
    counts: Counter[str] = Counter()
    read = read_in(document)
    for wanted in wanted_in(document):
        kind = "open" if wanted.figure.get("value") is None else "exact"
        counts["gold"] += 1
        counts[kind] += 1
        near = [one for one in read if one.span.overlaps(wanted.span)]
        counts["found"] += bool(near)
        right = [one for one in near if same_bounds(wanted.figure, one)]
        if right:
            counts["right"] += 1
            counts[f"right {kind}"] += 1
            counts["unit"] += any(one.unit == wanted.figure["unit"] for one in right)
    return counts


def same_bounds(gold: Mapping[str, Any], read: Quantity) -> bool:
    """Tell whether value and bounds agree, as the guide's scorer compares them, whatever the unit."""
    value = gold.get("value")
    if value is not None and read.value is not None:
        return bool(abs(value - read.value) <= _EXACT * max(abs(value), 1e-9))
    ours = _ends(read.value, read.low, read.high)
    theirs = _ends(value, gold.get("low"), gold.get("high"))
    return all(_near(a, b) for a, b in zip(theirs, ours, strict=True))


def _ends(value: float | None, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    if value is None:
        return low, high
    return (
        value * (1 - _AROUND) if low is None else low,
        value * (1 + _AROUND) if high is None else high,
    )


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _AROUND * max(abs(a), abs(b))


def _errors(counts: Mapping[str, int]) -> Iterator[str]:
    wrong = counts["found"] - counts["right"]
    yield (
        f"In the words of {counts['gold'] - counts['found']} of {counts['gold']} figures Sayso reads none, "
        f"in those of {wrong} it reads another value or other bounds."
    )
    other = counts["right"] - counts["unit"]
    yield f"Of {counts['right']} with right bounds {other} have another unit than the guide's."
