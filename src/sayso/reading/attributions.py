"""Attributions: who is said to say what, by which words, in which stretches of the text.

Put together from ``speech``: verbs with their reports, "according to", reporting nouns, second-hand
speech, and quotations that no cue claims.  `claimers` and `said` stay open here; later stages fill them
from `source` and from the times in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Attribution, Quote, Sentence, Token
from sayso.reading.speech.carried import carried_quotes
from sayso.reading.speech.contents import content_of
from sayso.reading.speech.cues import Cue, verb_cues
from sayso.reading.speech.found import Found
from sayso.reading.speech.linking import linked, unique
from sayso.reading.speech.nouns import reporting_nouns
from sayso.reading.speech.openers import according_to
from sayso.reading.speech.pointing import with_antecedents
from sayso.reading.speech.relayed import quoted_as, with_cited
from sayso.reading.speech.relays import outlet_name, relays
from sayso.reading.speech.scene import Range, Scene, make_scene


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    quotes: Sequence[Quote],
    outlets: frozenset[str] = frozenset(),
) -> tuple[Attribution, ...]:
    """Return the attributions of an article in the order of their cues.

    `outlets` are names that count as relays beside those known.  Adverbs ("reportedly") make no
    attribution; nor do verbs that are denied, only possible or only supposed ("did not say", "if X says").
    The content of a denial that points back ("rejected this claim") holds, after the words that point,
    the stretches that they point to.
    """
    scene = make_scene(text, sentences, tokens, quotes)
    found: list[Found] = []
    for number in range(len(sentences)):
        found += _in_sentence(scene, number)
    found = _with_speakers_of_next(scene, _not_own_words(scene, found))
    found = [replace(item, via=unique((*item.via, *_relays(scene, item, found, outlets)))) for item in found]
    found += carried_quotes(scene, found)
    found = [replace(item, content=_bare(scene, item.content)) for item in found]
    found = sorted((item for item in found if item.content), key=lambda item: (item.cue, item.content))
    found = _first_persons(scene, found)
    found = with_antecedents(scene, found)
    return linked(scene, found)


def _in_sentence(scene: Scene, number: int) -> list[Found]:
    cues = verb_cues(scene, number)
    syntax = scene.syntaxes[number]
    cues = [cue for cue in cues if content_of(scene, cue, (), syntax.first) is not None]
    second_hand = quoted_as(scene, number, cues)
    taken = {item.cue[0] for item in second_hand}
    found: list[Found] = []
    left_start = syntax.first
    for cue in cues:
        if cue.words[0] in taken or any(
            item.cue[0] < cue.words[0] < item.content[0][0] for item in second_hand
        ):
            continue
        content = content_of(scene, cue, cues, left_start)
        if content is not None:
            found.append(Found(number, cue.words, cue.source, content.parts, content.kind))
            left_start = max(left_start, _end(cue, found[-1]))
    openers = according_to(scene, number, cues, syntax.first)
    found += second_hand + openers + reporting_nouns(scene, number, cues)
    return [with_cited(scene, item) for item in found]


def _end(cue: Cue, found: Found) -> int:
    """Return where words before a later cue may begin: behind a cue that closes its own report."""
    if not any(part[0] < cue.words[0] for part in found.content):
        return 0
    source = found.source[1] if found.source is not None and cue.own else 0
    return max(cue.words[1], source)


def _with_speakers_of_next(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Give a quotation that ends a sentence to a cue that is all of the next ("“Will it hold?” X asked.")."""
    out = list(found)
    for number in range(1, len(scene.sentences)):
        syntax = scene.syntaxes[number]
        before = scene.syntaxes[number - 1].last - 1
        if any(item.sentence == number for item in found) or syntax.last - syntax.first > 14:
            continue
        inside = _quote_before(scene, before)
        for cue in verb_cues(scene, number)[:1]:
            if inside is not None and "quote" in cue.frames and cue.verb.form == "finite":
                tokens = scene.trim(scene.range(scene.quotes[inside].span))
                out.append(Found(number, cue.words, cue.source, (tokens,), cue.frames["quote"]))
    return out


def _quote_before(scene: Scene, place: int) -> int | None:
    while place > 0 and (scene.is_mark(place) or scene.tokens[place].text in ("!", "?", ".")):
        if scene.quote_at[place] >= 0:
            return scene.quote_at[place]
        place -= 1
    return None


def _bare(scene: Scene, content: Sequence[Range]) -> tuple[Range, ...]:
    """Return the parts without marks, joints and conjunctions at their edges; empty ones go."""
    out: list[Range] = []
    for part in content:
        first, last = scene.trim(part)
        while (
            last > first + 1
            and scene.tokens[last - 1].text.lower() in ("which", "who", "and", "but")
            and scene.quote_at[last - 1] < 0
        ):
            first, last = scene.trim((first, last - 1))
        while (
            first + 1 < last
            and scene.tokens[first].text.lower() in ("but", "and", "yet", "that", "nor")
            and scene.quote_at[first] < 0
        ):
            first, last = scene.trim((first + 1, last))
        if first < last:
            out.append((first, last))
    return tuple(out)


def _is_first_person(scene: Scene, item: Found) -> bool:
    """Tell whether the cue stands in a quotation and its source is "I" or "we"."""
    quoted = scene.quote_at[item.cue[0]] >= 0 and item.source is not None
    return quoted and item.source is not None and scene.words(item.source).lower() in ("i", "we")


def _not_own_words(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Leave out "we said" inside a quotation: whoever speaks the quotation says it all."""
    return [
        item for item in found if item.kind in ("demands", "pledges") or not _is_first_person(scene, item)
    ]


def _first_persons(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Give "we call on …" inside a quotation to who speaks the quotation."""
    out: list[Found] = []
    for item in found:
        if not _is_first_person(scene, item):
            out.append(item)
        else:
            outer = [o for o in found if o is not item and any(p[0] <= item.cue[0] < p[1] for p in o.content)]
            if outer:
                out.append(replace(item, source=outer[0].source, reason=outer[0].reason))
    return out


def _relays(scene: Scene, found: Found, earlier: Sequence[Found], outlets: frozenset[str]) -> tuple[str, ...]:
    """Return the relays that the cue's clause names."""
    syntax = scene.syntaxes[found.sentence]
    starts = [part[0] for part in found.content if part[0] >= found.cue[1]]
    end = min([syntax.last, *(start for start in starts if start <= syntax.last)])
    first = min(found.cue[0], found.source[0]) if found.source is not None else found.cue[0]
    if not syntax.first <= first < end or found.kind in ("demands", "asks"):
        return ()
    if len(starts) == len(found.content):
        # Nothing is reported before the cue: its clause opens the sentence ("Speaking to Y, …").
        first = max(
            [syntax.first, *(part[1] for other in earlier for part in other.content if part[1] <= first)]
        )
    named = relays(scene, [(first, end)], outlets)
    own = None
    if found.source is not None:
        chunk = syntax.chunk_at(found.source[0]) if syntax.first <= found.source[0] < syntax.last else None
        own = outlet_name(scene, chunk, outlets) if chunk is not None else None
    return tuple(name for name in named if name != own)
