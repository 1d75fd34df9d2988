"""Words and their tags on the test parts of two Universal Dependencies treebanks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sayso.evaluation.interface import Measured
from sayso.evaluation.treebank import parts_in, sentences
from sayso.model.span import Span
from sayso.reading.tokens import tokenize

SHOWN = 4
"""How many of the most frequent confusions are named."""


def measure_tags(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    """Score the cut into words and the tags of the words cut alike, from raw text; raises NotFound.

    `words` is F1 of the words (same first and last character); `tags` the share of right tags (Penn
    Treebank) among the words that both cut alike.  Compounds with hyphens, which the treebanks split and
    Sayso keeps whole, count against `words` and are left out of `tags`.
    """
    scores: dict[str, float] = {}
    sizes: list[str] = []
    errors: list[str] = []
    for name, file in parts_in(folder).items():
        confused: Counter[tuple[str, str]] = Counter()
        gold = read = alike = 0
        for sentence in sentences(file):
            ours = {t.span: t.tag for t in tokenize(sentence.text, Span(0, len(sentence.text)))}
            same = [word for word in sentence.words if word.span in ours]
            gold, read, alike = gold + len(sentence.words), read + len(ours), alike + len(same)
            pairs = [(word.tag, ours[word.span]) for word in same if word.span]
            confused.update((right, got) for right, got in pairs if right != got)
        wrong = sum(confused.values())
        scores[f"{name}.tags"] = round(1 - wrong / alike, 4) if alike else 0.0
        scores[f"{name}.words"] = round(2 * alike / (gold + read), 4) if gold + read else 0.0
        sizes.append(f"{name.upper()}: {gold} words")
        worst = sorted(confused.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
        listed = ", ".join(f"{right} read as {got} {times} times" for (right, got), times in worst)
        errors.append(f"{name.upper()}: {wrong} of {alike} tags wrong; most often {listed}.")
    return Measured(scores, "; ".join(sizes), tuple(errors))
