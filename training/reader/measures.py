"""How well the network does: anchors, roles, verdicts, mentions, on windows it has not learned from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch

from reader.batches import batches
from reader.examples import Example
from reader.network import Network
from sayso.reading.learned.scheme import ANCHORS, ROLES, VERDICTS
from sayso.reading.learned.spans import stretches


class Tally:
    """Counts of right, said and wanted, by name."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, name: str, said: set[object], wanted: set[object]) -> None:
        """Count one set of answers."""
        self.right[name] += len(said & wanted)
        self.said[name] += len(said)
        self.wanted[name] += len(wanted)

    def f1(self) -> dict[str, float]:
        """Return F1 by name."""
        names = sorted({*self.said, *self.wanted})
        return {n: round(2 * self.right[n] / max(1, self.said[n] + self.wanted[n]), 4) for n in names}


@torch.no_grad()
def measure(network: Network, windows: Sequence[Example], threshold: float = 0.5) -> dict[str, float]:
    """Return the scores; roles and verdicts are asked for the labelled anchors."""
    network.eval()
    tally = Tally()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for item in batches(windows):
        states = network.states(item.pieces, item.at, item.shapes, item.tags, item.hints)
        said = (network.anchors(states).sigmoid() > threshold) & (item.own > 0)[..., None]
        for kind, name in enumerate(ANCHORS):
            got = {tuple(place) for place in said[..., kind].nonzero().tolist()}
            want = {tuple(place) for place in item.anchors[..., kind].nonzero().tolist()}
            tally.add(f"anchor {name}", got, want)
            if name != "cue":
                tally.add("anchors", {(kind, *g) for g in got}, {(kind, *w) for w in want})
        _words(tally, network, states, item)
        if len(item.row):
            scores = network.role_scores(states, item.row, item.word, item.kind).argmax(-1)
            _roles(tally, scores, item.roles)
            for number, name in enumerate(VERDICTS):
                made = network.verdict_scores(states, item.row, item.word, item.kind)[name].argmax(-1)
                held = item.verdicts[:, number] >= 0
                right[name] += int((made == item.verdicts[:, number])[held].sum())
                asked[name] += int(held.sum())
    network.train()
    return tally.f1() | {name: round(right[name] / max(1, asked[name]), 4) for name in VERDICTS}


def _roles(tally: Tally, scores: torch.Tensor, labels: torch.Tensor) -> None:
    for number, name in enumerate(ROLES):
        for row in range(len(labels)):
            held = labels[row, :, number]
            length = int((held >= 0).sum())
            got = set(stretches(scores[row, :length, number].tolist()))
            want = set(stretches(held[:length].tolist()))
            tally.add(f"role {name}", got, want)
            tally.add(f"words {name}", _covered(got), _covered(want))


def _covered(spans: set[tuple[int, int]]) -> set[object]:
    return {word for first, last in spans for word in range(first, last)}


def _words(tally: Tally, network: Network, states: torch.Tensor, item: object) -> None:
    labels = item.mentions  # type: ignore[attr-defined]
    scores = network.mentions(states).unflatten(-1, (2, -1)).argmax(-1)
    for layer in range(2):
        for row in range(len(labels)):
            length = int((labels[row, :, layer] >= 0).sum())
            tally.add(
                "mentions",
                _kinded(scores[row, :length, layer].tolist(), layer),
                _kinded(labels[row, :length, layer].tolist(), layer),
            )


def _kinded(tags: list[int], layer: int) -> set[object]:
    plain = [0 if not tag else 1 + (tag - 1) % 2 for tag in tags]
    return {(layer, first, last, (tags[first] - 1) // 2) for first, last in stretches(plain)}
