"""Make the tagger's weights: ``.venv/bin/python training/tagger.py [FOLDER]``.

Trains on the train parts of UD_English-EWT and of the free documents of UD_English-GUM (both
CC BY-SA 4.0 compatible; the weights ship under CC BY-SA 4.0) and prints the accuracy on both test
parts.  Hyphenated compounds, which UD splits, are put together again, since the product's tokens
keep them whole; the compound's tag is that of its head, or JJ where it modifies a noun.

FOLDER holds ``ud-english-ewt/`` and ``ud-english-gum-free/`` (default ``../shared/data``).
Averaged perceptron, a fixed number of rounds, sentences in the order of the files: the same data gives
the same weights.  About four minutes on one core.
"""

from __future__ import annotations

import lzma
import sys
import tempfile
from pathlib import Path

import pycrfsuite

from sayso.reading.tagger import MODEL, features, tag
from treebank import sentences

SETS = ("ud-english-ewt", "ud-english-gum-free")
ROUNDS = 12
LEAST = 2.0
"""A feature seen fewer times is left out: half the model's size for 0.1 points of accuracy."""


def train(folder: Path, target: Path) -> None:
    """Write the packed model made from the train parts under `folder`."""
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ROUNDS, "feature.minfreq": LEAST})
    for name in SETS:
        for words in sentences(folder / name / "train.conllu.gz"):
            trainer.append(features([word.form for word in words]), [word.tag for word in words])
    with tempfile.TemporaryDirectory() as place:
        plain = Path(place) / "model"
        trainer.train(str(plain))
        target.write_bytes(lzma.compress(plain.read_bytes(), preset=9))


def accuracy(path: Path) -> float:
    """Return the share of the words of a file that get the tag it gives them."""
    right = total = 0
    for words in sentences(path):
        guesses = tag([word.form for word in words])
        right += sum(guess == word.tag for guess, word in zip(guesses, words, strict=True))
        total += len(words)
    return right / total


def main(folder: Path) -> None:
    """Train, write the weights beside the tagger, report."""
    target = Path(__file__).parents[1] / "src" / "sayso" / "reading" / MODEL
    train(folder, target)
    sys.stdout.write(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB\n")
    for name in SETS:
        sys.stdout.write(f"{name} test: {accuracy(folder / name / 'test.conllu.gz'):.4f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
