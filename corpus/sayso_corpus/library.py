"""The corpus as a whole: its documents, their texts, conflicts and splits."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sayso_corpus.codec import from_json
from sayso_corpus.errors import CorpusError, TextMissing
from sayso_corpus.owners import OWNERS
from sayso_corpus.records import Document

HERE = Path(__file__).parent.parent
SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What is known of one conflict or topic, from `conflicts.toml`."""

    key: str
    title: str
    kind: str
    """What sort of conflict: siege, border war, coup …; ``none`` for a topic without one."""
    world: str
    """``real`` events, an ``invented`` world, or invented events in a real ``region``."""
    split: str


@dataclass(frozen=True)
class Corpus:
    """The corpus in a folder; texts of others are looked for in the folder `data`."""

    root: Path = HERE
    data: Path | None = None
    _texts: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    @cached_property
    def conflicts(self) -> dict[str, Conflict]:
        """Key → conflict; raises CorpusError where `conflicts.toml` does not fit."""
        path = self.root / "conflicts.toml"
        try:
            rows = tomllib.loads(path.read_text(encoding="utf-8"))
            return {key: Conflict(key, **row) for key, row in rows.items()}
        except (OSError, TypeError, tomllib.TOMLDecodeError) as fault:
            raise CorpusError(f"{path.name}: {fault}") from None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents, sorted by id."""
        return tuple(self.read(self.root, ("written", "real")))

    @cached_property
    def first(self) -> tuple[Document, ...]:
        """The first labels of the documents labelled twice, as they were before settling, sorted by id."""
        return tuple(self.read(self.root / "twice" / "first", ("written", "real")))

    @cached_property
    def second(self) -> tuple[Document, ...]:
        """The second, independent labels of these documents, sorted by id."""
        return tuple(self.read(self.root / "twice" / "second", ("written", "real")))

    @staticmethod
    def read(root: Path, parts: tuple[str, ...]) -> Iterator[Document]:
        """Give the documents under parts of a folder; raises CorpusError at the first that does not fit."""
        for part in parts:
            for path in sorted((root / part).glob("*/*.json")):
                yield from_json(path.read_text(encoding="utf-8"), str(path.relative_to(root)))

    def split(self, document: Document) -> str:
        """Return the split of the document's conflict; raises CorpusError for a conflict nobody listed."""
        found = self.conflicts.get(document.conflict)
        if found is None:
            raise CorpusError(f"{document.id}: conflict {document.conflict!r} is not in conflicts.toml")
        return found.split

    def of_split(self, split: str) -> tuple[Document, ...]:
        """Return the documents of one split."""
        return tuple(document for document in self.documents if self.split(document) == split)

    def questions(self, conflict: str) -> str | None:
        """Return the reference questions of a conflict as JSON lines, None where nobody wrote any."""
        path = self.root / "questions" / f"{conflict}.jsonl"
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def text(self, document: Document) -> str:
        """Return the text that was labelled; raises TextMissing where it is not there or is another one."""
        part, folder, name = document.id.split("/")
        text = self._written(folder, name) if part == "written" else self._owned(folder, name)
        if hashlib.sha256(text.encode()).hexdigest() != document.sha256:
            raise TextMissing(f"{document.id}: the text is not the one that was labelled")
        return text

    def _written(self, folder: str, name: str) -> str:
        path = self.root / "written" / folder / f"{name}.txt"
        if not path.is_file():
            raise TextMissing(f"written/{folder}/{name}.txt is not there")
        return path.read_text(encoding="utf-8")

    def _owned(self, owner: str, name: str) -> str:
        if self.data is None:
            raise TextMissing(f"real/{owner}/{name}: say in which folder the owners' data lie")
        if owner not in self._texts:
            try:
                self._texts[owner] = dict(OWNERS[owner](self.data))
            except (KeyError, OSError) as fault:
                raise TextMissing(f"the texts of {owner!r} cannot be read: {fault}") from None
        if name not in self._texts[owner]:
            raise TextMissing(f"real/{owner}/{name} is not in the owner's data")
        return self._texts[owner][name]


def is_written(document: Document) -> bool:
    """Tell whether the text was written for the corpus, and not taken from an owner."""
    return document.id.startswith("written/")
