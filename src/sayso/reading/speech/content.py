"""What a cue reports."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.analysis import CueKind
from sayso.reading.speech.scene import Range


@dataclass(frozen=True, slots=True)
class Content:
    """The parts of a report, in text order, and what the cue commits its source to in this frame."""

    parts: tuple[Range, ...]
    kind: CueKind
