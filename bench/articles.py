"""The articles that are read: the demo that comes with Sayso, and the reference articles where they are."""

from __future__ import annotations

import os
from pathlib import Path

import sayso

DEMO = Path(sayso.__file__).parent / "demo"

WORDS_OF_AN_ARTICLE = 500
"""The size of article that speeds are given for."""


def demo_articles() -> list[Path]:
    """Return the files of the demo with one article each."""
    return sorted(path for path in (DEMO / "articles").iterdir() if path.suffix in {".txt", ".html", ".md"})


def four_articles() -> tuple[list[Path], str]:
    """Return the four reference articles and their name; without them, the four longest of the demo."""
    shared = Path(os.environ.get("SAYSO_SHARED", "../shared")) / "seeds"
    found = sorted(shared.glob("*.txt")) if shared.is_dir() else []
    if found:
        return found, "the four reference articles"
    longest = sorted(demo_articles(), key=lambda path: (-path.stat().st_size, path.name))
    return longest[:4], "the four longest articles of the demo (the reference articles are not there)"


def words_in(paths: list[Path]) -> int:
    """Return how many words the files hold, by white space."""
    return sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
