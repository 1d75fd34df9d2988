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


Options = Mapping[str, str | None]
"""What a caller wishes of one reader, by name; a reader takes what it knows."""


def _rules(profile: Profile, gazetteer: Gazetteer, options: Options) -> Reader:  # noqa: ARG001 - asked alike
    from sayso.reading.rules import RuleReader

    return RuleReader(profile, gazetteer)


def _learned(profile: Profile, gazetteer: Gazetteer, options: Options) -> Reader:  # noqa: ARG001 - asked alike
    from sayso.reading.learned.reader import LearnedReader

    return LearnedReader(profile, gazetteer)


def _both(profile: Profile, gazetteer: Gazetteer, options: Options) -> Reader:  # noqa: ARG001 - asked alike
    from sayso.reading.both import BothReader

    return BothReader(profile, gazetteer)


def _llm(profile: Profile, gazetteer: Gazetteer, options: Options) -> Reader:
    from sayso.reading.llm.reader import LlmReader
    from sayso.reading.llm.settings import settings_of

    return LlmReader(profile, gazetteer, settings_of(options, os.environ))


READERS: Mapping[str, Callable[[Profile, Gazetteer, Options], Reader]] = MappingProxyType(
    {"rules": _rules, "learned": _learned, "both": _both, "llm": _llm}
)
"""The readers of English by name."""
DEFAULT_READER = "rules"
ASKING = frozenset({"llm"})
"""The readers that ask a server."""


def ready_reader(
    profile: Profile,
    progress: Report = silent,
    name: str = DEFAULT_READER,
    options: Options = MappingProxyType({}),
) -> Reader:
    """Return the reader of that name, with the profile's own places in its gazetteer.

    The first call on a machine compiles the gazetteer into the user's cache folder. Raises UsageError where
    there is no such reader, or where it cannot be made ready as `options` (and the environment) say.
    """
    if name not in READERS:
        raise UsageError(f"no reader {name!r}: there are {', '.join(READERS)}")

    def step(done: int, total: int) -> None:
        progress(Progress("compiling the gazetteer", "", done, total))

    return READERS[name](profile, load_gazetteer(profile.places, step), options)


ENGINES = ("pool", "ray")
"""Who reads: processes of this machine (one of them is this one alone), or a Ray cluster."""


def ready_engine(
    profile: Profile,
    progress: Report,
    name: str,
    ledger: Path,
    workers: int | None = None,
    kind: str = "pool",
    options: Options = MappingProxyType({}),
) -> Engine:
    """Return an engine with the reader of that name, for the ledger at that path.

    `workers` is how many processes read; None takes as many as there are processors. A reader that asks a
    server reads in this process, which mostly waits. Raises UsageError where there is no such reader or
    engine, or fewer than one worker.
    """
    if kind not in ENGINES:
        raise UsageError(f"no engine {kind!r}: there are {', '.join(ENGINES)}")
    if workers is not None and workers < 1:
        raise UsageError("at least one worker has to read")
    many = workers or _processors()
    if kind == "pool" and (many == 1 or name in ASKING):
        return InlineEngine(ready_reader(profile, progress, name, options), profile)
    recipe = Recipe(partial(_reader_named, name, dict(options)), profile, ledger)
    if kind == "ray":
        from sayso.pipeline.engines.ray import RayEngine

        return RayEngine(recipe, workers)
    # The first reader is made here: it compiles the gazetteer, which the other processes then find.
    return PoolEngine(InlineEngine(ready_reader(profile, progress, name, options), profile), recipe, many)


def _processors() -> int:
    """Return how many processors this process may use (fewer than there are, in a container)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _reader_named(name: str, options: Options, profile: Profile) -> Reader:
    return ready_reader(profile, silent, name, options)
