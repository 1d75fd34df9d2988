"""Which mentions mean the same, and who belongs to whom: a small network on pairs of mentions."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.batches import batch
from reader.examples import Labelled, Mention
from reader.network import INNER, Network
from sayso.reading.learned.pairs import WIDTH, matrix
from sayso.reading.learned.scheme import KINDS

REACH = 50
"""So many mentions back an antecedent is looked for."""
NEAR = 2
"""So many sentences apart two mentions may stand to tell who belongs to whom."""
EPOCHS = 8
HOLDERS = frozenset(
    {KINDS.index("party"), KINDS.index("state"), KINDS.index("organisation"), KINDS.index("outlet")}
)
"""Kinds of entities to which others belong."""
_SHORT = 64


class Pairs(nn.Module):
    """From two mentions' states and features to two scores: the same, and the later one's side."""

    def __init__(self) -> None:
        super().__init__()
        self.short = nn.Linear(INNER, _SHORT)
        self.one = nn.Linear(3 * _SHORT + WIDTH, 160)
        self.two = nn.Linear(160, 80)
        self.out = nn.Linear(80, 2)
        self.drop = nn.Dropout(0.3)

    def forward(self, earlier: Tensor, later: Tensor, features: Tensor) -> Tensor:
        """Return (pairs, 2)."""
        a, b = self.short(self.drop(earlier)), self.short(self.drop(later))
        made = self.drop(functional.gelu(self.one(torch.cat([a, b, a * b, features], -1))))
        return self.out(functional.gelu(self.two(made)))


@dataclass(slots=True)
class Spoken:
    """The mentions of a document with their states, and the pairs to ask about."""

    states: Tensor
    mentions: list[Mention]
    pairs: list[tuple[int, int]]
    features: Tensor


def asked(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the pairs to ask about: each mention with those before it that are in reach."""
    return [(i, j) for j in range(len(mentions)) for i in range(max(0, j - REACH), j)]


@torch.no_grad()
def spoken(network: Network, document: Labelled) -> Spoken:
    """Return a document's mentions with their states."""
    network.eval()
    states: dict[int, Tensor] = {}
    for example in document.examples:
        made = batch([example])
        found = network.states(made.pieces, made.at, made.shapes, made.tags, made.hints)[0]
        for word in range(example.window.own, len(example.window.at)):
            states[example.window.first + word] = found[word]
    nothing = torch.zeros(INNER)
    rows = [
        torch.stack([states.get(w, nothing) for w in range(m.spoken.first, m.spoken.last)]).mean(0)
        for m in document.mentions
    ]
    pairs = asked(document.mentions)
    features = torch.from_numpy(matrix([m.spoken for m in document.mentions], pairs))
    return Spoken(torch.stack(rows) if rows else torch.zeros(0, INNER), document.mentions, pairs, features)


def train_pairs(
    network: Network, documents: Sequence[Labelled], dev: Sequence[Labelled]
) -> tuple[Pairs, dict[str, float]]:
    """Return the network of pairs, trained on the documents, and its scores on `dev`."""
    chance = random.Random(7)
    learn, test = ([spoken(network, item) for item in held if item.mentions] for held in (documents, dev))
    pairs = Pairs()
    made = torch.optim.AdamW(pairs.parameters(), lr=1e-3, weight_decay=0.01)
    for epoch in range(EPOCHS):
        pairs.train()
        chance.shuffle(learn)
        started, total = time.monotonic(), 0.0
        for item in learn:
            if not item.pairs:
                continue
            loss = loss_of(pairs, item)
            made.zero_grad()
            loss.backward()
            made.step()
            total += float(loss.detach())
        print(
            f"pairs, epoch {epoch + 1}: loss {total / len(learn):.3f}, {time.monotonic() - started:.0f} s",
            flush=True,
        )
    return pairs, measure_pairs(pairs, test)


def loss_of(pairs: Pairs, item: Spoken) -> Tensor:
    """Return the loss on a document: each mention has an antecedent or none, each pair a side or none."""
    first = torch.tensor([i for i, _ in item.pairs])
    second = torch.tensor([j for _, j in item.pairs])
    scores = pairs(item.states[first], item.states[second], item.features)
    same = torch.tensor([item.mentions[i].entity == item.mentions[j].entity for i, j in item.pairs])
    total = torch.full((len(item.mentions),), 0.0)
    ones = scores[:, 0].exp()
    everything = total.index_add(0, second, ones) + 1.0
    right = torch.zeros(len(item.mentions)).index_add(0, second, ones * same)
    alone = torch.zeros(len(item.mentions)).index_add(0, second, same.float()) == 0
    right = right + alone.float()
    links = -(right / everything).clamp_min(1e-6).log().mean()
    ahead, told = _sides(item)
    if not ahead:
        return links
    wanted = torch.tensor(told, dtype=torch.float)
    made = scores[torch.tensor(ahead), 1]
    return links + functional.binary_cross_entropy_with_logits(made, wanted, pos_weight=torch.tensor(3.0))


def _sides(item: Spoken) -> tuple[list[int], list[float]]:
    """Return the pairs near enough to tell a side, and whether one of the two belongs to the other."""
    numbers, told = [], []
    for number, (i, j) in enumerate(item.pairs):
        a, b = item.mentions[i], item.mentions[j]
        if b.spoken.sentence - a.spoken.sentence <= NEAR and a.entity != b.entity:
            numbers.append(number)
            told.append(float(a.side == b.entity or b.side == a.entity))
    return numbers, told


@torch.no_grad()
def measure_pairs(pairs: Pairs, documents: Sequence[Spoken]) -> dict[str, float]:
    """Return how many mentions get a right antecedent (or rightly none), and F1 of sides of pairs."""
    pairs.eval()
    right = asked_for = hits = said = wanted = 0
    for item in documents:
        if not item.pairs:
            continue
        first = torch.tensor([i for i, _ in item.pairs])
        second = torch.tensor([j for _, j in item.pairs])
        scores = pairs(item.states[first], item.states[second], item.features)
        best: dict[int, tuple[float, int]] = {}
        for number, (i, j) in enumerate(item.pairs):
            best[j] = max(best.get(j, (0.0, -1)), (float(scores[number, 0]), i))
        for j, (_, i) in best.items():
            before = {item.mentions[n].entity for n in range(max(0, j - REACH), j)}
            mine = item.mentions[j].entity
            right += item.mentions[i].entity == mine if i >= 0 else mine not in before
            asked_for += 1
        ahead, told = _sides(item)
        if ahead:
            got = scores[torch.tensor(ahead), 1] > 0
            want = torch.tensor(told) > 0
            hits, said, wanted = (
                hits + int((got & want).sum()),
                said + int(got.sum()),
                wanted + int(want.sum()),
            )
    return {
        "antecedents": round(right / max(1, asked_for), 4),
        "sides": round(2 * hits / max(1, said + wanted), 4),
    }
