"""Reports that stand before their cue, or round it: “…,” X said; the town, X said, was lost."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import CueKind
from sayso.reading.speech.borders import right_end, whole_quotes
from sayso.reading.speech.clausal import clause_starts, that_starts
from sayso.reading.speech.content import Content
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.skipping import after_modifiers, finite_verb_after, is_time
from sayso.reading.syntax import Syntax

_ENDERS = frozenset({".", "!", "?", ";"})
_CLAUSE_ENDS = frozenset({",", ";", "–", "—", "--"})


def beside_quote(scene: Scene, cue: Cue, cues: Sequence[Cue], left_start: int) -> Content | None:
    """“…,” X said: the cue's clause follows its report and nothing is reported behind it."""
    kind = _spoken(scene, cue)
    if kind is None or not _is_parenthetical(scene, cue, left_start):
        return None
    start = after_modifiers(scene, cue)
    syntax = scene.syntaxes[cue.sentence]
    if that_starts(scene, cue, start) is not None and not _closes_quote(scene, cue.first - 1):
        return None
    left = _left_part(scene, cue, left_start)
    if left is None:
        return None
    if not _closes_quote(scene, cue.first - 1) and _interrupts(scene, cue, cues, start):
        left = (left[-1][1:] + left[-1][1:],)
    rest = _rest(scene, syntax, cue, cues, start, left)
    parts = tuple(part for part in (*left, *rest) if part[0] < part[1])
    return Content(parts, kind) if parts else None


def _interrupts(scene: Scene, cue: Cue, cues: Sequence[Cue], start: int) -> bool:
    """Tell whether ", he said, “…”" breaks into another cue's report: then only what follows is its own."""
    quoted = start + 2 < len(scene.tokens) and scene.tokens[start].text == "," and scene.is_mark(start + 1)
    return quoted and any(
        other.verb.head < cue.verb.head and other.own and other is not cue for other in cues
    )


def _spoken(scene: Scene, cue: Cue) -> CueKind | None:
    """Return the kind of a cue behind its report; some verbs stand behind quotations only."""
    quoted = cue.frames.get("quote") if _closes_quote(scene, cue.first - 1) else None
    return quoted or cue.frames.get("that")


def _is_parenthetical(scene: Scene, cue: Cue, left_start: int) -> bool:
    """Tell whether the cue's clause is set off behind words that it can report."""
    before = cue.first - 1
    if cue.related or cue.verb.form not in ("finite", "ing") or before <= left_start:
        return False
    if _closes_quote(scene, before):
        return True
    if scene.tokens[before].text.lower() == "as" and scene.tokens[before - 1].text == ",":
        return True
    if scene.tokens[before].text not in (",", "–", "—"):
        return False
    if not cue.own or not _ends_after(scene, cue):
        return False
    return _is_last(scene, cue) or finite_verb_after(scene, left_start, before) is not None


def _is_last(scene: Scene, cue: Cue) -> bool:
    """Tell whether nothing but a time stands between the cue's clause and the end of the sentence."""
    place = after_modifiers(scene, cue)
    last = scene.syntaxes[cue.sentence].last
    return (
        cue.source is not None
        and cue.source[1] <= cue.words[0]
        and (place >= last or scene.tokens[place].text in (".", "!", "?"))
    )


def _closes_quote(scene: Scene, place: int) -> bool:
    """Tell whether the tokens up to `place` end a quotation ("…,” X", "…”, X", "…”X")."""
    while place > 0 and (scene.is_mark(place) or scene.tokens[place].text in (",", "–", "—", "-")):
        if scene.quote_at[place - 1] >= 0 and scene.quote_at[place] < 0:
            return True
        place -= 1
    return False


def _ends_after(scene: Scene, cue: Cue) -> bool:
    """Tell whether no clause follows the cue that it could report."""
    syntax = scene.syntaxes[cue.sentence]
    place = after_modifiers(scene, cue)
    if place >= syntax.last or scene.tokens[place].text in _ENDERS | _CLAUSE_ENDS or scene.is_mark(place):
        return True
    chunk = syntax.chunk_at(place)
    if chunk is not None and chunk.first == place and not is_time(scene, chunk):
        return False
    return clause_starts(scene, cue, place) is None and scene.tokens[place].text.lower() != "that"


def _left_part(scene: Scene, cue: Cue, left_start: int) -> tuple[Range, ...] | None:
    """Return the words before the cue's clause: a whole quotation, or all since the last border."""
    end = cue.first
    if scene.tokens[end - 1].text.lower() == "as":
        end -= 1
    for place in range(left_start, end):
        if scene.tokens[place].text in (":", ";") and scene.quote_at[place] < 0:
            left_start = place + 1
    first, last = scene.trim((left_start, end))
    if first >= last:
        return None
    number = scene.quote_at[last - 1]
    if number < 0 or scene.quote_at[cue.words[0]] == number:
        return ((first, last),)
    quote = scene.range(scene.quotes[number].span)
    if quote[0] <= first or _stands_alone(scene, quote[0], first):
        return (*_same_chain(scene, number), scene.trim(quote))
    return (whole_quotes(scene, (first, last)),)


def _stands_alone(scene: Scene, start: int, first: int) -> bool:
    """Tell whether a quotation is introduced rather than built into the sentence."""
    before = start - 1
    while before >= first and scene.is_mark(before):
        before -= 1
    return before < first or scene.tokens[before].text in (":", ".", "!", "?")


def _same_chain(scene: Scene, number: int) -> tuple[Range, ...]:
    """Return the quotations right before this one that belong to its chain."""
    chain = scene.quotes[number].chain
    earlier = [n for n in range(number) if scene.quotes[n].chain == chain]
    return tuple(scene.trim(scene.range(scene.quotes[n].span)) for n in earlier)


def _rest(
    scene: Scene, syntax: Syntax, cue: Cue, cues: Sequence[Cue], start: int, left: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Return the part of a split report behind its cue: a quotation, or the rest of a clause begun before."""
    place = start
    while place < syntax.last and scene.tokens[place].text in (",", ":", "–", "—"):
        place += 1
    if place >= syntax.last or place == start:
        return ()
    if scene.is_mark(place) and place + 1 < syntax.last and scene.quote_at[place + 1] >= 0:
        number = scene.quote_at[place + 1]
        return (scene.trim(scene.range(scene.quotes[number].span)),)
    first, last = left[-1]
    if scene.quote_at[last - 1] >= 0 or finite_verb_after(scene, first, last) is not None:
        return ()
    end = right_end(scene, cue, cues, place)
    return (scene.trim((place, end)),) if end > place else ()


def split_report(scene: Scene, cue: Cue, cues: Sequence[Cue], left_start: int) -> Content | None:
    """But the town, X said, was lost: the cue's clause stands between the parts of its report."""
    kind = cue.frames.get("that")
    syntax = scene.syntaxes[cue.sentence]
    before, start = cue.first - 1, after_modifiers(scene, cue)
    if kind is None or not cue.own or cue.related or before <= left_start or start + 1 >= syntax.last:
        return None
    if scene.tokens[before].text != "," or scene.tokens[start].text != "," or cue.verb.form != "finite":
        return None
    if finite_verb_after(scene, left_start, before) is not None:
        return None
    end = right_end(scene, cue, cues, start + 1)
    parts = (scene.trim((left_start, before)), scene.trim((start + 1, end)))
    return Content(tuple(part for part in parts if part[0] < part[1]), kind)
