"""What a run needs made ready: the gazetteer, the reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sayso.model.errors import UsageError
from sayso.model.profile import Profile
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
