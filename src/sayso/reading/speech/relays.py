"""Through whom a report came: "told Y", "carried by Y", "Y quoted X as saying", "on Telegram"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.languages import table
from sayso.model.analysis import Token
from sayso.reading.chunks import NounChunk
from sayso.reading.speech.lexicon import listing
from sayso.reading.speech.scene import Range, Scene

_SPOKEN_TO = frozenset({"to", "with", "on", "in", "for", "via", "through", "by"})


@cache
def _outlets() -> Mapping[str, str]:
    """Return name in lower case → canonical name of the outlets known (``outlets.toml``)."""
    found: dict[str, str] = {}
    for row in table("english", "outlets")["outlet"]:
        for name in row["names"]:
            found.setdefault(name.lower(), row["names"][0])
    return found


_SITE = re.compile(
    r"[A-Za-z][\w-]{1,30}\.(?:com|org|net|info|news|media|press|tv|fm|cd|sd|ly|sy|ru|ua|fr|co)"
)
"""An outlet known by the address of its site."""


def outlet_name(scene: Scene, chunk: NounChunk, extra: frozenset[str] = frozenset()) -> str | None:
    """Return the name of the outlet that the chunk names or speaks of, None where it is none."""
    words = [scene.tokens[n] for n in range(chunk.first, chunk.last)]
    own = _after_possessor(words)
    site = next((token.text for token in own if _SITE.fullmatch(token.text)), None)
    if site is not None:
        return site
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


def is_outlet(scene: Scene, source: Range) -> bool:
    """Tell whether a source is an outlet or "state media", by its words."""
    chunk = scene.syntaxes[scene.sentence_of(source[0])].chunk_at(source[1] - 1)
    named = chunk is not None and outlet_name(scene, chunk) is not None
    return named or scene.tokens[source[1] - 1].lemma in ("media", "press")


def _after_possessor(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out a possessor ("Lebanon's Al Mayadeen television") and the article."""
    marks = [number for number, token in enumerate(words) if token.tag == "POS"]
    rest = words[marks[-1] + 1 :] if marks else words
    rest = rest[1:] if len(rest) > 1 and rest[0].tag in ("DT", "PRP$") else rest
    return rest or words


def relays(scene: Scene, regions: Sequence[Range], extra: frozenset[str]) -> tuple[str, ...]:
    """Return the outlets and platforms that a cue's clause names as relays; `regions` are its tokens."""
    found: list[str] = []
    for region in regions:
        syntax = scene.syntaxes[scene.sentence_of(region[0])]
        for chunk in syntax.nouns:
            if region[0] < chunk.first and chunk.last <= region[1]:
                name = _relay(scene, chunk, region[0], extra)
                found += [name] if name is not None and name not in found else []
    return tuple(found)


def _relay(scene: Scene, chunk: NounChunk, first: int, extra: frozenset[str]) -> str | None:
    """Return the relay that the chunk names, where it stands as one: after "told", "to", "on", "by"."""
    token = scene.tokens[chunk.first - 1]
    low = token.text.lower()
    if low == "by":
        verb = scene.tokens[chunk.first - 2] if chunk.first - 2 >= first else None
        if verb is None or not verb.tag.startswith("VB"):
            return None
        known = outlet_name(scene, chunk, extra) if verb.lemma in listing("relays", "passive") else None
        return known or (_proper(scene, chunk) if verb.lemma in listing("relays", "carrying") else None)
    if low in _SPOKEN_TO:
        if low in ("on", "in", "for", "with", "to") and not _is_speech(scene, chunk.first - 1, first):
            return None
        return _platform(scene, chunk) or outlet_name(scene, chunk, extra) or _initials(scene, chunk, low)
    if token.tag.startswith("VB") and token.lemma in listing("telling", "verbs"):
        return outlet_name(scene, chunk, extra) or _initials(scene, chunk, "told")
    return None


def _is_speech(scene: Scene, place: int, first: int) -> bool:
    """Tell whether words of speech stand shortly before a preposition ("a message on", "speaking to")."""
    for number in range(place - 1, max(first, place - 6) - 1, -1):
        token = scene.tokens[number]
        if token.lemma in listing("relays", "events") or token.lemma in listing("relays", "speaking"):
            return True
    return False


def _initials(scene: Scene, chunk: NounChunk, before: str) -> str | None:
    """Return a name of capitals alone that somebody is told ("told NNB"), unless it is no outlet's."""
    word = scene.tokens[chunk.first].text
    alone = chunk.last - chunk.first == 1 and word.isupper() and 2 <= len(word) <= 5 and word.isalpha()
    return (
        word
        if alone and before in ("told", "to", "with") and word not in listing("relays", "others")
        else None
    )


def _proper(scene: Scene, chunk: NounChunk) -> str | None:
    """Return the proper name in a chunk, its possessor left out."""
    own = _after_possessor([scene.tokens[n] for n in range(chunk.first, chunk.last)])
    names = [token.text for token in own if token.tag in ("NNP", "NNPS")]
    return " ".join(names) or None


def _platform(scene: Scene, chunk: NounChunk) -> str | None:
    for number in range(chunk.first, chunk.last):
        name = scene.tokens[number].text
        if name in listing("relays", "platforms"):
            return name
    return None
