"""Make the parser's weights: ``.venv/bin/python training/parser.py [FOLDER]``.

Trains on the train parts of UD_English-EWT and of the free documents of UD_English-GUM (see
``training/tagger.py``), with tags guessed by taggers that did not see the sentence (four parts), and
prints attachment scores (punctuation left out) on both test parts under the shipped tagger's tags.
Averaged perceptron with a dynamic oracle (Goldberg and Nivre 2013) and a fixed seed.  About a quarter of
an hour on one core.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pycrfsuite

from sayso.reading.parser import MODEL, Weights, framed, known_form, pack, unpack, walk
from sayso.reading.tagger import features, tag
from sayso.reading.transitions import LEFT, NOTHING, RIGHT, SHIFT, State, looks
from treebank import Word, sentences

SETS = ("ud-english-ewt", "ud-english-gum-free")
ROUNDS = 8
PARTS = 4
SEED = 7
LEAST_WORD = 3
"""A word seen fewer times is known by its shape and ending only, as unseen ones will be."""
LEAST_FEATURE = 5
"""A feature seen fewer times under the right moves gets no weights."""
SMALL, LEAST_ROW, SCALE = 0.5, 1.5, 4
"""Averaged weights under SMALL become 0, rows without one of LEAST_ROW go, the rest is multiplied by SCALE
and rounded: a third of the size for less than 0.1 points on the dev part."""
EXPLORE = 0.9
"""From the second round on, the share of steps that follow the parser's own move, right or wrong."""
PUNCTUATION = frozenset({".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"})


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence to learn from: known forms and tags framed, the right heads (root = length) and labels."""

    forms: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


def retagged(words: Sequence[Sequence[Word]]) -> list[tuple[str, ...]]:
    """Return tags for each sentence by a tagger trained on the other parts of the list."""
    found: list[tuple[str, ...]] = [()] * len(words)
    with tempfile.TemporaryDirectory() as folder:
        for part in range(PARTS):
            trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
            trainer.set_params({"max_iterations": 8, "feature.minfreq": 2.0})
            for number, sentence in enumerate(words):
                if number % PARTS != part:
                    trainer.append(features([w.form for w in sentence]), [w.tag for w in sentence])
            path = str(Path(folder) / str(part))
            trainer.train(path)
            model = pycrfsuite.Tagger()
            model.open(path)
            for number in range(part, len(words), PARTS):
                found[number] = tuple(model.tag(features([w.form for w in words[number]])))
    return found


def examples(folder: Path) -> tuple[list[Example], frozenset[str]]:
    """Return the sentences to learn from and the words that count as known."""
    words = [s for name in SETS for s in sentences(folder / name / "train.conllu.gz")]
    counts = Counter(w.form.lower().replace("’", "'") for s in words for w in s)
    known = frozenset(word for word, count in counts.items() if count >= LEAST_WORD)
    found = []
    for sentence, tags in zip(words, retagged(words), strict=True):
        forms, framed_tags = framed([known_form(w.form, known) for w in sentence], tags)
        heads = [w.head - 1 if w.head else len(sentence) for w in sentence]
        found.append(Example(forms, framed_tags, heads, [w.relation for w in sentence]))
    return found, known


def free_moves(state: State, gold: Example) -> tuple[bool, bool, bool]:
    """Return which allowed moves lose no right arc that can still be drawn (the dynamic oracle)."""
    allowed = state.allowed()
    stack, following, heads = state.stack, state.next, gold.heads
    top = stack[-1] if stack else NOTHING
    below = stack[-2] if len(stack) > 1 else NOTHING
    shift = allowed[SHIFT]
    if shift and following < state.size:
        # The next word loses heads under the top and all dependents on the stack.
        shift = heads[following] not in stack[:-1] and not any(heads[s] == following for s in stack)
    left = allowed[LEFT]
    if left:
        lost = (heads[top] == below and below != NOTHING) or heads[top] > following
        left = not lost and not any(heads[b] == top for b in range(following, state.size))
    right = allowed[RIGHT]
    if right:
        right = heads[top] < following and not any(heads[b] == top for b in range(following, state.size))
    return shift, left, right


def columns(state: State, gold: Example, free: tuple[bool, bool, bool], index: dict[str, int]) -> list[int]:
    """Return the columns of the moves that lose nothing; a right arc must bear its right label."""
    count = len(index)
    found = [0] if free[SHIFT] else []
    top = state.stack[-1] if state.stack else NOTHING
    for kind in (LEFT, RIGHT):
        if free[kind]:
            head = state.next if kind == LEFT else state.stack[-2]
            offset = 1 + (kind - 1) * count
            if gold.heads[top] == head:
                found.append(offset + index[gold.labels[top]])
            else:
                found += range(offset, offset + count)
    return found


def allowed_mask(state: State, count: int) -> npt.NDArray[np.bool_]:
    """Return one flag a column: may the move be done."""
    shift, left, right = state.allowed()
    return np.repeat(np.array([shift, left, right]), [1, count, count])


def do(state: State, column: int, relations: Sequence[str]) -> None:
    """Do the move of a column."""
    kind = 0 if not column else 1 + (column - 1) // len(relations)
    state.move(kind, relations[(column - 1) % len(relations)] if column else "")


def frequent(sample: Sequence[Example], relations: Sequence[str]) -> dict[str, int]:
    """Return a row for each feature that the right moves meet often enough."""
    index = {label: n for n, label in enumerate(relations)}
    counts: Counter[str] = Counter()
    for gold in sample:
        state = State(len(gold.heads))
        while not state.done:
            counts.update(looks(state, gold.forms, gold.tags))
            good = columns(state, gold, free_moves(state, gold), index)
            do(state, good[0] if good else int(allowed_mask(state, len(relations)).argmax()), relations)
    return {name: row for row, name in enumerate(n for n, c in counts.items() if c >= LEAST_FEATURE)}


class Learner:
    """Averaged perceptron: weights, their sums over all steps, the step of each row's last change."""

    def __init__(self, rows: dict[str, int], relations: Sequence[str]) -> None:
        shape = (len(rows), 1 + 2 * len(relations))
        self.rows, self.relations = rows, tuple(relations)
        self.weights = np.zeros(shape, dtype=np.int32)
        self.late = np.zeros(shape, dtype=np.float32)
        self.step = 1
        self.chance = random.Random(SEED)

    def learn(self, gold: Example, index: dict[str, int], explore: float) -> int:
        """Walk through one sentence, mending the weights at each wrong move; return how many there were."""
        state, wrong = State(len(gold.heads)), 0
        while not state.done:
            rows = [r for r in map(self.rows.get, looks(state, gold.forms, gold.tags)) if r is not None]
            scores = self.weights[rows].sum(axis=0)
            mask = allowed_mask(state, len(index))
            guess = int(np.where(mask, scores, -(1 << 30)).argmax())
            good = columns(state, gold, free_moves(state, gold), index) or [guess]
            best = max(good, key=lambda column: scores[column])
            if guess not in good:
                wrong += 1
                self._mend(rows, best, guess)
            self.step += 1
            follow = guess if guess in good or self.chance.random() < explore else best
            do(state, follow, self.relations)
        return wrong

    def _mend(self, rows: list[int], good: int, bad: int) -> None:
        self.weights[rows, good] += 1
        self.weights[rows, bad] -= 1
        self.late[rows, good] += self.step
        self.late[rows, bad] -= self.step

    def packed(self, known: frozenset[str]) -> bytes:
        """Return the weights averaged over all steps, made whole numbers, without what hardly matters."""
        mean = self.weights - self.late / self.step
        mean[np.abs(mean) < SMALL] = 0
        kept = np.flatnonzero(np.abs(mean).max(axis=1) >= LEAST_ROW)
        whole = np.rint(mean[kept] * SCALE).astype(np.int16)
        names = list(self.rows)
        return pack([names[n] for n in kept], whole, self.relations, known)


