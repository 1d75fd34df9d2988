"""What a run needs made ready: the gazetteer, the reader, the engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.engines.pool import PoolEngine
from sayso.pipeline.engines.step import Engine
from sayso.pipeline.engines.worker import Recipe
from sayso.pipeline.progress import Progress, Report, silent
from sayso.places.gazetteer import Gazetteer, load_gazetteer
from sayso.reading.reader import Reader

# Each of these imports its reader when it is asked for, so that a run loads one.


def _rules(profile: Profile, gazetteer: Gazetteer) -> Reader:
    from sayso.reading.rules import RuleReader

    return RuleReader(profile, gazetteer)


def _learned(profile: Profile, gazetteer: Gazetteer) -> Reader:
    from sayso.reading.learned.reader import LearnedReader

    return LearnedReader(profile, gazetteer)


def _both(profile: Profile, gazetteer: Gazetteer) -> Reader:
    from sayso.reading.both import BothReader

    return BothReader(profile, gazetteer)


READERS: Mapping[str, Callable[[Profile, Gazetteer], Reader]] = MappingProxyType(
    {"rules": _rules, "learned": _learned, "both": _both}
)
"""The readers of English by name."""
DEFAULT_READER = "rules"


def ready_reader(profile: Profile, progress: Report = silent, name: str = DEFAULT_READER) -> Reader:
    """Return the reader of that name, with the profile's own places in its gazetteer.

    The first call on a machine compiles the gazetteer into the user's cache folder. Raises UsageError where
    there is no such reader.
    """
    if name not in READERS:
        raise UsageError(f"no reader {name!r}: there are {', '.join(READERS)}")

    def step(done: int, total: int) -> None:
        progress(Progress("compiling the gazetteer", "", done, total))

    return READERS[name](profile, load_gazetteer(profile.places, step))


ENGINES = ("pool", "ray")
"""Who reads: processes of this machine (one of them is this one alone), or a Ray cluster."""


def ready_engine(
    profile: Profile,
    progress: Report,
    name: str,
    ledger: Path,
    workers: int | None = None,
    kind: str = "pool",
) -> Engine:
    """Return an engine with the reader of that name, for the ledger at that path.

    `workers` is how many processes read; None takes as many as there are processors. Raises UsageError where
    there is no such reader or engine, or fewer than one worker.
    """
    if kind not in ENGINES:
        raise UsageError(f"no engine {kind!r}: there are {', '.join(ENGINES)}")
    if workers is not None and workers < 1:
        raise UsageError("at least one worker has to read")
    many = workers or _processors()
    if many == 1 and kind == "pool":
        return InlineEngine(ready_reader(profile, progress, name), profile)
    recipe = Recipe(partial(_reader_named, name), profile, ledger)
    if kind == "ray":
        from sayso.pipeline.engines.ray import RayEngine

        return RayEngine(recipe, workers)
    # The first reader is made here: it compiles the gazetteer, which the other processes then find.
    return PoolEngine(InlineEngine(ready_reader(profile, progress, name), profile), recipe, many)


def _processors() -> int:
    """Return how many processors this process may use (fewer than there are, in a container)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _reader_named(name: str, profile: Profile) -> Reader:
    return ready_reader(profile, silent, name)
