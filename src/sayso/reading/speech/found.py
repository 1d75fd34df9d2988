"""One act of speech as found, before it becomes an attribution: all in token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.analysis import CueKind
from sayso.reading.speech.scene import Range


@dataclass(frozen=True, slots=True)
class Found:
    """`cue` and `source` token ranges, `content` its parts in text order, `via` the relays' names."""

    sentence: int
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    kind: CueKind
    via: tuple[str, ...] = ()
    reason: str | None = None
