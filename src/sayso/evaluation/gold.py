"""Reference readings: articles, the statements that a careful reader found in them, questions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model.errors import InputError, NotFound

STEMS = ("gold", "seeds")
"""What the file of statements is called: ``gold.jsonl`` beside its articles, ``seeds.jsonl`` in the
reference folder."""

ARTICLE_ENDINGS = frozenset({".txt", ".html", ".htm", ".md"})


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A reference reading: what to read, and the files that hold the right reading."""

    articles: tuple[Path, ...]
    statements: Path
    questions: Path | None
    profile: Path | None


def gold_set(folder: Path) -> GoldSet:
    """Return the reference reading that lies in `folder`.

    Statements are in ``gold.jsonl`` (or ``seeds.jsonl``), questions in ``gold.questions.jsonl`` or
    ``questions.jsonl``, articles in ``articles/``, beside the statements, or in a sister folder
    ``seeds/``; a ``profile.toml`` counts where there is one.

    Raises:
        NotFound: no statements or no articles lie there.
    """
    statements = _first(folder / f"{stem}.jsonl" for stem in STEMS)
    if statements is None:
        raise NotFound(f"no reference reading in {folder}: gold.jsonl is not there")
    named = {str(row.get("article", "")).rsplit("/", 1)[-1] for row in rows_in(statements)}
    articles = _articles(folder, named)
    if not articles:
        raise NotFound(f"none of its articles beside the reference reading in {folder}")
    questions = _first((statements.with_suffix(".questions.jsonl"), folder / "questions.jsonl"))
    return GoldSet(articles, statements, questions, _first((folder / "profile.toml",)))


def rows_in(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON-lines file; raises InputError naming the line that is none."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise InputError(f"{path.name}, line {number}: not JSON: {error}") from None
    return rows


def _articles(folder: Path, named: Set[str]) -> tuple[Path, ...]:
    """Return the articles of the first place that holds one of those that the statements name."""
    for place in (folder / "articles", folder, folder.parent / "seeds"):
        found = sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else []
        if place == folder:
            found = [path for path in found if path.suffix.lower() in ARTICLE_ENDINGS]
        if any(path.name in named for path in found):
            return tuple(found)
    return ()


def _first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if path.is_file()), None)
