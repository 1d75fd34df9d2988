"""Texts of the free documents of UD English GUM: the sentences of a document, a line a paragraph."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path


def gum_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Give document id and text of each document under `data/ud-english-gum-free`."""
    for path in sorted((data / "ud-english-gum-free").glob("*.conllu.gz")):
        name, text = "", ""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# newdoc id = "):
                    if name:
                        yield name, text.strip() + "\n"
                    name, text = line.split("=", 1)[1].strip().removeprefix("GUM_").replace("_", "-"), ""
                elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                    text = text.rstrip() + "\n"
                elif line.startswith("# text = "):
                    text += line[len("# text = ") :].strip() + " "
        if name:
            yield name, text.strip() + "\n"
