"""Texts of MEANTIME (NewsReader): tokens of Wikinews articles put together again, a line a sentence."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

_FOLDER = "intra-doc_annotation"
_NO_SPACE_BEFORE = re.compile(r" (?=(?:[,.;:?!%)\]]|'s|n't|'re|'ve|'ll|'d|'m|''|’s)(?: |$))")
_NO_SPACE_AFTER = re.compile(r"(?<=[(\[$€£]) ")


def meantime_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Give document id and text of each article in `data/meantime-english/meantime_english.zip`."""
    with zipfile.ZipFile(data / "meantime-english" / "meantime_english.zip") as packed:
        names = sorted(name for name in packed.namelist() if _FOLDER in name and name.endswith(".xml"))
        for name in names:
            topic = name.split("/")[-2].removeprefix("corpus_")
            number = name.split("/")[-1].split("_")[0]
            # The set ships with the project's data and holds no entities; still, none would be followed.
            yield f"{topic}-{number}", _text(ElementTree.fromstring(packed.read(name)))  # noqa: S314


def _text(root: ElementTree.Element) -> str:
    lines: dict[str, list[str]] = {}
    for token in root.iter("token"):
        lines.setdefault(token.attrib["sentence"], []).append(token.text or "")
    return "\n".join(_joined(words) for words in lines.values()) + "\n"


def _joined(words: list[str]) -> str:
    """Join tokens: no space before closing marks and after opening ones, quotation marks by turns."""
    line = _NO_SPACE_AFTER.sub("", _NO_SPACE_BEFORE.sub("", " ".join(words)))
    opened = False
    out = ""
    for part in re.split(r'( ?" ?)', line):
        if part.strip() != '"':
            out += part
            continue
        opened = not opened
        out = out.rstrip() + (' "' if opened and out else '"') if opened else out.rstrip() + '" '
    return out.rstrip()
