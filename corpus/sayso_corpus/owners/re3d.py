"""Texts of re3d (Defence Science and Technology Laboratory): documents on Syria and Iraq, titles first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path


def re3d_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Give document id and text, title first, of each document under `data/re3d`."""
    for path in sorted((data / "re3d").glob("*/documents.json")):
        folder = path.parent.name.lower().replace("_", "-")
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                text = "\n".join(part.strip() for part in (row["title"] + "\n" + row["text"]).splitlines())
                # Eight figures of the owner's id tell its documents apart.
                yield f"{folder}-{row['_id'][:8].lower()}", text.strip() + "\n"
