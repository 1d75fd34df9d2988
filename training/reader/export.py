"""Write the trained network as the ONNX files that ship with the product."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from reader.encoder import HEADS, KEPT, WIDTH, Encoder, model_folder, pretrained
from reader.network import INNER, Network
from reader.pairs import Pairs
from sayso.reading.learned.hints import WIDTH as HINTS
from sayso.reading.learned.pairs import WIDTH as PAIR_WIDTH
from sayso.reading.learned.scheme import VERDICTS

OPSET = 17


class Finding(nn.Module):
    """From the encoder's states to the words' states, and the scores of anchors and mentions."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, at: Tensor, shapes: Tensor, tags: Tensor, hints: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return states, probabilities of anchors, scores of mention tags."""
        states = self.network.states(pieces, at, shapes, tags, hints)
        return states, self.network.anchors(states).sigmoid(), self.network.mentions(states)


class Filling(nn.Module):
    """From words' states and anchors to the scores of roles and verdicts."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, row: Tensor, word: Tensor, kind: Tensor) -> tuple[Tensor, ...]:
        """Return probabilities of roles' tags, then of each verdict's values."""
        roles = self.network.role_scores(states, row, word, kind).softmax(-1)
        verdicts = self.network.verdict_scores(states, row, word, kind)
        return (roles, *(verdicts[name].softmax(-1) for name in VERDICTS))


def write_encoder(model: Encoder, folder: Path) -> None:
    """Write the encoder, its weights rounded to eight bits, and its tokenizer."""
    model.eval()
    ids = torch.ones(2, 9, dtype=torch.long)
    with tempfile.TemporaryDirectory() as place:
        plain, better = Path(place, "plain.onnx"), Path(place, "better.onnx")
        names = {"input_names": ["ids", "mask"], "output_names": ["pieces"]}
        axes = {name: {0: "rows", 1: "pieces"} for name in ("ids", "mask", "pieces")}
        torch.onnx.export(
            model,
            (ids, torch.ones(2, 9)),
            str(plain),
            dynamo=False,
            opset_version=OPSET,
            dynamic_axes=axes,
            **names,
        )
        optimize_model(str(plain), "bert", num_heads=HEADS, hidden_size=WIDTH).save_model_to_file(str(better))
        rounded(better, folder / "encoder.onnx")
    shutil.copy(model_folder() / "tokenizer.json", folder / "tokenizer.json")


def rounded(source: Path, target: Path) -> None:
    """Write a network with its weights rounded to eight bits."""
    quantize_dynamic(
        str(source), str(target), weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip


def write_heads(network: Network, folder: Path) -> None:
    """Write the heads: one file that finds anchors and mentions, one that fills an anchor's roles."""
    network.eval()
    at = torch.ones(1, 5, dtype=torch.long)
    given = (torch.zeros(1, 9, len(KEPT) * WIDTH), at, at, at, torch.zeros(1, 5, HINTS))
    words = ("at", "shapes", "tags", "hints", "states", "anchors", "mentions")
    axes: dict[str, dict[int, str]] = {name: {0: "rows", 1: "words"} for name in words}
    axes["pieces"] = {0: "rows", 1: "pieces"}
    write(Finding(network), given, ("pieces", *words[:4]), words[4:], axes, folder / "finding.onnx")
    row = torch.zeros(3, dtype=torch.long)
    axes = {name: {0: "anchors"} for name in ("row", "word", "kind", *VERDICTS)}
    axes |= {"states": {0: "rows", 1: "words"}, "roles": {0: "anchors", 1: "words"}}
    given = (torch.zeros(1, 5, INNER), row, row, row)
    names = ("states", "row", "word", "kind")
    write(Filling(network), given, names, ("roles", *VERDICTS), axes, folder / "filling.onnx")


def write_pairs(pairs: Pairs, folder: Path) -> None:
    """Write the network of pairs."""
    pairs.eval()
    names = ("earlier", "later", "features")
    axes = {name: {0: "pairs"} for name in (*names, "scores")}
    given = (torch.zeros(3, INNER), torch.zeros(3, INNER), torch.zeros(3, PAIR_WIDTH))
    write(pairs, given, names, ("scores",), axes, folder / "pairs.onnx")


def write(
    model: nn.Module, given: tuple[Tensor, ...], inputs: Sequence[str], outputs: Sequence[str],
    axes: Mapping[str, Mapping[int, str]], path: Path,
) -> None:  # fmt: skip
    """Write a network as ONNX; the axes that are named may have any length."""
    torch.onnx.export(
        model, given, str(path), dynamo=False, opset_version=OPSET,
        input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes,
    )  # fmt: skip


def main() -> None:
    """Write the files of a trained network into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", action="store_true", help="write the encoder too")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    network = Network()
    network.load_state_dict(torch.load(args.network, weights_only=True))
    write_heads(network, args.folder)
    pairs = Pairs()
    pairs.load_state_dict(torch.load(args.network.with_suffix(".pairs.pt"), weights_only=True))
    write_pairs(pairs, args.folder)
    figures = args.network.with_suffix(".json")
    if figures.is_file():
        shutil.copy(figures, args.folder / "figures.json")
    if args.encoder:
        encoder = pretrained()
        tuned = args.network.with_suffix(".encoder.pt")
        if tuned.is_file():
            encoder.load_state_dict(torch.load(tuned, weights_only=True))
        write_encoder(encoder, args.folder)


if __name__ == "__main__":
    main()
