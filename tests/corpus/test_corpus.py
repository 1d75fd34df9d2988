"""The corpus itself: every rule holds, and the data card says what is there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sayso_corpus import Corpus
from sayso_corpus.card import with_tables
from sayso_corpus.checks import RULES
from sayso_corpus.codec import to_json
from sayso_corpus.sheets import read_sheet, write_sheet

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
DATA = SHARED / "data" if (SHARED / "data").is_dir() else None
CORPUS = Corpus(data=DATA)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_holds(rule: object) -> None:
    if DATA is None and rule.__name__ == "too_few":  # type: ignore[attr-defined]
        pytest.skip("the owners' texts are not there; some figures need them")
    assert [str(fault) for fault in rule(CORPUS)] == []  # type: ignore[operator]


def test_the_data_card_says_what_is_there() -> None:
    if DATA is None:
        pytest.skip("the owners' texts are not there; some figures need them")
    card = (CORPUS.root / "README.md").read_text(encoding="utf-8")
    assert with_tables(card, CORPUS) == card, (
        "run `make corpus-check` and `python -m sayso_corpus check --write`"
    )


def test_files_are_as_the_code_writes_them() -> None:
    for document in CORPUS.documents:
        path = CORPUS.root / f"{document.id}.json"
        assert path.read_text(encoding="utf-8") == to_json(document)


def test_files_of_others_hold_no_text() -> None:
    """Stand-off labels: names in normal form are facts, and nothing else of the text is kept."""
    assert not list((CORPUS.root / "real").rglob("*.txt"))


def test_notes_and_names_of_others_texts_quote_no_sentence() -> None:
    """A full name may stand in the text; a run of twelve words would be the owner's sentence."""
    if DATA is None:
        pytest.skip("the owners' texts are not there")
    for document in (*CORPUS.documents, *CORPUS.first, *CORPUS.second):
        if document.id.startswith("real/"):
            named = [key for item in document.statements for keys in item.names.values() for key in keys]
            said = [document.note, *(entity.name for entity in document.entities), *named]
            held = runs_of_twelve(CORPUS.text(document))
            assert not [words for words in said if runs_of_twelve(words) & held], document.id


def runs_of_twelve(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[at : at + 12]) for at in range(len(words) - 11)}


def test_every_document_can_be_edited() -> None:
    documents = [item for item in CORPUS.documents if DATA or item.id.startswith("written/")]
    for document in documents[::9]:
        text = CORPUS.text(document)
        assert read_sheet(write_sheet(document, text), text, document.id) == document
