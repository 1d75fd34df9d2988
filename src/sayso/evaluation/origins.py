"""Copies and shared speeches found among articles, beside what is known of them.

A set is a folder ``texts`` and ``gold.jsonl``: a line a text with its `id`, `origin` (texts of one origin
are copies, however reworded), `speech` (texts of one speech quote it), and `split`: which groups were
looked at in tuning.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.articles import articles_of
from sayso.evaluation.gold import rows_in
from sayso.evaluation.interface import Measured
from sayso.model.article import Article
from sayso.model.errors import NotFound
from sayso.sources import FetchOptions, collect
from sayso.weighing.lineage.comparing import ties
from sayso.weighing.lineage.forest import groups
from sayso.weighing.links import Link, Union
from sayso.weighing.origins import SPEECH

SPLITS = ("tune", "unseen")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text: whose copy it is, which speech it quotes, and which half it is of."""

    origin: str
    speech: str | None
    kind: str
    split: str
    group: str


def measure_origins(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    """Compare the articles of a set and score what ties them, pair by pair; raises NotFound."""
    if not (folder / "gold.jsonl").is_file():
        raise NotFound(f"no reference of origins in {folder}: gold.jsonl is not there")
    known = {str(row["id"]): _known(row) for row in rows_in(folder / "gold.jsonl")}
    articles = {
        key: one for one in _articles(folder / "texts") if (key := one.name.removesuffix(".txt")) in known
    }
    found = ties(articles.values())
    copied = groups(one for one in found if one.kind not in SPEECH)
    spoken = _spoken(found)
    scores: dict[str, float] = {"texts": len(articles), "groups": len({one.group for one in known.values()})}
    errors: list[str] = []
    for split in SPLITS:
        mine = {key: article.id for key, article in articles.items() if known[key].split == split}
        scores |= {f"{split}.{name}": value for name, value in _scores(mine, known, copied, spoken).items()}
        errors += _errors(mine, known, copied, spoken, split)
    return Measured(scores, f"{len(articles)} texts in {scores['groups']:.0f} groups", tuple(errors))


def _known(row: Mapping[str, object]) -> Known:
    speech = row.get("speech")
    group = str(row["id"]).split("/")[0]
    return Known(
        str(row["origin"]), str(speech) if speech else None, str(row["kind"]), str(row["split"]), group
    )


def _articles(folder: Path) -> Iterable[Article]:
    for fetched in collect([str(folder)], FetchOptions()):
        if not hasattr(fetched, "capture"):
            continue
        for article in articles_of(fetched):  # type: ignore[arg-type]
            if isinstance(article, Article):
                yield article


def _spoken(found: Iterable[Link]) -> set[tuple[str, str]]:
    """Return the pairs of articles that quote one speech: tied as such, or each with a third by the same
    speaker.
    """
    union = Union()
    all_of: dict[str, set[str]] = defaultdict(set)
    pairs: set[tuple[str, str]] = set()
    for one in found:
        if one.kind in SPEECH:
            pairs.add(one.pair)
            if one.through:
                union.join(f"{one.left}|{one.through}", f"{one.right}|{one.through}")
                all_of[one.through] |= set(one.pair)
    for speaker, articles in all_of.items():
        for pair in itertools.combinations(sorted(articles), 2):
            if len({union.root(f"{key}|{speaker}") for key in pair}) == 1:
                pairs.add(pair)
    return pairs


def _verdicts(
    mine: Mapping[str, str],
    known: Mapping[str, Known],
    copied: Mapping[str, str],
    spoken: set[tuple[str, str]],
) -> Iterable[tuple[str, str, str, str]]:
    """Yield every pair of texts with what it is and what was found: copies, speech, or apart."""
    for a, b in itertools.combinations(sorted(mine), 2):
        one, other = known[a], known[b]
        first, second = sorted((mine[a], mine[b]))
        is_speech = one.speech is not None and one.speech == other.speech
        true = "copies" if one.origin == other.origin else "speech" if is_speech else "apart"
        same = first in copied and copied[first] == copied.get(second)
        yield a, b, true, "copies" if same else "speech" if (first, second) in spoken else "apart"


def _scores(
    mine: Mapping[str, str],
    known: Mapping[str, Known],
    copied: Mapping[str, str],
    spoken: set[tuple[str, str]],
) -> dict[str, float]:
    counts = Counter((true, found) for _, _, true, found in _verdicts(mine, known, copied, spoken))
    scores: dict[str, float] = {}
    for kind in ("copies", "speech"):
        right = counts[kind, kind]
        ours = sum(n for (_, found), n in counts.items() if found == kind)
        theirs = sum(n for (true, _), n in counts.items() if true == kind)
        scores |= {
            f"{kind}.pairs": theirs,
            f"{kind}.p": right / ours if ours else 0.0,
            f"{kind}.r": right / theirs if theirs else 0.0,
            f"{kind}.f1": 2 * right / (ours + theirs) if ours + theirs else 0.0,
        }
    scores["independent.pairs"] = sum(n for (true, _), n in counts.items() if true == "apart")
    scores["independent.joined"] = counts["apart", "copies"] + counts["apart", "speech"]
    return scores


def _errors(
    mine: Mapping[str, str],
    known: Mapping[str, Known],
    copied: Mapping[str, str],
    spoken: set[tuple[str, str]],
    split: str,
) -> list[str]:
    wrong: Counter[tuple[str, str, str]] = Counter()
    for a, b, true, found in _verdicts(mine, known, copied, spoken):
        if true != found:
            kinds = " and ".join(sorted({known[a].kind, known[b].kind}))
            wrong[kinds, true, found] += 1
    return [
        f"{split}: of the pairs of {kinds}, {n} {'is' if n == 1 else 'are'} taken for {found}, "
        f"and should be {true}."
        for (kinds, true, found), n in sorted(wrong.items())
    ]
