"""The only door for faces: open a ledger, read into it, ask it.

    from sayso import open_ledger

    with open_ledger("conflict.db") as ledger:
        ledger.read(["articles/"])
        for point in ledger.board(limit=10):
            print(point["question"], point["status"])

Every query returns a `Frame`: rows of plain values that any table library takes (`to_records()`).
"""

from __future__ import annotations

from sayso.api.beside import (
    border_lines,
    demo_folder,
    evaluate_stage,
    ground_within,
    picture_of,
    quality_page,
)
from sayso.api.ledger import Ledger, open_ledger
from sayso.api.taking import export_formats
from sayso.pipeline.progress import Progress
from sayso.views.frame import Frame

__all__ = [
    "Frame",
    "Ledger",
    "Progress",
    "border_lines",
    "demo_folder",
    "evaluate_stage",
    "export_formats",
    "ground_within",
    "open_ledger",
    "picture_of",
    "quality_page",
]
