"""Reports that are no clause: "announced the capture of", "urged both sides to", "called for"."""

from __future__ import annotations

from sayso.model.analysis import CueKind
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.lexicon import Binding, bindings, listing
from sayso.reading.speech.scene import Scene
from sayso.reading.speech.skipping import after_modifiers, is_time
from sayso.reading.syntax import Syntax


def orders(scene: Scene, cue: Cue) -> int | None:
    """Return where "both sides to withdraw" begins behind "urged"; None where that does not follow."""
    if "order" not in cue.frames:
        return None
    syntax = scene.syntaxes[cue.sentence]
    place = _past_marks(scene, syntax, cue.words[1])
    chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is None or chunk.first != place:
        return None
    follows = (v for v in syntax.verbs if v.first >= chunk.last)
    verb = next(follows, None)
    if verb is None or verb.form != "infinitive" or scene.tokens[verb.first].tag != "TO":
        return place if _bare_quote(scene, syntax, chunk.last) else None
    border = any(scene.tokens[n].text in (",", ";", ":") for n in range(chunk.last, verb.first))
    return None if border else place


def _bare_quote(scene: Scene, syntax: Syntax, place: int) -> bool:
    """Tell whether "to" and a quotation follow ("on the parties to ” restraint “"), as in translations."""
    found = place + 1 < syntax.last and scene.tokens[place].text.lower() == "to"
    return found and scene.is_mark(place + 1)


def by_preposition(scene: Scene, cue: Cue) -> tuple[int, CueKind] | None:
    """Return where a report behind a preposition begins, and its kind ("called for", "accused X of")."""
    syntax = scene.syntaxes[cue.sentence]
    for binding in bindings().get(cue.verb.lemma, ()):
        if binding.negated != cue.verb.negated:
            continue
        start = _bound(scene, syntax, cue, binding)
        if start is not None:
            return start, binding.kind
    return None


def _bound(scene: Scene, syntax: Syntax, cue: Cue, binding: Binding) -> int | None:
    place = _past_marks(scene, syntax, cue.verb.last)
    if binding.noun is not None:
        chunk = syntax.chunk_at(place) if place < syntax.last else None
        if chunk is None or scene.tokens[chunk.head].lemma != binding.noun:
            return None
        place = chunk.last
    elif binding.takes_object:
        return _with_object(scene, syntax, place, binding)
    while place < syntax.last and scene.tokens[place].tag.startswith("RB"):
        place += 1
    if place + 1 >= syntax.last or scene.tokens[place].text.lower() not in binding.prepositions:
        return None
    if binding.infinitive and not any(v.form == "infinitive" for v in syntax.verbs if v.first > place):
        has_quote = any(scene.quote_at[n] >= 0 for n in range(place, syntax.last))
        return place + 1 if has_quote else None
    return place + 1


def _with_object(scene: Scene, syntax: Syntax, place: int, binding: Binding) -> int | None:
    """Return the start of "the army of shelling" behind "accused"; a preposition may come first."""
    chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is None or chunk.first != place:
        found = place < syntax.last and scene.tokens[place].text.lower() in binding.prepositions
        return place if found else None
    for number in range(chunk.last, min(syntax.last, chunk.last + 14)):
        if scene.tokens[number].text.lower() in binding.prepositions:
            return place
        if scene.tokens[number].text in (",", ";", ":"):
            break
    return None


def objects(scene: Scene, cue: Cue) -> tuple[int, CueKind] | None:
    """Return where a report begins that is a noun phrase ("denied any losses"), or "X as Y", and its kind."""
    syntax = scene.syntaxes[cue.sentence]
    place = _past_marks(scene, syntax, cue.words[1])
    chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is None or chunk.first != place or is_time(scene, chunk):
        place = _past_marks(scene, syntax, after_modifiers(scene, cue))
        chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is None or chunk.first != place or is_time(scene, chunk):
        return None
    if "as" in cue.frames and (_has_as(scene, syntax, chunk.last) or _names(scene, syntax, chunk.last)):
        false = any(
            t.text.lower() in listing("falsity", "words") for t in scene.tokens[chunk.last : chunk.last + 9]
        )
        return place, "denies" if false else cue.frames["as"]
    kind = cue.frames.get("object")
    return (place, kind) if kind is not None else None


def _has_as(scene: Scene, syntax: Syntax, place: int) -> bool:
    """Tell whether "as" follows the object before the clause ends."""
    for number in range(place, min(syntax.last, place + 12)):
        token = scene.tokens[number]
        if token.text.lower() == "as":
            return True
        if token.text in (",", ";") or token.tag in ("VBD", "VBZ", "VBP"):
            return False
    return False


def _names(scene: Scene, syntax: Syntax, place: int) -> bool:
    """Tell whether what the object is called follows it ("half of them “thieves”", "it a trick")."""
    chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is not None and chunk.first == place and scene.tokens[place].text.lower() in ("a", "an"):
        return True
    for number in range(place, min(syntax.last - 1, place + 10)):
        if scene.is_mark(number):
            return scene.quote_at[number + 1] >= 0
        if syntax.verb_at(number) is not None or scene.tokens[number].text in (",", ";"):
            return False
    return False


def _past_marks(scene: Scene, syntax: Syntax, place: int) -> int:
    while place < syntax.last and (scene.is_mark(place) or scene.tokens[place].tag.startswith("RB")):
        place += 1
    return place
