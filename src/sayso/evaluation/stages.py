"""All stages that are measured. A new one is one entry here and the file that it names."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from sayso.evaluation.interface import Measured, Stage
from sayso.evaluation.reading_stages import READING
from sayso.evaluation.weighing_stages import WEIGHING
from sayso.model.errors import NotFound, UsageError

# Each of these imports what it measures when it is run, so that asking for one stage loads one.


def _statements(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_statements

    return measure_statements(folder, shared)


def _learned_statements(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_statements

    return measure_statements(folder, shared, "learned")


def _both_statements(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_statements

    return measure_statements(folder, shared, "both")


def _learned_demo(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_demo

    return measure_demo(folder, shared, "learned")


def _learned_attribution(folder: Path, shared: Path) -> Measured:
    return _attribution(folder, shared, "learned")


def _demo(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.statements import measure_demo

    return measure_demo(folder, shared)


def _attribution(folder: Path, shared: Path, reader: str = "rules") -> Measured:  # noqa: ARG001 - asked alike
    from sayso.evaluation.attribution import ROLES, score_attribution

    scores = score_attribution(folder, reader)
    readings = len(list((folder / "attributions").glob("*.ann")))
    missed, none = ({r: 100 - 100 * scores[f"{r}.{what}"] for r in ROLES} for what in ("recall", "precision"))
    errors = (
        f"Of the words that belong to a {role}, {missed[role]:.0f} % are missed; of those that Sayso takes "
        f"for one, {none[role]:.0f} % are none."
        for role in ROLES
    )
    return Measured(
        scores, f"{readings} annotated readings of {_files(folder / 'text')} articles", tuple(errors)
    )


def _recognizers(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    from sayso.evaluation.recognizers import left_out, score_recognizers

    scores = score_recognizers(folder)
    cases = sum(value for name, value in scores.items() if name.endswith(".cases"))
    return Measured(scores, f"{cases:.0f} cases that apply", left_out(folder))


def _places(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.places import measure_places

    return measure_places(folder, shared)


def _tags(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.tags import measure_tags

    return measure_tags(folder, shared)


def _trees(folder: Path, shared: Path) -> Measured:
    from sayso.evaluation.trees import measure_trees

    return measure_trees(folder, shared)


def _files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.iterdir()) if folder.is_dir() else 0


_STAGES = (
    Stage(
        "statements",
        "Statements, from the article to the ledger",
        "Which of the statements that a careful reader finds are found, get the right type, and have "
        "claimer, actor, place and figure all right.",
        "four articles of July and August 2021 on Afghanistan",
        "gold",
        "tuned",
        ("found.p", "found.r", "found.f1", "typed.p", "typed.r", "typed.f1", "full.p", "full.r", "full.f1"),
        _statements,
    ),
    Stage(
        "demo",
        "Statements of the demo",
        "The same as for statements; and how many are read into an article on football that holds none.",
        "eight of the invented articles that come with Sayso",
        None,
        "own",
        ("found.f1", "typed.f1", "full.p", "full.r", "full.f1", "football.statements"),
        _demo,
    ),
    Stage(
        "attribution",
        "Attributions: who, by which words, says what",
        "Word by word, what belongs to a source, to the words that attribute, to what is attributed.",
        "PolNeAR (dev): US political news of 2016",
        "data/polnear-dev",
        "yardstick",
        ("source.f1", "cue.f1", "content.f1"),
        _attribution,
    ),
    Stage(
        "places",
        "Places: names found and put on the map",
        "F1 of the place names found, and the share of those found that are put within 161 km.",
        "LGL (local news of the USA and others) and GeoVirus (Wikinews on epidemics)",
        "data/geoparsing-dev",
        "yardstick",
        ("lgl.exact.f1", "lgl.overlap.f1", "lgl.within_161km", "geovirus.exact.f1", "geovirus.overlap.f1",
         "geovirus.within_161km"),
        _places,
    ),
    Stage(
        "recognizers",
        "Numbers and dates",
        "The share of test cases whose figures or dates, with their bounds, come out as the case says "
        "(`values`), and whose words are the same stretch of text (`spans`). Cases made for talking to an "
        "assistant are left out by kind and counted.",
        "the specifications of Microsoft Recognizers-Text",
        "data/recognizers-specs",
        "yardstick",
        ("number.values", "percent.values", "range.values", "date.values", "period.values",
         "date-time.values", "dimension.values"),
        _recognizers,
    ),
    Stage(
        "tagger",
        "Words and tags",
        "The cut of raw text into words, and the share of right part-of-speech tags.",
        "the test parts of UD English EWT and of the free documents of UD English GUM",
        "data",
        "apart",
        ("ewt.tags", "ewt.words", "gum.tags", "gum.words"),
        _tags,
    ),
    Stage(
        "parser",
        "Trees",
        "The share of words under the right head, and of those under the right head and relation.",
        "the test parts of UD English EWT and of the free documents of UD English GUM",
        "data",
        "apart",
        ("ewt.uas", "ewt.las", "gum.uas", "gum.las"),
        _trees,
    ),
    Stage(
        "learned-statements",
        "Statements, by the learned reader",
        "The same as for statements, read with `--reader learned`, which learned from the project's corpus, "
        "and not from these articles.",
        "four articles of July and August 2021 on Afghanistan",
        "gold",
        "yardstick",
        ("found.p", "found.r", "found.f1", "typed.p", "typed.r", "typed.f1", "full.p", "full.r", "full.f1"),
        _learned_statements,
    ),
    Stage(
        "both-statements",
        "Statements, by both readers together",
        "The same as for statements, read with `--reader both`: what the networks find counts, and of what "
        "rules find that which the networks find faintly, or whose actor and place are known.",
        "four articles of July and August 2021 on Afghanistan",
        "gold",
        "tuned",
        ("found.p", "found.r", "found.f1", "typed.p", "typed.r", "typed.f1", "full.p", "full.r", "full.f1"),
        _both_statements,
    ),
    Stage(
        "learned-demo",
        "Statements of the demo, by the learned reader",
        "The same as for the demo, read with `--reader learned`.",
        "eight of the invented articles that come with Sayso",
        None,
        "own",
        ("found.f1", "typed.f1", "full.p", "full.r", "full.f1", "football.statements"),
        _learned_demo,
    ),
    Stage(
        "learned-attribution",
        "Attributions, by the learned reader",
        "The same as for attributions, by the networks that `--reader learned` uses.",
        "PolNeAR (dev): US political news of 2016",
        "data/polnear-dev",
        "yardstick",
        ("source.f1", "cue.f1", "content.f1"),
        _learned_attribution,
    ),
    *WEIGHING,
    *READING,
)  # fmt: skip

STAGES: Mapping[str, Stage] = MappingProxyType({stage.name: stage for stage in _STAGES})
"""The stages by name, in the order of the quality page."""


def evaluate(stage: str, folder: Path | None, shared: Path) -> dict[str, float]:
    """Return the scores of one stage by flat name, measured on `folder` or on its own set in `shared`.

    Raises:
        UsageError: there is no such stage; the text names those that are.
        NotFound: the set is not there.
    """
    return dict(measure(stage, folder, shared).scores)


def measure(stage: str, folder: Path | None, shared: Path) -> Measured:
    """Return scores, size and kinds of errors of one stage; raises as `evaluate`."""
    if stage not in STAGES:
        raise UsageError(f"no stage {stage!r}: there are {', '.join(STAGES)}")
    asked = STAGES[stage]
    place = folder or _own_folder(asked, shared)
    if not place.is_dir():
        raise NotFound(f"the reference data of {stage!r} is not there: {place}")
    return asked.run(place, shared)


def _own_folder(stage: Stage, shared: Path) -> Path:
    if stage.folder is not None:
        return shared / stage.folder
    if stage.home == "corpus":
        from sayso.evaluation.corpus import corpus_folder

        return corpus_folder()
    # The set that comes with Sayso lies beside the code in every installation that pip makes.
    return Path(str(resources.files("sayso"))) / "demo"
