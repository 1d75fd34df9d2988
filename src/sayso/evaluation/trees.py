"""Dependency trees on the test parts of two Universal Dependencies treebanks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sayso.evaluation.interface import Measured
from sayso.evaluation.treebank import parts_in, sentences
from sayso.reading.parser import parse_words
from sayso.reading.tagger import tag

SHOWN = 5
"""How many of the relations with most errors are named."""


def measure_trees(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    """Score heads (`uas`) and heads with relations (`las`) of the treebank's words; raises NotFound.

    The words are the treebank's, the tags Sayso's own.  Relations are compared without their subtypes
    (``nsubj`` for ``nsubj:pass``); punctuation is left out, as is usual.
    """
    scores: dict[str, float] = {}
    sizes: list[str] = []
    errors: list[str] = []
    for name, file in parts_in(folder).items():
        wrong: Counter[str] = Counter()
        total = heads = 0
        for sentence in sentences(file):
            forms = [word.form for word in sentence.words]
            tree = parse_words(forms, tag(forms))
            for word, head, relation in zip(sentence.words, tree.heads, tree.relations, strict=True):
                if _plain(word.relation) == "punct":
                    continue
                total += 1
                heads += word.head == head
                if word.head != head or _plain(word.relation) != _plain(relation):
                    wrong[_plain(word.relation)] += 1
        missed = sum(wrong.values())
        scores[f"{name}.uas"] = round(heads / total, 4) if total else 0.0
        scores[f"{name}.las"] = round(1 - missed / total, 4) if total else 0.0
        sizes.append(f"{name.upper()}: {total} words")
        worst = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
        listed = ", ".join(f"{relation} {count}" for relation, count in worst)
        errors.append(f"{name.upper()}: {missed} of {total} words under a wrong head or relation ({listed}).")
    return Measured(scores, "; ".join(sizes), tuple(errors))


def _plain(relation: str) -> str:
    return relation.partition(":")[0]
