"""Reports that are a clause behind their cue: X said (that) …, X said: “…”."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.speech.borders import right_end, whole_quotes
from sayso.reading.speech.content import Content
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.lexicon import noun_kinds
from sayso.reading.speech.scene import Scene
from sayso.reading.speech.skipping import after_modifiers, finite_verb_after, is_time
from sayso.reading.syntax import Syntax


def that_clause(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    """X said (that) …, X said: “…”."""
    kind = cue.frames.get("that") or cue.frames.get("quote")
    if kind is None:
        return None
    place = after_modifiers(scene, cue)
    start = that_starts(scene, cue, place)
    if start is None and "that" in cue.frames:
        start = clause_starts(scene, cue, place)
    if start is None:
        start = _quote_starts(scene, cue, place)
    if start is None:
        return None
    end = right_end(scene, cue, cues, start)
    first, last = scene.trim((start, end))
    if scene.quote_at[first] >= 0 and scene.quote_at[first] == scene.quote_at[last - 1]:
        first, last = whole_quotes(scene, (first, last))
    return Content(((first, last),), kind) if first < last else None


def that_starts(scene: Scene, cue: Cue, place: int) -> int | None:
    """Return where the clause after "that" begins; a noun's own ("claims that …") is stepped over."""
    syntax = scene.syntaxes[cue.sentence]
    for number in range(cue.words[1], syntax.last):
        token = scene.tokens[number]
        if (
            number > place + 1
            and token.tag in ("VBD", "VBZ", "VBP", "MD")
            and not _in_noun_clause(scene, place, number)
        ):
            return None
        if token.text.lower() != "that" or token.tag not in ("IN", "WDT", "DT"):
            continue
        if scene.tokens[number - 1].lemma in noun_kinds() and number > cue.words[1]:
            continue
        if any(verb.first > number for verb in syntax.verbs) and number <= max(place, cue.words[1]) + 1:
            return number + 1
        if _in_noun_clause(scene, cue.words[1], number):
            return number + 1
    return None


def _in_noun_clause(scene: Scene, first: int, place: int) -> bool:
    """Tell whether a reporting noun's that-clause began between `first` and `place`."""
    return any(
        scene.tokens[n].text.lower() == "that" and scene.tokens[n - 1].lemma in noun_kinds()
        for n in range(max(first, 1), place)
    )


def clause_starts(scene: Scene, cue: Cue, place: int) -> int | None:
    """Return where a clause without "that" begins, if one does at `place`."""
    syntax = scene.syntaxes[cue.sentence]
    if place >= syntax.last:
        return None
    start = place
    while start < syntax.last and (scene.is_mark(start) or scene.tokens[start].tag.startswith("RB")):
        opening = syntax.chunk_at(start)
        if opening is not None and opening.first == start:
            break
        start += 1
    token = scene.tokens[start] if start < syntax.last else None
    if token is None:
        return None
    if token.text.lower() in (
        "if",
        "when",
        "what",
        "how",
        "why",
        "where",
        "who",
        "whether",
        "because",
        "after",
        "unless",
    ):
        return (
            place
            if token.text.lower() not in ("because", "after", "when") or _has_ccomp(syntax, cue, start)
            else None
        )
    verb = finite_verb_after(scene, start, syntax.last)
    chunk = syntax.chunk_at(start)
    if chunk is not None and chunk.first == start:
        verb = next((v for v in syntax.verbs if v.first >= chunk.last and v.form == "finite"), verb)
    if chunk is None or chunk.first != start or verb is None:
        return (
            place if _has_ccomp(syntax, cue, start) and token.tag in ("IN", "EX", "VBG", "DT", "CD") else None
        )
    if is_time(scene, chunk) and not _has_ccomp(syntax, cue, start):
        return None
    return (
        place
        if _is_subject(scene, syntax, chunk.head, chunk.last, verb.first) or _has_ccomp(syntax, cue, start)
        else None
    )


def _has_ccomp(syntax: Syntax, cue: Cue, start: int) -> bool:
    """Tell whether the parse hangs a clause that begins at `start` on the cue."""
    return any(
        syntax.subtree(child)[0] in (start, start - 1) for child in syntax.children(cue.verb.head, "ccomp")
    )


def _is_subject(scene: Scene, syntax: Syntax, head: int, last: int, verb: int) -> bool:
    """Tell whether only what belongs to a noun stands between it and the next finite verb."""
    if syntax.relation(head).startswith("nsubj") and syntax.head(head) >= verb - 1:
        return True
    place = last
    while place < verb:
        step = _past_attached(scene, syntax, place, verb)
        if step == place:
            return False
        place = step
    return True


def _past_attached(scene: Scene, syntax: Syntax, place: int, verb: int) -> int:
    """Step over one thing that may hang on a noun before its verb."""
    token = scene.tokens[place]
    if token.tag.startswith("RB") or scene.is_mark(place) or token.tag in ("-LRB-", "-RRB-"):
        return place + 1
    if token.text == ",":
        comma = next((n for n in range(place + 1, verb) if scene.tokens[n].text == ","), None)
        return comma + 1 if comma is not None else place
    group = syntax.verb_at(place)
    if group is not None and group.form in ("participle", "ing"):
        return group.last
    joins = token.tag in ("IN", "TO", "CC") or token.text.lower() in ("who", "which", "that")
    chunk = syntax.chunk_at(place + 1) if joins else syntax.chunk_at(place)
    if chunk is not None and chunk.first in (place, place + 1) and (joins or group is None):
        return chunk.last
    return place


def _quote_starts(scene: Scene, cue: Cue, place: int) -> int | None:
    """Return where a quotation that follows the cue begins ("X said: “…”", "hammered “…”")."""
    syntax = scene.syntaxes[cue.sentence]
    while place < syntax.last and scene.tokens[place].text in (":", ","):
        place += 1
    if place + 1 >= syntax.last or not scene.is_mark(place) or scene.quote_at[place + 1] < 0:
        return None
    return place + 1
