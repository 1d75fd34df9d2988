"""From what was found to attributions: parents, relays of nested speech, direct or indirect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.model.analysis import Attribution
from sayso.reading.speech.found import Found
from sayso.reading.speech.relays import relay_name
from sayso.reading.speech.scene import Scene

Style = Literal["direct", "indirect", "mixed"]


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names in order, each once."""
    return tuple(dict.fromkeys(names))


def linked(scene: Scene, found: Sequence[Found]) -> tuple[Attribution, ...]:
    """Return the attributions with their parents; a speaker inside another's report is relayed by them."""
    out: list[Attribution] = []
    parents = [_parent(found, number) for number in range(len(found))]
    for number, item in enumerate(found):
        via = list(item.via)
        parent = parents[number]
        seen = {number}
        while parent is not None and parent not in seen:
            seen.add(parent)
            outer = found[parent]
            if (
                outer.source is not None
                and outer.kind in ("says", "reports")
                and not _same_speaker(scene, item, outer)
            ):
                via.append(relay_name(scene, outer.source))
            via += outer.via
            parent = parents[parent]
        content = tuple(scene.span(part) for part in item.content)
        out.append(
            Attribution(
                cue=scene.span(item.cue),
                source=scene.span(item.source) if item.source is not None else None,
                content=content,
                kind=item.kind,
                style=_style(scene, item),
                via=unique(via),
                parent=parents[number],
                reason=item.reason,
            )
        )
    return tuple(out)


def _same_speaker(scene: Scene, item: Found, outer: Found) -> bool:
    """Tell whether a nested source may be the outer one again: the same words, or a pronoun."""
    if item.source is None or item.source == outer.source:
        return True
    words = [scene.tokens[n] for n in range(*item.source)]
    return len(words) == 1 and words[0].tag in ("PRP", "PRP$")


def _parent(found: Sequence[Found], number: int) -> int | None:
    """Return the attribution with the shortest content that holds this one's cue, source and content."""
    item = found[number]
    best: tuple[int, int] | None = None
    for other, outer in enumerate(found):
        if other == number or outer.cue == item.cue:
            continue
        for first, last in outer.content:
            holds = first <= item.cue[0] and item.cue[1] <= last
            inside = item.source in (None, outer.source) or (
                item.source is not None and first <= item.source[0] and item.source[1] <= last
            )
            holds = holds and inside
            if holds and (best is None or last - first < best[0]):
                best = (last - first, other)
    return best[1] if best is not None else None


def _style(scene: Scene, found: Found) -> Style:
    tokens = [
        n
        for first, last in found.content[: _own_parts(found)]
        for n in range(first, last)
        if scene.tokens[n].text[0].isalnum()
    ]
    quoted = sum(scene.quote_at[n] >= 0 for n in tokens)
    if tokens and quoted == len(tokens):
        return "direct"
    return "mixed" if quoted else "indirect"


def _own_parts(found: Found) -> int:
    """Return how many parts of the content are the cue's own words (a denial points to the others)."""
    return 1 if found.kind in ("denies", "doubts") else len(found.content)
