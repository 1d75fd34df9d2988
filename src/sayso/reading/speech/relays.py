"""Through whom a report came: "told Y", "carried by Y", "Y quoted X as saying", "on Telegram"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.languages import table
from sayso.model.analysis import Token
from sayso.reading.chunks import NounChunk
from sayso.reading.speech.lexicon import listing
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.syntax import Syntax

_SPOKEN_TO = frozenset({"to", "with", "on", "in", "for", "via", "through", "by"})


@cache
def _outlets() -> Mapping[str, str]:
    """Return name in lower case → canonical name of the outlets known (``outlets.toml``)."""
    found: dict[str, str] = {}
    for row in table("english", "outlets")["outlet"]:
        for name in row["names"]:
            found.setdefault(name.lower(), row["names"][0])
    return found


def outlet_name(scene: Scene, chunk: NounChunk, extra: frozenset[str] = frozenset()) -> str | None:
    """Return the name of the outlet that the chunk names or speaks of, None where it is none."""
    words = [scene.tokens[n] for n in range(chunk.first, chunk.last)]
    own = _after_possessor(words)
    names = [token.text for token in own if token.tag in ("NNP", "NNPS")]
    texts = [token.text for token in own]
    for size in range(len(texts), 0, -1):
        for start in range(len(texts) - size + 1):
            name = " ".join(texts[start : start + size])
            known = _outlets().get(name.lower()) if name != name.lower() and size >= len(names) else None
            if known is not None or name in extra:
                return known or name
    if own[-1].lemma in listing("relays", "nouns") and own[-1].tag in ("NN", "NNS"):
        unnamed = not names or words[0].text.lower() in ("a", "an")
        return " ".join(
            token.text for token in (words if unnamed else own) if unnamed or token.tag.startswith("NNP")
        )
    if names and any(name.lower() in listing("relays", "names") for name in names):
        nouns = [t.text for t in own if t.tag in ("NNP", "NNPS", "NN") or t.text[:1].isupper()]
        return " ".join(nouns) if own[-1].tag.startswith("NNP") else None
    if names and any(t.lemma in listing("relays", "nouns") for t in own if t.tag == "NN"):
        return " ".join(names)
    return None


def relay_name(scene: Scene, source: Range) -> str:
    """Return the name of a relaying source: the outlet's where it is one, else its words."""
    chunk = scene.syntaxes[scene.sentence_of(source[0])].chunk_at(source[0])
    name = outlet_name(scene, chunk) if chunk is not None else None
    words = scene.words(source)
    return name or (words[4:] if words[:4].lower() == "the " else words)


def _after_possessor(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out a possessor ("Lebanon's Al Mayadeen television") and the article."""
    marks = [number for number, token in enumerate(words) if token.tag == "POS"]
    rest = words[marks[-1] + 1 :] if marks else words
    rest = rest[1:] if len(rest) > 1 and rest[0].tag in ("DT", "PRP$") else rest
    return rest or words


def relays(scene: Scene, region: Range, extra: frozenset[str]) -> tuple[str, ...]:
    """Return the outlets and platforms that a cue's clause, the tokens of `region`, names as relays."""
    syntax = scene.syntaxes[scene.sentence_of(region[0])]
    found: list[str] = []
    for chunk in syntax.nouns:
        if chunk.first < region[0] or chunk.last > region[1]:
            continue
        if not _is_spoken_to(scene, syntax, chunk, region):
            continue
        name = _platform(scene, chunk) or outlet_name(scene, chunk, extra)
        if name is not None and name not in found:
            found.append(name)
    return tuple(found)


def _is_spoken_to(scene: Scene, syntax: Syntax, chunk: NounChunk, region: Range) -> bool:
    """Tell whether the chunk stands where a relay does: after "told", "to", "with", "on", "by"."""
    before = chunk.first - 1
    if before < region[0] or before < syntax.first:
        return False
    token = scene.tokens[before]
    if token.text.lower() in _SPOKEN_TO:
        return token.text.lower() != "by" or scene.tokens[before - 1].lemma in listing("relays", "passive")
    return token.tag.startswith("VB") and token.lemma in listing("telling", "verbs")


def _platform(scene: Scene, chunk: NounChunk) -> str | None:
    for number in range(chunk.first, chunk.last):
        name = scene.tokens[number].text
        if name in listing("relays", "platforms"):
            return name
    return None
