"""What a reporting verb reports: the clause after it, the words before it, or both round it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model.analysis import CueKind
from sayso.reading.speech.borders import right_end, whole_quotes
from sayso.reading.speech.cues import Cue, phrase_range
from sayso.reading.speech.lexicon import Frame, noun_kinds
from sayso.reading.speech.objects import by_preposition, objects, orders
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.skipping import after_modifiers, finite_verb_after, is_time
from sayso.reading.syntax import Syntax, own_subjects

_ENDERS = frozenset({".", "!", "?", ";"})
_CLAUSE_ENDS = frozenset({",", ";", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Content:
    """The parts of a report, in text order, and what the cue commits its source to in this frame."""

    parts: tuple[Range, ...]
    kind: CueKind


def content_of(scene: Scene, cue: Cue, cues: Sequence[Cue], left_start: int) -> Content | None:
    """Return what the cue reports, None where it reports nothing; `left_start` bounds words before it."""
    if cue.passive:
        return _of_passive(scene, cue, cues)
    for find in _WAYS:
        found = find(scene, cue, cues, left_start)
        if found is not None:
            return found
    return None


def _beside_quote(scene: Scene, cue: Cue, cues: Sequence[Cue], left_start: int) -> Content | None:
    """“…,” X said: the cue's clause follows its report and nothing is reported behind it."""
    kind = _spoken(scene, cue)
    if kind is None or not _is_parenthetical(scene, cue, left_start):
        return None
    start = after_modifiers(scene, cue)
    syntax = scene.syntaxes[cue.sentence]
    if _that(scene, cue, start) is not None and not _closes_quote(scene, cue.first - 1):
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
    return quoted and any(other.verb.head < cue.verb.head and other.own and other is not cue for other in cues)


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
    return cue.own and _ends_after(scene, cue) and finite_verb_after(scene, left_start, before) is not None


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
    return _clause_starts(scene, cue, place) is None and scene.tokens[place].text.lower() != "that"


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


def _split(scene: Scene, cue: Cue, cues: Sequence[Cue], left_start: int) -> Content | None:
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


