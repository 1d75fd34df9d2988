"""What a measurement is, and what a stage promises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Standing = Literal["tuned", "yardstick", "own", "apart", "unseen"]
"""How far a set was known while the rules were written.

tuned = the rules were written against these very texts; yardstick = scores were looked at on the way,
and some kinds of errors with them; own = we wrote the texts ourselves; apart = trained on other parts of
the same set, only scored here; unseen = our own corpus's test part: conflicts that nobody looked at while
rules were written, and that no network learned from.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores by flat name, how large the set was, and the kinds of errors in our own words.

    Scores are shares from 0 to 1, or whole counts.  `errors` never quote a text of the set.
    """

    scores: Mapping[str, float]
    size: str
    errors: tuple[str, ...] = ()


Run = Callable[[Path, Path], Measured]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of reading (or the whole of it) beside the set that it is measured on.

    `folder` is where the set lies, from the shared folder on; None where it comes with Sayso: then `home`
    says whether it is the demo or the corpus.  `headline` are the scores to be shown first.  `run` takes the
    set's folder and the shared folder (the scorer of statements lies there).
    """

    name: str
    title: str
    measures: str
    data: str
    folder: str | None
    standing: Standing
    headline: tuple[str, ...]
    run: Run = field(compare=False)
    home: Literal["demo", "corpus"] = "demo"
