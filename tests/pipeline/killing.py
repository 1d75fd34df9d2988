"""A ledger whose writer is killed at random moments of reading, weighing and judging.

    PYTHONPATH=tests python -m pipeline.killing 1000

A child process reads, weighs and judges, and says after each act that it is done; it is killed without a
warning. What it said must be there, once, and everything must hold; the next goes on in the same
ledger.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger.children import child
from pipeline.readers import FirstWords
from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter
from sayso.model.capture import Fetched
from sayso.model.judgement import Judgement
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.progress import Progress
from sayso.pipeline.read import take_in
from sayso.pipeline.weigh import weigh_ledger
from sayso.sources.kind import make_fetched

STORY = (
    "Rebels seize the mill at {place}\n\nThe commander of the eastern brigade said on Monday that his men "
    "had taken the mill at {place} after a day of heavy fighting along the river.\n"
)
ARTICLES = 24
AT_ONCE = 3
LONGEST = 0.25
"""Seconds after which a child is killed at the latest."""


@dataclass(slots=True)
class Toll:
    """What many killings came to."""

    moments: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    broken: int = 0


def kill_at_moments(moments: int, folder: Path, seed: int = 7) -> Toll:
    """Kill as often as asked, a ledger after the other; AssertionError where one comes out wrong."""
    chance = random.Random(seed)
    toll = Toll()
    whole = _whole(folder / "whole.db")
    number = 0
    while toll.moments < moments:
        path = folder / f"{number}.db"
        number += 1
        for _ in range(min(6, moments - toll.moments)):
            _kill(path, chance, toll)
        _work(path, lambda line: None)
        assert _outcome(path) == whole, f"{path}: what was interrupted came to something else"
    return toll


def _kill(path: Path, chance: random.Random, toll: Toll) -> None:
    with child(lambda tell: _work(path, tell)) as other:
        heard = [other.line() for _ in range(chance.choice([0, 1, 1, 2, 4, 8, 12]))]
        time.sleep(chance.uniform(0, LONGEST) * chance.random())
        other.kill()
        said = {line for line in [*heard, *other.rest()] if line}
    told = [line.split(" ", 1) for line in said]
    assert {kind for kind, _ in told} <= {"article", "judgement", "weighed"}, said
    with open_writer(path) as writer:
        articles = [article.name for article in writer.articles()]
        judged = [judgement.id for judgement in writer.judgements()]
        statements = [statement.id for statement in writer.statements()]
        broken = writer.verify()
    there = {"article": set(articles), "judgement": set(judged), "weighed": {"all"}}
    toll.moments += 1
    toll.acknowledged += len(told)
    toll.lost += sum(name not in there[kind] for kind, name in told)
    toll.doubled += sum(len(found) - len(set(found)) for found in (articles, judged, statements))
    toll.broken += len(broken)


def _work(path: Path, tell: Callable[[str], None]) -> None:
    """Read all articles, some at a time, weigh and judge; what is there already is passed over."""
    with open_writer(path) as writer:
        for first in range(0, ARTICLES, AT_ONCE):
            last = ""

            def committed(at: Progress) -> None:
                nonlocal last
                # Told of the next article, or of weighing: the one before is in the ledger.
                if last:
                    tell(f"article {last}")
                last = at.item

            engine = InlineEngine(FirstWords(), Profile())
            take_in(writer, _captures(first), engine, Profile(), committed)
            tell("weighed all")
            judgement = _judgement(writer, first)
            writer.judge(judgement)
            tell(f"judgement {judgement.id}")


def _captures(first: int) -> Iterator[Fetched]:
    for number in range(first, first + AT_ONCE):
        text = STORY.format(place=f"Ford {number}")
        name = f"{number:02}.txt"
        yield make_fetched(text.encode(), name=name, location=name, media="text/plain")


def _judgement(writer: LedgerWriter, first: int) -> Judgement:
    article = writer.article(f"{first:02}.txt")
    bare = Judgement(
        "", "article", article.id, "note", "Ada Orrin", "2031-03-04T08:00:00+00:00", f"seen {first}"
    )
    return bare.identified()


def _whole(path: Path) -> object:
    _work(path, lambda line: None)
    return _outcome(path)


def _outcome(path: Path) -> object:
    with open_writer(path) as writer:
        weigh_ledger(writer, Profile())
        # Weighing all anew changes nothing: no part of a weighing was lost.
        assert not weigh_ledger(writer, Profile(), whole=True), path
        assert writer.verify() == []
        return (
            [a.id for a in writer.articles()], [s.id for s in writer.statements()], list(writer.claims()),
            list(writer.questions()), list(writer.lineages()), sorted(j.id for j in writer.judgements()),
        )  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        print(kill_at_moments(int(sys.argv[1]), Path(made)))
