"""Stories beside a set of texts of which is known what event each tells of: B-cubed, and how fast."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

from sayso.evaluation.interface import Measured
from sayso.model.article import Article, Block
from sayso.model.errors import NotFound
from sayso.model.span import Span
from sayso.weighing.stories.grouping import stories_of

SET = "ecbplus.jsonl.gz"


def measure_stories(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    """Group the texts and score the groups, for all stories, those with an odd number, and the others."""
    if not (folder / SET).is_file():
        raise NotFound(f"no texts grouped into stories in {folder}: {SET} is not there")
    with gzip.open(folder / SET, "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
    articles = [_article(row) for row in rows]
    known = {str(row["id"]): str(row["story"]) for row in rows}
    start = process_time()
    stories = stories_of(articles)
    spent = process_time() - start
    ours = {key: story.id for story in stories for key in story.articles}
    odd = [key for key, story in known.items() if int(story.split("-")[0]) % 2]
    even = [key for key in known if key not in set(odd)]
    scores: dict[str, float] = {"stories": len(stories), "articles_per_second": round(len(rows) / spent)}
    for name, keys in (("", list(known)), ("odd.", odd), ("even.", even)):
        scores |= {f"{name}{part}": value for part, value in bcubed(known, ours, keys).items()}
    size = f"{len(rows)} texts in {len(set(known.values()))} stories"
    return Measured(scores, size, _errors(known, ours))


def bcubed(known: Mapping[str, str], ours: Mapping[str, str], keys: Sequence[str]) -> dict[str, float]:
    """Return precision, recall and F1 in B-cubed of our groups of some texts (Bagga and Baldwin, 1998)."""
    theirs = Counter(known[key] for key in keys)
    mine = Counter(ours[key] for key in keys)
    both = Counter((known[key], ours[key]) for key in keys)
    right = {key: both[known[key], ours[key]] for key in keys}
    p = sum(right[key] / mine[ours[key]] for key in keys) / len(keys)
    r = sum(right[key] / theirs[known[key]] for key in keys) / len(keys)
    return {"bcubed.p": p, "bcubed.r": r, "bcubed.f1": 2 * p * r / (p + r)}


def _article(row: Mapping[str, str]) -> Article:
    title, body = row["title"], row["text"]
    text = f"{title}\n{body}"
    blocks = (Block(Span(0, len(title)), "title"), Block(Span(len(title) + 1, len(text)), "paragraph"))
    return Article(row["id"], row["id"], None, text, blocks, title=title, language="en")


def _errors(known: Mapping[str, str], ours: Mapping[str, str]) -> tuple[str, ...]:
    mixed = {group: {known[key] for key in ours if ours[key] == group} for group in set(ours.values())}
    of = sum(len(stories) > 1 for stories in mixed.values())
    kin = sum(len(stories) > 1 and len({s.split("-")[0] for s in stories}) == 1 for stories in mixed.values())
    split = Counter(known[key] for key in {(known[k], ours[k]): k for k in ours}.values())
    torn = sum(count > 1 for count in split.values())
    return (
        f"{of} groups hold more than one story; in {kin} of them these are two events of one kind.",
        f"{torn} stories lie in more than one group.",
    )
