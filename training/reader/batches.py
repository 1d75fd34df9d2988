"""Windows as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from reader.encoder import KEPT, WIDTH
from reader.examples import Example
from reader.network import LAYERS_OF_MENTIONS
from sayso.reading.learned.hints import WIDTH as HINTS
from sayso.reading.learned.scheme import ANCHORS, ROLES, VERDICTS

SIZE = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows; -100 marks what is not to be learned from."""

    pieces: Tensor
    """(rows, pieces, width): the encoder's states."""
    at: Tensor
    shapes: Tensor
    tags: Tensor
    hints: Tensor
    """(rows, words, hints)."""
    own: Tensor
    """(rows, words): 1 where the word is read in this window."""
    anchors: Tensor
    """(rows, words, kinds of anchors)."""
    sure: Tensor
    """The same shape: 0 where it is open whether there is an anchor."""
    mentions: Tensor
    """(rows, words, layers): 0 none, 1 + 2 × kind beginning, 2 + 2 × kind inside."""
    row: Tensor
    word: Tensor
    kind: Tensor
    roles: Tensor
    """(anchors, words, roles): 0 none, 1 beginning, 2 inside."""
    verdicts: Tensor
    """(anchors, verdicts)."""


def groups(windows: Sequence[Example], chance: random.Random | None = None) -> Iterator[Sequence[Example]]:
    """Give windows of like length together; with a source of chance, in an order of its choosing."""
    order = sorted(windows, key=lambda example: len(example.window.ids))
    held = [order[start : start + SIZE] for start in range(0, len(order), SIZE)]
    if chance:
        chance.shuffle(held)
    yield from held


def batches(windows: Sequence[Example], chance: random.Random | None = None) -> Iterator[Batch]:
    """Give the windows in batches, from the states that they hold."""
    yield from map(batch, groups(windows, chance))


def padded(group: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Return the ids of the windows' pieces, and 1 where there is a piece."""
    width = max(len(example.window.ids) for example in group)
    ids, mask = torch.zeros(len(group), width, dtype=torch.long), torch.zeros(len(group), width)
    for n, example in enumerate(group):
        ids[n, : len(example.window.ids)] = torch.tensor(example.window.ids)
        mask[n, : len(example.window.ids)] = 1
    return ids, mask


def batch(group: Sequence[Example]) -> Batch:
    """Return windows as one batch."""
    pieces = max(len(example.window.ids) for example in group)
    words = max(len(example.window.at) for example in group)
    rows = len(group)
    states = torch.zeros(rows, pieces, len(KEPT) * WIDTH)
    at, shapes = torch.zeros(rows, words, dtype=torch.long), torch.zeros(rows, words, dtype=torch.long)
    tags, hints = torch.zeros(rows, words, dtype=torch.long), torch.zeros(rows, words, HINTS)
    own = torch.zeros(rows, words)
    anchors, sure = torch.zeros(rows, words, len(ANCHORS)), torch.ones(rows, words, len(ANCHORS))
    mentions = torch.zeros(rows, words, LAYERS_OF_MENTIONS, dtype=torch.long)
    held = [(n, item) for n, example in enumerate(group) for item in example.anchors]
    roles = torch.zeros(len(held), words, len(ROLES), dtype=torch.long)
    unsaid = (-100,) * len(VERDICTS)
    for n, example in enumerate(group):
        if example.states is not None:
            states[n, : len(example.window.ids)] = example.states.float()
        at[n, : len(example.window.at)] = torch.tensor(example.window.at)
        shapes[n, : len(example.window.at)] = torch.tensor(example.window.shapes)
        tags[n, : len(example.window.at)] = torch.tensor(example.window.tags)
        hints[n, : len(example.window.at)] = torch.tensor(example.window.hints, dtype=torch.float)
        own[n, example.window.own : len(example.window.at)] = 1
        _mentions(mentions[n], example)
        for item in example.anchors:
            anchors[n, item.word, item.kind] = 1
        for word, kind in example.doubtful:
            sure[n, word, kind] = 0
    for n, (row, item) in enumerate(held):
        roles[n, len(group[row].window.at) :] = -100
        for role, spans in item.roles.items():
            for first, last in spans:
                roles[n, first, role] = 1
                roles[n, first + 1 : last, role] = 2
    return Batch(
        states, at, shapes, tags, hints, own, anchors, sure, mentions,
        torch.tensor([row for row, _ in held], dtype=torch.long),
        torch.tensor([item.word for _, item in held], dtype=torch.long),
        torch.tensor([item.kind for _, item in held], dtype=torch.long),
        roles,
        torch.tensor([item.verdicts or unsaid for _, item in held], dtype=torch.long).view(-1, len(VERDICTS)),
    )  # fmt: skip


def _mentions(layers: Tensor, example: Example) -> None:
    """Mark mentions in the first layer where they are outermost, in the second where another holds them."""
    layers[len(example.window.at) :] = -100
    for first, last, kind in sorted(example.mentions, key=lambda item: (item[0] - item[1], item[0])):
        layer = 0 if not layers[first:last, 0].any() else 1
        if layers[first:last, layer].any():
            continue
        layers[first, layer] = 1 + 2 * kind
        layers[first + 1 : last, layer] = 2 + 2 * kind
