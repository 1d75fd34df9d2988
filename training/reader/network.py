"""The heads: small networks on the states of words that the encoder gives."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.encoder import KEPT, WIDTH
from sayso.reading.learned.hints import TAGS
from sayso.reading.learned.hints import WIDTH as HINTS
from sayso.reading.learned.scheme import ANCHORS, KINDS, ROLES, VERDICTS

SHAPES = 8
INNER = 256
ROLE_WIDTH = 160
FAR = 60
"""Distances in words beyond this are one."""
LAYERS_OF_MENTIONS = 2


class Network(nn.Module):
    """Finds anchors and mentions, and for an anchor its roles and verdicts."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes = nn.Embedding(SHAPES, 32)
        self.tags = nn.Embedding(len(TAGS) + 1, 32)
        self.mix = nn.Linear(len(KEPT) * WIDTH + 64 + HINTS, INNER)
        self.run = nn.LSTM(INNER, INNER // 2, batch_first=True, bidirectional=True)
        self.drop, self.drop_in = nn.Dropout(0.3), nn.Dropout(0.2)
        self.anchors = nn.Linear(INNER, len(ANCHORS))
        self.mentions = nn.Linear(INNER, LAYERS_OF_MENTIONS * (2 * len(KINDS) + 1))
        self.of_word, self.of_anchor = nn.Linear(INNER, ROLE_WIDTH), nn.Linear(INNER, ROLE_WIDTH)
        self.of_both_word, self.of_both_anchor = nn.Linear(INNER, ROLE_WIDTH), nn.Linear(INNER, ROLE_WIDTH)
        self.of_kind = nn.Embedding(len(ANCHORS), ROLE_WIDTH)
        self.of_distance = nn.Embedding(2 * FAR + 1, ROLE_WIDTH)
        self.beside = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 5, padding=2)
        self.roles = nn.Linear(ROLE_WIDTH, 3 * len(ROLES))
        self.verdicts = nn.ModuleDict(
            {name: nn.Linear(2 * INNER, len(values)) for name, values in VERDICTS.items()}
        )
        self.kind_for_verdict = nn.Embedding(len(ANCHORS), INNER)

    def states(self, pieces: Tensor, at: Tensor, shapes: Tensor, tags: Tensor, hints: Tensor) -> Tensor:
        """Return (rows, words, 256): the states of words, whose first pieces stand `at`."""
        words = torch.gather(pieces, 1, at[..., None].expand(-1, -1, pieces.shape[-1]))
        known = torch.cat([self.shapes(shapes), self.tags(tags), hints], -1)
        mixed = functional.gelu(self.mix(torch.cat([self.drop_in(words), known], -1)))
        run, _ = self.run(self.drop(mixed))
        return self.drop(run + mixed)

    def role_scores(self, states: Tensor, row: Tensor, word: Tensor, kind: Tensor) -> Tensor:
        """Return (anchors, words, roles, 3), none, beginning, inside, for anchors by row, word and kind."""
        anchor = states[row, word]
        far = torch.arange(states.shape[1], device=states.device)[None] - word[:, None]
        both = self.of_both_word(states)[row] * self.of_both_anchor(anchor)[:, None]
        made = (
            self.of_word(states)[row] + self.of_anchor(anchor)[:, None] + both + self.of_kind(kind)[:, None]
        )
        made = functional.gelu(made + self.of_distance(far.clamp(-FAR, FAR) + FAR))
        made = made + functional.gelu(self.around(made))
        return self.roles(self.drop(made)).unflatten(-1, (len(ROLES), 3))

    def around(self, made: Tensor) -> Tensor:
        """Return what the words beside each word add to it."""
        return self.beside(made.transpose(1, 2)).transpose(1, 2)

    def verdict_scores(self, states: Tensor, row: Tensor, word: Tensor, kind: Tensor) -> dict[str, Tensor]:
        """Return for each verdict the scores of its values."""
        near = functional.avg_pool1d(states.transpose(1, 2), 15, 1, 7, count_include_pad=False).transpose(
            1, 2
        )
        made = torch.cat([states[row, word] + self.kind_for_verdict(kind), near[row, word]], -1)
        return {name: head(made) for name, head in self.verdicts.items()}
