"""The networks at run time: ONNX Runtime on one core, the encoder's weights in eight bits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from sayso.reading.learned.scheme import VERDICTS
from sayso.reading.learned.windows import Window

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads say of one window: rows are its words."""

    states: Floats
    anchors: Floats
    """(words, kinds of anchors), probabilities."""
    mentions: Floats
    """(words, layers × tags), scores."""


class Network:
    """The encoder and its heads; the same text gives the same figures in any process."""

    def __init__(self, folder: Path) -> None:
        """Load the networks from the ``.onnx`` files of a folder."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._encoder, self._finding, self._filling, self._pairs = (
            _session(folder / f"{name}.onnx") for name in ("encoder", "finding", "filling", "pairs")
        )

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of each word."""
        found = self._tokenizer.encode_batch(list(words), add_special_tokens=False)
        return [item.ids for item in found]

    def encode(self, window: Window) -> Floats:
        """Return (1, pieces, width): what the encoder makes of a window's pieces."""
        ids = np.array([window.ids], dtype=np.int64)
        mask = np.ones(ids.shape, dtype=np.float32)
        return np.asarray(self._encoder.run(None, {"ids": ids, "mask": mask})[0], dtype=np.float32)

    def see(self, window: Window) -> Seen:
        """Return what the heads find in a window."""
        given = {
            "pieces": self.encode(window),
            "at": _row(window.at),
            "shapes": _row(window.shapes),
            "tags": _row(window.tags),
            "hints": np.array([window.hints], dtype=np.float32),
        }
        states, anchors, mentions = self._finding.run(None, given)
        return Seen(states[0], anchors[0], mentions[0])

    def fill(
        self, seen: Seen, words: Sequence[int], kinds: Sequence[int]
    ) -> tuple[Floats, dict[str, Floats]]:
        """Return probabilities: (anchors, words, roles, 3), and for each verdict (anchors, values)."""
        given = {
            "states": seen.states[None],
            "row": np.zeros(len(words), dtype=np.int64),
            "word": np.array(words, dtype=np.int64),
            "kind": np.array(kinds, dtype=np.int64),
        }
        roles, *verdicts = self._filling.run(None, given)
        return roles, dict(zip(VERDICTS, verdicts, strict=True))

    def compare(self, earlier: Floats, later: Floats, features: Floats) -> Floats:
        """Return (pairs, 2): scores that two mentions mean the same, and that one belongs to the other."""
        found = self._pairs.run(None, {"earlier": earlier, "later": later, "features": features})[0]
        return np.asarray(found, dtype=np.float32)


@cache
def network() -> Network:
    """Return the networks that ship with Sayso, loaded once a process."""
    return Network(Path(str(resources.files(__package__).joinpath("weights"))))


def _session(path: Path) -> Any:
    options = SessionOptions()
    # One core a process: runs are spread over processes, and figures do not depend on the machine's cores.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _row(values: Sequence[int]) -> Ints:
    return np.array([values], dtype=np.int64)