def _that_clause(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    """X said (that) …, X said: “…”."""
    kind = cue.frames.get("that") or cue.frames.get("quote")
    if kind is None:
        return None
    place = after_modifiers(scene, cue)
    start = _that(scene, cue, place)
    if start is None and "that" in cue.frames:
        start = _clause_starts(scene, cue, place)
    if start is None:
        start = _quote_starts(scene, cue, place)
    if start is None:
        return None
    end = right_end(scene, cue, cues, start)
    first, last = scene.trim((start, end))
    if scene.quote_at[first] >= 0 and scene.quote_at[first] == scene.quote_at[last - 1]:
        first, last = whole_quotes(scene, (first, last))
    return Content(((first, last),), kind) if first < last else None


def _that(scene: Scene, cue: Cue, place: int) -> int | None:
    """Return where the clause after "that" begins; a noun's own that-clause ("claims that") is stepped over."""
    syntax = scene.syntaxes[cue.sentence]
    for number in range(cue.words[1], syntax.last):
        token = scene.tokens[number]
        if number > place + 1 and token.tag in ("VBD", "VBZ", "VBP", "MD") and not _in_noun_clause(scene, place, number):
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


def _clause_starts(scene: Scene, cue: Cue, place: int) -> int | None:
    """Return where a clause without "that" begins, if one does at `place`."""
    syntax = scene.syntaxes[cue.sentence]
    if place >= syntax.last:
        return None
    start = place
    while start < syntax.last and (scene.is_mark(start) or scene.tokens[start].tag.startswith("RB")):
        start += 1
    token = scene.tokens[start] if start < syntax.last else None
    if token is None:
        return None
    if token.text.lower() in ("if", "when", "what", "how", "why", "where", "who", "whether", "because", "after", "unless"):
        return place if token.text.lower() not in ("because", "after", "when") or _has_ccomp(syntax, cue, start) else None
    verb = finite_verb_after(scene, start, syntax.last)
    chunk = syntax.chunk_at(start)
    if chunk is not None and chunk.first == start:
        verb = next((v for v in syntax.verbs if v.first >= chunk.last and v.form == "finite"), verb)
    if chunk is None or chunk.first != start or verb is None:
        return place if _has_ccomp(syntax, cue, start) and token.tag in ("IN", "EX", "VBG", "DT", "CD") else None
    if is_time(scene, chunk) and not _has_ccomp(syntax, cue, start):
        return None
    return place if _is_subject(scene, syntax, chunk.head, chunk.last, verb.first) or _has_ccomp(syntax, cue, start) else None


def _has_ccomp(syntax: Syntax, cue: Cue, start: int) -> bool:
    """Tell whether the parse hangs a clause that begins at `start` on the cue."""
    return any(syntax.subtree(child)[0] in (start, start - 1) for child in syntax.children(cue.verb.head, "ccomp"))


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


def _infinitive(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    """X vowed to …, and in translations "said to have taken"."""
    return _nonfinite(scene, cue, cues, "to", "infinitive")


def _gerund(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    """X denied …ing …"""
    return _nonfinite(scene, cue, cues, "ing", "ing")


def _nonfinite(scene: Scene, cue: Cue, cues: Sequence[Cue], frame: Frame, form: str) -> Content | None:
    kind = cue.frames.get(frame) or (cue.frames.get("that") if frame == "to" else None)
    if kind is None:
        return None
    syntax = scene.syntaxes[cue.sentence]
    place = cue.words[1] if form == "ing" else after_modifiers(scene, cue)
    while place < syntax.last and (scene.is_mark(place) or scene.tokens[place].tag.startswith("RB")):
        place += 1
    verb = next((v for v in syntax.verbs if v.first == place and v.form == form), None)
    if verb is None or (frame not in cue.frames and not verb.perfect):
        return None
    end = right_end(scene, cue, cues, place)
    return Content((scene.trim((place, end)),), kind)


def _order(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    start = orders(scene, cue)
    kind = cue.frames.get("order")
    if start is None or kind is None:
        return None
    return Content((scene.trim((start, right_end(scene, cue, cues, start))),), kind)


def _bound(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    found = by_preposition(scene, cue)
    if found is None:
        return None
    start, kind = found
    return Content((scene.trim((start, right_end(scene, cue, cues, start))),), kind)


def _object(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    found = objects(scene, cue)
    if found is None:
        return None
    start, kind = found
    return Content((scene.trim((start, right_end(scene, cue, cues, start))),), kind)


def _of_passive(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> Content | None:
    """It was announced by X that …; a ceasefire was announced by X; described by X as …"""
    syntax = scene.syntaxes[cue.sentence]
    assert cue.source is not None
    start = cue.source[1]
    kind = cue.frames.get("that") if cue.verb.form == "finite" else None
    if kind is not None and start < syntax.last and scene.tokens[start].text.lower() == "that":
        return Content((scene.trim((start + 1, right_end(scene, cue, cues, start + 1))),), kind)
    subject = _passive_subject(scene, syntax, cue)
    if subject is None:
        return None
    kind = cue.frames.get("as")
    if kind is not None and start < syntax.last and scene.tokens[start].text.lower() == "as":
        return Content((subject, scene.trim((start, right_end(scene, cue, cues, start)))), kind)
    kind = cue.frames.get("object")
    return Content((subject,), kind) if kind is not None else None


def _passive_subject(scene: Scene, syntax: Syntax, cue: Cue) -> Range | None:
    """Return the phrase of what is announced, denied … ("a ceasefire", "a figure disputed by")."""
    own = own_subjects(syntax, cue.verb) if cue.verb.form == "finite" else ()
    if own and own[0] < cue.words[0] and scene.tokens[own[0]].tag not in ("WDT", "WP"):
        return phrase_range(scene, syntax, own, cue.words)
    end = cue.words[0]
    for chunk in reversed(syntax.nouns):
        if chunk.last > cue.words[0]:
            continue
        before = scene.tokens[chunk.first - 1] if chunk.first > syntax.first else None
        if scene.tokens[chunk.head].tag in ("WDT", "WP"):
            end = chunk.first
        elif before is None or before.tag not in ("IN", "TO"):
            return scene.trim((chunk.first, end))
    return None


_Way = Callable[[Scene, Cue, Sequence[Cue], int], "Content | None"]
_WAYS: tuple[_Way, ...] = (_beside_quote, _split, _that_clause, _order, _infinitive, _gerund, _bound, _object)
