"""What a run needs made ready: the gazetteer, the reader."""

from __future__ import annotations

from sayso.model.profile import Profile
from sayso.pipeline.progress import Progress, Report, silent
from sayso.places.gazetteer import load_gazetteer
from sayso.reading.reader import Reader


def ready_reader(profile: Profile, progress: Report = silent) -> Reader:
    """Return the English reader by rule, with the profile's own places in its gazetteer.

    The first call on a machine compiles the gazetteer into the user's cache folder.
    """
    from sayso.reading.rules import RuleReader

    def step(done: int, total: int) -> None:
        progress(Progress("compiling the gazetteer", "", done, total))

    return RuleReader(profile, load_gazetteer(profile.places, step))
