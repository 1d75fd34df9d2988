"""How common marks are: `python training/commonness.py DATA > src/sayso/languages/english/commonness.toml`.

Counts in how many documents each mark (a stem, a name, a number) stands: the training parts of the
treebanks and the written part of the corpus.  DATA is the folder that holds `ud-english-ewt` and
`ud-english-gum-free`.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.model.article import Article
from sayso.weighing.texts.marks import text_of

CORPUS = Path(__file__).parent.parent / "corpus" / "written"
TREEBANKS = ("ud-english-ewt", "ud-english-gum-free")
STEPS = 20
"""Weights are rounded to twentieths."""

HEAD = """# How much a mark that texts share tells of their kinship, in twentieths, for marks that stand in
two documents or # more of {documents} (training/commonness.py); a mark that is not listed tells 20.
Capitals begin a name's mark. # Counted in the training parts of UD English EWT and GUM and in the corpus's
written part: see NOTICE.
"""


def documents(data: Path) -> Iterator[str]:
    """Yield the text of every document."""
    for name in TREEBANKS:
        lines: list[str] = []
        with gzip.open(data / name / "train.conllu.gz", "rt", encoding="utf-8") as handle:
            for line in handle:
                if line.startswith("# newdoc") and lines:
                    yield "\n".join(lines)
                    lines = []
                elif line.startswith("# text ="):
                    lines.append(line.removeprefix("# text =").strip())
        yield "\n".join(lines)
    for path in sorted(CORPUS.rglob("*.txt")):
        yield path.read_text(encoding="utf-8")


def main() -> None:
    """Write the table to standard output."""
    counts: Counter[str] = Counter()
    total = 0
    for body in documents(Path(sys.argv[1])):
        counts.update(text_of(Article("", "", None, body, ())).marks)
        total += 1
    classes: dict[int, list[str]] = defaultdict(list)
    for mark, count in counts.items():
        if count >= 2:
            weight = math.log((total + 1) / (count + 0.5)) / math.log(2 * (total + 1))
            classes[round(max(0.0, weight) * STEPS)].append(_written(mark))
    print(HEAD.format(documents=total) + "\n[weights]")
    for weight, marks in sorted(classes.items()):
        print(f'{weight} = """')
        line = ""
        for mark in sorted(marks):
            if len(line) + len(mark) > 118:
                print(line)
                line = ""
            line = f"{line} {mark}".strip()
        print(f'{line}"""')


def _written(mark: str) -> str:
    """Return a mark as the table has it: a name with a capital, a number with its sign."""
    return {"N": mark[1:].capitalize(), "w": mark[1:], "#": mark}[mark[0]]


if __name__ == "__main__":
    main()
