"""The stages of weighing that compare whole articles."""

from __future__ import annotations

from pathlib import Path

from sayso.evaluation.interface import Measured, Stage

# Each of these imports what it measures when it is run, so that asking for one stage loads one.


def _origins(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.origins import measure_origins

    own = folder / "origins"
    return measure_origins(own if own.is_dir() else folder, shared)


def _stories(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.stories import measure_stories

    return measure_stories(folder, shared)


WEIGHING = (
    Stage(
        "origins",
        "Origins: copies and shared speeches",
        "Which pairs of articles carry one text, edited, cut, reworded or translated back; which quote one "
        "speech; and how many pairs of independent reports are joined by mistake. Half of the groups "
        "(`unseen`) were not looked at while thresholds were chosen.",
        "a hundred invented texts in twelve groups, each on one event",
        None,
        "own",
        ("tune.copies.f1", "tune.speech.f1", "tune.independent.joined", "unseen.copies.f1",
         "unseen.speech.f1", "unseen.independent.joined", "unseen.independent.pairs"),
        _origins,
        "corpus",
    ),
    Stage(
        "stories",
        "Stories: articles on one event",
        "Which articles are grouped as telling of one event, in B-cubed, with one setting for all. It was "
        "chosen on the stories with an odd number; those with an even one were only scored.",
        "ECB+: news in pairs of like events",
        "data/story-clusters-dev",
        "yardstick",
        ("bcubed.p", "bcubed.r", "bcubed.f1", "odd.bcubed.f1", "even.bcubed.f1"),
        _stories,
    ),
)  # fmt: skip
"""In the order of the quality page."""
