"""Train the learned reader: heads on the published encoder, both together, then the pairs of mentions."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from reader.batches import SIZE, Batch, batch, batches, groups, padded
from reader.encoder import Encoder, pretrained, tokenizer
from reader.examples import Example, Labelled, labelled, pieces_of
from reader.measures import measure
from reader.network import Network
from reader.pairs import train_pairs
from reader.renaming import pool_of, renamed
from sayso.reading.learned.scheme import VERDICTS
from sayso_corpus import Corpus, TextMissing

SEED = 11
RATE = 2e-3
RATE_OF_ENCODER = 8e-5
RATE_OF_TUNING = 6e-4
STILL = 1
"""Layers of the encoder that never learn, its embeddings beside."""
WEIGHTS = {"anchors": 1.0, "roles": 4.0, "mentions": 1.0, "verdicts": 0.3}
ANCHOR_WEIGHT = 3.0
"""A word that is an anchor weighs this much: hardly one word in twenty is."""
ROLE_WEIGHTS = (1.0, 4.0, 3.0)
"""Of no role, the beginning of one, the inside of one."""


@dataclass(slots=True)
class Data:
    """The labelled documents to learn from and those to measure on meanwhile."""

    train: list[Labelled]
    dev: list[Labelled]

    def examples(self, documents: Sequence[Labelled]) -> list[Example]:
        """Return the windows of documents."""
        return [example for document in documents for example in document.examples]


def load(corpus: Corpus) -> Data:
    """Return the parts *train* and *dev* of a corpus; *test* is never touched."""
    made = tokenizer()
    found: dict[str, list[Labelled]] = {"train": [], "dev": []}
    missing = 0
    for document in corpus.documents:
        split = corpus.split(document)
        try:
            text = corpus.text(document) if split in found else ""
        except TextMissing:
            missing += 1
            continue
        if text:
            found[split].append(labelled(document, text, made))
    if missing:
        print(f"the texts of {missing} documents are not there: learning from the others alone", flush=True)
    return Data(**found)


def loss_of(network: Network, item: Batch) -> Tensor:
    """Return the loss on a batch."""
    states = network.states(item.pieces, item.at, item.shapes, item.tags, item.hints)
    asked = functional.binary_cross_entropy_with_logits(
        network.anchors(states), item.anchors, pos_weight=torch.tensor(ANCHOR_WEIGHT), reduction="none"
    )
    tags = network.mentions(states).unflatten(-1, (2, -1))
    parts = {
        "anchors": asked.mul(item.sure).sum(-1).mul(item.own).sum() / item.own.sum(),
        "mentions": functional.cross_entropy(tags.flatten(0, 2), item.mentions.flatten(), ignore_index=-100),
    }
    if len(item.row):
        scores = network.role_scores(states, item.row, item.word, item.kind)
        parts["roles"] = scores.shape[2] * functional.cross_entropy(
            scores.flatten(0, 2), item.roles.flatten(), ignore_index=-100, weight=torch.tensor(ROLE_WEIGHTS)
        )
        made = network.verdict_scores(states, item.row, item.word, item.kind)
        told = [
            functional.cross_entropy(made[name], item.verdicts[:, n], ignore_index=-100)
            for n, name in enumerate(VERDICTS)
            if (item.verdicts[:, n] >= 0).any()
        ]
        if told:
            parts["verdicts"] = torch.stack(told).sum()
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()


@torch.no_grad()
def encode(windows: Sequence[Example], encoder: Encoder) -> None:
    """Give each window the states that the encoder makes of its pieces."""
    encoder.eval()
    for example in windows:
        ids = torch.tensor([example.window.ids])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            example.states = encoder(ids, torch.ones(ids.shape))[0].half()


class Stage:
    """One stage of training: its optimizer, its plan of rates, and its source of chance."""

    def __init__(
        self, sets: Sequence[tuple[Sequence[torch.nn.Parameter], float]], steps: int, seed: int
    ) -> None:
        self.parameters = [p for held, _ in sets for p in held]
        rates = [rate for _, rate in sets]
        self.optimizer = torch.optim.AdamW(
            [{"params": list(held), "lr": rate} for held, rate in sets], weight_decay=0.01
        )
        self.plan = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, max_lr=rates, total_steps=steps + 1, pct_start=0.1
        )
        self.chance = random.Random(seed)

    def step(self, loss: Tensor) -> float:
        """Learn from one batch and return its loss."""
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.plan.step()
        return float(loss.detach())


def train(network: Network, windows: Sequence[Example], epochs: int, rate: float = RATE) -> None:
    """Train the heads in place, on the states that the windows hold."""
    per_epoch = -(-len(windows) // SIZE)
    stage = Stage([(list(network.parameters()), rate)], epochs * per_epoch, SEED)
    for epoch in range(epochs):
        network.train()
        started = time.monotonic()
        total = sum(stage.step(loss_of(network, item)) for item in batches(windows, stage.chance))
        say("heads", epoch, total / per_epoch, started)


def tune(encoder: Encoder, network: Network, documents: Sequence[Labelled], epochs: int) -> None:
    """Train encoder and heads together, in place, on documents cut now into long, now into short windows.

    The last epoch's windows are long, as in reading; in each epoch half of the windows get other names.
    """
    encoder.requires_grad_(False)
    for layer in encoder.layers[STILL:]:
        layer.requires_grad_(True)
    moving = [p for p in encoder.parameters() if p.requires_grad]
    cuts = [[e for d in documents for e in d.shorter], [e for d in documents for e in d.examples]]
    plan = [cuts[(epochs - epoch) % 2] for epoch in range(epochs)]
    sets = [(moving, RATE_OF_ENCODER), (list(network.parameters()), RATE_OF_TUNING)]
    stage = Stage(sets, sum(-(-len(windows) // SIZE) for windows in plan), SEED + 1)
    pool, made = pool_of(documents), tokenizer()
    for epoch, windows in enumerate(plan):
        network.train()
        encoder.train()
        started, total = time.monotonic(), 0.0
        changed = [renamed(e, pool, stage.chance, lambda forms: pieces_of(made, forms)) for e in windows]
        for group in groups(changed, stage.chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                pieces = encoder(*padded(group))
                loss = loss_of(network, replace(batch(group), pieces=pieces.float()))
            total += stage.step(loss)
        say("encoder and heads", epoch, total / -(-len(windows) // SIZE), started)


def say(what: str, epoch: int, loss: float, started: float) -> None:
    """Print how an epoch went."""
    print(f"{what}, epoch {epoch + 1}: loss {loss:.3f}, {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    """Train and save the networks, ``NAME.pt``, ``NAME.encoder.pt`` and ``NAME.pairs.pt``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="where the owners' texts of the corpus lie")
    parser.add_argument("--out", type=Path, default=Path("network.pt"))
    parser.add_argument("--heads", type=int, default=10, help="epochs of the heads alone")
    parser.add_argument("--tune", type=int, default=6, help="epochs in which the encoder learns too")
    parser.add_argument(
        "--start", type=Path, help="heads to start from, with the encoder that lies beside them"
    )
    args = parser.parse_args()
    torch.manual_seed(SEED)
    data = load(Corpus(data=args.data))
    windows, dev = data.examples(data.train), data.examples(data.dev)
    print(len(windows), "windows to learn from,", len(dev), "to measure on", flush=True)
    encoder, network = pretrained(), Network()
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
        tuned = args.start.with_suffix(".encoder.pt")
        if tuned.is_file():
            encoder.load_state_dict(torch.load(tuned, weights_only=True))
    if args.heads:
        encode([*windows, *dev], encoder)
        train(network, windows, args.heads, RATE_OF_TUNING if args.start else RATE)
    if args.tune:
        tune(encoder, network, data.train, args.tune)
        torch.save(encoder.state_dict(), args.out.with_suffix(".encoder.pt"))
    torch.save(network.state_dict(), args.out)
    encode([*windows, *dev], encoder)
    pairs, scores = train_pairs(network, data.train, data.dev)
    torch.save(pairs.state_dict(), args.out.with_suffix(".pairs.pt"))
    figures = {"windows": len(windows), "dev": measure(network, dev) | scores}
    args.out.with_suffix(".json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
