"""Speech at second hand: "Y quoted X as saying", "X was quoted by Y as saying", "Y reported, citing X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import CueKind
from sayso.reading.relations import agents_of, objects_of, subjects_of
from sayso.reading.speech.borders import right_end
from sayso.reading.speech.cues import Cue, is_void
from sayso.reading.speech.found import Found
from sayso.reading.speech.lexicon import listing, verb_frames
from sayso.reading.speech.relays import is_outlet, relay_name
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.sources import phrase_range
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup


def quoted_as(scene: Scene, sentence: int, cues: Sequence[Cue]) -> list[Found]:
    """Return the attributions that "quoted … as saying" makes: the one quoted speaks, the quoter relays."""
    syntax = scene.syntaxes[sentence]
    found: list[Found] = []
    for verb in syntax.verbs:
        if verb.lemma in listing("relays", "citing") and not is_void(syntax, verb):
            saying = _saying(scene, syntax, verb)
            one = _one(scene, sentence, verb, saying, cues) if saying is not None else None
            found += [one] if one is not None else []
    return found


def _saying(scene: Scene, syntax: Syntax, verb: VerbGroup) -> VerbGroup | None:
    """Return the verb of "as saying" behind a verb of quoting."""
    for other in syntax.verbs:
        if other.first > verb.last and other.form == "ing" and other.lemma in verb_frames():
            before = [
                scene.tokens[n].text.lower() for n in range(max(verb.last, other.first - 3), other.first)
            ]
            return other if "as" in before else None
    return None


def _one(
    scene: Scene, sentence: int, verb: VerbGroup, saying: VerbGroup, cues: Sequence[Cue]
) -> Found | None:
    syntax = scene.syntaxes[sentence]
    words = (verb.first, verb.last)
    if verb.voice == "passive":
        speakers, quoters = subjects_of(syntax, verb), agents_of(syntax, verb)
    else:
        speakers, quoters = objects_of(syntax, verb), subjects_of(syntax, verb)
        if not speakers:
            chunk = syntax.chunk_at(verb.last)
            speakers = (chunk.head,) if chunk is not None else ()
    source = phrase_range(scene, syntax, speakers, words) if speakers else None
    if source is None:
        return None
    if source[0] >= verb.last:
        source = (source[0], min(source[1], saying.first - 1))
    content = after_saying(scene, sentence, saying, [c for c in cues if c.verb.first > saying.last])
    if content is None or scene.tokens[saying.last].text in (",", "."):
        content = _before(scene, syntax, verb, quoters)
    relay = phrase_range(scene, syntax, quoters, words) if quoters else None
    via = (relay_name(scene, relay),) if relay is not None else ()
    kind = _kind(saying)
    return Found(sentence, words, source, (content,), kind, via) if content is not None else None


def _before(scene: Scene, syntax: Syntax, verb: VerbGroup, quoters: tuple[int, ...]) -> Range | None:
    """Return the words before "…, Y quoted X as saying", set off by a comma."""
    chunk = syntax.chunk_at(quoters[0]) if quoters else None
    border = min(verb.first, chunk.first) if chunk is not None else verb.first
    first, last = scene.trim((syntax.first, border))
    set_off = border > syntax.first and (scene.tokens[border - 1].text == "," or scene.is_mark(border - 1))
    return (first, last) if set_off and first < last else None


def _kind(saying: VerbGroup) -> CueKind:
    inner = verb_frames()[saying.lemma].get("that", "says")
    return "reports" if inner == "says" else inner


def after_saying(scene: Scene, sentence: int, saying: VerbGroup, cues: Sequence[Cue]) -> Range | None:
    """Return what follows "saying", an opening time and "that" left out."""
    syntax = scene.syntaxes[sentence]
    start = saying.last
    that = next(
        (n for n in range(start, min(start + 8, syntax.last)) if scene.tokens[n].text.lower() == "that"), None
    )
    if that is not None and not any(
        v.first < that and v.first >= start and v.form == "finite" for v in syntax.verbs
    ):
        start = that + 1
    cue = Cue(sentence, saying, (saying.first, saying.last), {}, None, False, False, False)
    end = right_end(scene, cue, [c for c in cues if c.verb.head != saying.head], start)
    first, last = scene.trim((start, end))
    return (first, last) if first < last else None


def with_cited(scene: Scene, found: Found) -> Found:
    """Swap source and relay where the cue's clause cites somebody ("Y reported, citing X, that")."""
    syntax = scene.syntaxes[found.sentence]
    if found.source is None or found.kind == "reports":
        return found
    for verb in syntax.verbs:
        if verb.lemma not in listing("relays", "citing") or verb.form != "ing" or verb.first == found.cue[0]:
            continue
        near = _is_near(scene, verb, found)
        cited = _cited(scene, syntax, verb)
        if near and cited is not None:
            relay = relay_name(scene, found.source)
            parts = tuple(p for p in (_without(part, verb, cited) for part in found.content) if p[0] < p[1])
            return replace(
                found,
                source=cited,
                via=(relay, *found.via),
                content=tuple(map(scene.trim, parts)) or found.content,
            )
    return found


def _is_near(scene: Scene, verb: VerbGroup, found: Found) -> bool:
    """Tell whether the citing follows the cue or its source without another report between."""
    assert found.source is not None
    if found.source[1] <= verb.first < found.cue[0]:
        return verb.first - found.source[1] <= 2
    anchor = max(found.cue[1], found.source[1])
    gap = range(anchor, verb.first)
    if 0 <= verb.first - anchor <= 6 and not any(scene.quote_at[n] >= 0 for n in gap):
        return True
    tail = (
        any(part[0] < verb.first < part[1] for part in found.content)
        and scene.tokens[verb.first - 1].text == ","
    )
    return tail and scene.quote_at[verb.first] < 0 and is_outlet(scene, found.source)


def _cited(scene: Scene, syntax: Syntax, verb: VerbGroup) -> Range | None:
    chunk = next((noun for noun in syntax.nouns if verb.last <= noun.first <= verb.last + 1), None)
    return phrase_range(scene, syntax, (chunk.head,), (verb.first, verb.last)) if chunk is not None else None


def _without(part: Range, verb: VerbGroup, cited: Range) -> Range:
    """Cut the citing words off an end of a part."""
    first, last = part
    if first <= verb.first < last:
        return (cited[1], last) if verb.first - first <= 2 else (first, verb.first)
    return part
