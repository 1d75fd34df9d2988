"""The project's own corpus as a set to measure on: its own reader is run, as the program that it is.

It lies beside the source and is no part of an installation (docs/decisions/0007); without it, its stages are
told as not measured.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.articles import articles_of
from sayso.evaluation.gold import rows_in
from sayso.model.article import Article
from sayso.model.errors import InputError, NotFound
from sayso.model.issue import Issue
from sayso.model.span import Span
from sayso.sources import FetchOptions, collect

READER = "sayso_corpus"
_LIMIT = 600
"""Seconds after which the corpus's reader is given up."""
UNREAD = "The real part was not measured: its owners' texts are not in data/ of the shared folder."


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text of the corpus with its labels, as its export `spans` has them."""

    row: Mapping[str, Any]

    @property
    def text(self) -> str:
        """Return the text that was labelled."""
        return str(self.row["text"])

    def spans(self, group: str, owner: str, key: str) -> dict[str, list[Span]]:
        """Return by label the spans of one thing: an attribution's, a statement's."""
        found: dict[str, list[Span]] = {}
        for item in self.row["spans"][group]:
            if item[owner] == key:
                found.setdefault(item["label"], []).append(Span(item["start"], item["end"]))
        return found

    def article(self, folder: Path) -> Article:
        """Return the text as the article that Sayso makes of it, by way of a file in `folder`.

        Raises:
            InputError: the article's text is not the one that was labelled.
        """
        path = folder / (str(self.row["id"]).replace("/", "-") + ".txt")
        path.write_text(self.text, encoding="utf-8")
        found = [
            article
            for fetched in collect([str(path)], FetchOptions())
            if not isinstance(fetched, Issue)
            for article in articles_of(fetched)
            if isinstance(article, Article)
        ]
        if len(found) != 1 or found[0].text != self.text:
            raise InputError(f"{self.row['id']}: its text is not taken in as it was labelled")
        return found[0]


def corpus_folder() -> Path:
    """Return where the corpus lies in a checkout of the source; it need not be there."""
    return Path(str(resources.files("sayso"))).parent.parent / "corpus"


@contextmanager
def exported(corpus: Path, form: str, part: str, split: str, shared: Path) -> Iterator[Path]:
    """Give a temporary folder with one split of one part of the corpus in one of its forms.

    Raises:
        NotFound: the corpus is not there, or not the texts of that part.
    """
    if not (corpus / READER / "__main__.py").is_file():
        raise NotFound(f"the corpus is not in {corpus}")
    if part == "real" and not (shared / "data").is_dir():
        raise NotFound(UNREAD)
    with tempfile.TemporaryDirectory(prefix="sayso-corpus-") as place:
        data = ("--data", str((shared / "data").resolve())) if part == "real" else ()
        wanted = ("export", form, place, "--split", split, "--part", part)
        _run(corpus, *data, *wanted)
        yield Path(place)


def labelled(corpus: Path, part: str, splits: Sequence[str], shared: Path) -> list[Labelled]:
    """Return the texts of splits of a part with their labels; raises NotFound as `exported`."""
    found: list[Labelled] = []
    for split in splits:
        with exported(corpus, "spans", part, split, shared) as place:
            found += [Labelled(row) for row in rows_in(place / f"{split}.jsonl")]
    return found


def parts_there(shared: Path) -> tuple[str, ...]:
    """Return the parts of the corpus whose texts are there."""
    return ("written", "real") if (shared / "data").is_dir() else ("written",)


def _run(corpus: Path, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - the running interpreter and the project's own reader
        [sys.executable, "-m", READER, *arguments],
        cwd=corpus,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_LIMIT,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotFound(f"the corpus gives no such texts: {said[-1] if said else 'without a word'}")
