"""The stages of reading on sets of others and on the project's own corpus, for each reader that has them."""

from __future__ import annotations

from pathlib import Path

from sayso.evaluation.interface import Measured, Run, Stage

_MEANTIME = "NewsReader MEANTIME: the opening sentences of 120 Wikinews articles"
_CORPUS = "the test part of the project's corpus: conflicts that no rule and no network has seen"

# Each of these imports what it measures when it is run, so that asking for one stage loads one.


def _mentions(reader: str) -> Run:
    def run(folder: Path, shared: Path) -> Measured:
        from sayso.evaluation.mentions import measure_mentions

        return measure_mentions(folder, shared, reader)

    return run


def _times(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.timexes import measure_times

    return measure_times(folder, shared)


def _quantities(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.quantities import measure_quantities

    return measure_quantities(folder, shared)


def _factuality(reader: str) -> Run:
    def run(folder: Path, shared: Path) -> Measured:
        from sayso.evaluation.factuality import measure_factuality

        return measure_factuality(folder, shared, reader)

    return run


def _claimers(reader: str) -> Run:
    def run(folder: Path, shared: Path) -> Measured:
        from sayso.evaluation.claimers import measure_claimers

        return measure_claimers(folder, shared, reader)

    return run


def _corpus_statements(reader: str) -> Run:
    def run(folder: Path, shared: Path) -> Measured:
        from sayso.evaluation.corpus_statements import measure_corpus_statements

        return measure_corpus_statements(folder, shared, reader)

    return run


_BY = {
    "rules": ("", ""),
    "learned": ("learned-", ", by the learned reader"),
    "both": ("both-", ", by both readers together"),
}
"""What stands before a stage's name and behind its title, by reader."""


def _stages_of(reader: str) -> tuple[Stage, ...]:
    prefix, by = _BY[reader]
    return (
        Stage(
            f"{prefix}mentions",
            f"Names of people, bodies and places{by}",
            "Names found with the same words and as the same of person, organisation, place.",
            "Universal NER's labels on the test part of the English Web Treebank",
            "data/uner-english-ewt",
            "yardstick",
            ("all.p", "all.r", "all.f1", "per.f1", "org.f1", "loc.f1"),
            _mentions(reader),
        ),
        Stage(
            f"{prefix}claimers",
            f"Claimers: who is meant by whoever speaks{by}",
            "Of the reports of speech, how many are found and given to a name of the right claimer; and of "
            "those whose claimer is named in another sentence only.",
            _CORPUS,
            None,
            "unseen",
            ("resolved", "outside", "found", "named.p"),
            _claimers(reader),
            "corpus",
        ),
        Stage(
            f"{prefix}factuality",
            f"Factuality: how sure, and whether denied{by}",
            "Whether an event is told as certain or only as likely or possible; and whether it is denied.",
            _MEANTIME,
            "data/meantime-english",
            "yardstick",
            ("certainty", "unsure.f1", "polarity", "negative.f1"),
            _factuality(reader),
        ),
    )


def _whole_readings() -> tuple[Stage, ...]:
    return tuple(
        Stage(
            f"{prefix}corpus-statements",
            f"Statements of unseen conflicts{by}",
            "The same as for statements, on the texts written for the corpus and on releases and Wikinews "
            "articles of others.",
            _CORPUS,
            None,
            "unseen",
            ("written.found.f1", "written.typed.f1", "written.full.f1", "real.found.f1", "real.typed.f1",
             "real.full.f1"),
            _corpus_statements(reader),
            "corpus",
        )
        for reader, (prefix, by) in _BY.items()
    )  # fmt: skip


READING: tuple[Stage, ...] = (
    Stage(
        "times",
        "Times: which words, which days",
        "F1 of the words of times, and the share of those found that mean the right days.",
        _MEANTIME,
        "data/meantime-english",
        "yardstick",
        ("span.p", "span.r", "span.f1", "overlap.f1", "value", "value.f1"),
        _times,
    ),
    Stage(
        "quantities",
        "Figures with their bounds",
        "The share of the figures of statements whose value and bounds come out as the guide has them.",
        _CORPUS,
        None,
        "unseen",
        ("bounds", "bounds.exact", "bounds.open", "found", "unit"),
        _quantities,
        "corpus",
    ),
    *_stages_of("rules"),
    *_stages_of("learned"),
    *_whole_readings(),
)
"""In the order of the quality page."""