def attachment(path: Path, weights: Weights) -> tuple[float, float]:
    """Return the shares of words with the right head, and with the right head and relation."""
    heads = both = total = 0
    for sentence in sentences(path):
        forms = [w.form for w in sentence]
        tree = walk(forms, tag(forms), weights)
        for w, head, relation in zip(sentence, tree.heads, tree.relations, strict=True):
            if w.tag not in PUNCTUATION:
                total += 1
                heads += head == w.head - 1
                both += head == w.head - 1 and relation == w.relation
    return heads / total, both / total


def main(folder: Path) -> None:
    """Train, write the weights beside the parser, report."""
    sample, known = examples(folder)
    relations = sorted({label for gold in sample for label in gold.labels})
    index = {label: n for n, label in enumerate(relations)}
    learner = Learner(frequent(sample, relations), relations)
    sys.stdout.write(f"{len(learner.rows)} features, {len(relations)} relations\n")
    for turn in range(ROUNDS):
        learner.chance.shuffle(sample)
        wrong = sum(learner.learn(gold, index, EXPLORE if turn else 0.0) for gold in sample)
        sys.stdout.write(f"round {turn + 1}: {wrong} wrong moves\n")
        sys.stdout.flush()
    target = Path(__file__).parents[1] / "src" / "sayso" / "reading" / MODEL
    target.write_bytes(learner.packed(known))
    weights = unpack(target.read_bytes())
    sys.stdout.write(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB\n")
    for name in SETS:
        unlabelled, labelled = attachment(folder / name / "test.conllu.gz", weights)
        sys.stdout.write(f"{name} test: UAS {unlabelled:.4f} LAS {labelled:.4f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
