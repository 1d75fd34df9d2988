"""The stages of weighing: questions, origins, stories."""

from __future__ import annotations

from pathlib import Path

from sayso.evaluation.interface import Measured, Stage

# Each of these imports what it measures when it is run, so that asking for one stage loads one.


def _questions(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_questions

    return measure_questions(folder, shared)


def _weighing(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_weighing

    return measure_weighing(folder, shared)


def _weighing_corpus(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.overlapping import measure_corpus_weighing

    return measure_corpus_weighing(folder, shared)


def _origins(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.origins import measure_origins

    own = folder / "origins"
    return measure_origins(own if own.is_dir() else folder, shared)


def _stories(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.stories import measure_stories

    return measure_stories(folder, shared)


WEIGHING = (
    Stage(
        "questions",
        "Questions, reading errors included",
        "Which statements stand under one question, which answers contradict or support each other, and "
        "how each question stands.",
        "the questions of the same four articles",
        "gold",
        "tuned",
        ("bcubed.f1", "relations.refutes.f1", "relations.supports.f1", "status.right", "status.of"),
        _questions,
    ),
    Stage(
        "weighing",
        "Questions, weighing alone",
        "The same, with the reference statements imported in the place of what Sayso reads.",
        "the statements and questions of the same four articles",
        "gold",
        "tuned",
        ("bcubed.f1", "relations.refutes.f1", "relations.supports.f1", "status.right", "status.of"),
        _weighing,
    ),
    Stage(
        "weighing-corpus",
        "Questions of invented conflicts, weighing alone",
        "The same on questions of the project's corpus: means over conflicts, sums of statuses. Rules were "
        "looked over on three of them; `sool-front` was kept apart.",
        "four conflicts of the project's corpus of attributed claims",
        None,
        "own",
        ("bcubed.f1", "relations.refutes.f1", "relations.supports.f1", "status.right", "status.of"),
        _weighing_corpus,
        "corpus",
    ),
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
