"""Words and marks with their exact places, tags and lemmas.

The cut is the Penn Treebank's as Universal Dependencies applies it ("don’t" → do + n’t, "state’s" →
state + ’s, "85%" → 85 + %), but a compound joined by hyphens stays one word ("U.S.-led").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.languages import table
from sayso.model.analysis import Token
from sayso.model.span import Span
from sayso.reading.lemmas import lemma
from sayso.reading.tagger import tag
from sayso.reading.words import listed

_LETTERS = r"[^\W\d_]"
_CORE = rf"(?:(?:{_LETTERS}\.){{2,12}}|(?:[A-Z]\.){{1,9}}[A-Z]\b|\d+(?:[.,:]\d+)*(?:{_LETTERS}{{1,2}}\b)?|\w+(?:['’]\w+)*)"
_WORD = re.compile(
    r"(?:https?://|www\.)[^\s”“\"<>]{1,400}"  # an address on the web
    r"|[\w.+-]{1,64}@\w{1,40}(?:[.-]\w{1,40}){1,6}"  # an address for mail
    r"|(?<!\w)[@#]\w+"  # a handle or a hashtag
    r"|(?<!\w)[A-Z]{2,8}(?:/[A-Z]{2,8}){1,4}\b"  # agencies run together
    rf"|{_CORE}(?:[-‐‑]{_CORE})*"  # words, figures, abbreviations, compounds
    r"|``|''|\.{2,}|-{2,}|[^\w\s]|_"  # marks
)
_ONLY_PARTICIPLES = frozenset({
    "taken", "given", "seen", "driven", "begun", "fallen", "known", "shown", "written", "broken", "chosen", "spoken", "stolen",
    "torn", "worn", "sworn", "frozen", "hidden", "ridden", "risen", "shaken", "thrown", "withdrawn", "overrun", "beaten", "become", "run",
    "retaken", "overtaken", "undergone", "gone", "done", "been", "undertaken", "drawn", "grown", "blown", "flown", "born", "borne",
})  # fmt: skip
_CLITIC = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_CANNOT = re.compile(r"cannot", re.IGNORECASE)
_FIGURE_UNIT = re.compile(r"(\d(?:[\d.,:]*\d)?)((?!st$|nd$|rd$|th$|s$)[^\W\d_]+)")


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of ``text[span]``, tagged as one sentence."""
    return label(text, words(text, span))


def label(text: str, places: Sequence[Span]) -> tuple[Token, ...]:
    """Return the words at `places`, which make one sentence, with tags and lemmas."""
    forms = [place.of(text) for place in places]
    tagged = zip(places, forms, _mended(forms, tag(forms)), strict=True)
    return tuple(Token(place, form, mark, lemma(form, mark)) for place, form, mark in tagged)


def _mended(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Return the tags with words like "official" made nouns where they head a phrase."""
    out = list(tags)
    nouns = listed("grammar", "nouns", "adjectives_too")
    for place in range(len(out)):
        after = out[place + 1] if place + 1 < len(out) else "."
        if out[place] in ("JJ", "RB") and forms[place].lower() in nouns:
            heads = place > 0 and out[place - 1] in ("DT", "NN", "NNP", "PRP$", "POS") or (place > 1 and out[place - 1] == "JJ")
            if heads and not after.startswith(("NN", "JJ", "CD", "HYPH", "VBG")) and after != "CC":
                out[place] = "NN"
        elif out[place] == "UH" and forms[place][:1].isupper() and len(forms[place]) > 4:
            out[place] = "NNP"
        elif out[place] == "VBN" and _is_past_here(forms, out, place):
            out[place] = "VBD"
        elif out[place] == "NNS" and forms[place].lower() in listed("grammar", "nouns", "never_nouns"):
            out[place] = "VBZ"
        elif out[place] == "NNS" and _is_verb_here(forms, out, place):
            out[place] = "VBZ"
        elif out[place] in ("VBZ", "VBP") and _is_noun_here(forms, out, place):
            out[place] = "NNS" if out[place] == "VBZ" else "NN"
    return out


def _is_past_here(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether a participle without an auxiliary takes an object or a that-clause: then it is past tense."""
    after = tags[place + 1] if place + 1 < len(tags) else "."
    takes = after in ("DT", "PRP", "PRP$", "NNP", "NNPS", "CD") or (place + 1 < len(forms) and forms[place + 1].lower() == "that")
    base = lemma(forms[place], "VBD")
    takes = takes or (forms[place].lower() in listed("grammar", "nouns", "past_only") and after != "IN")
    takes = takes or forms[place].lower() == "said"
    told = place + 1 < len(forms) and forms[place + 1].lower() == "that"
    if not takes or (base in listed("grammar", "nouns", "participle_objects") and not told):
        return False
    if forms[place].lower() in _ONLY_PARTICIPLES:
        return False
    before = place - 1
    while before >= 0 and (tags[before].startswith("RB") or forms[before] in ('"', "“", "”", "’", "‘")):
        before -= 1
    if before < 0:
        return False
    if tags[before] == "CC":
        former = next((tag for tag in reversed(tags[:before]) if tag in ("VBD", "VBN", "VBZ", "VBP", "MD")), "")
        return former == "VBD"
    return lemma(forms[before], "VBD") not in ("be", "have", "get") and tags[before] in (
        "NN", "NNS", "NNP", "NNPS", "PRP", ",", "WP", "WDT", "''", "``", "-RRB-", "CD", "RB",
    )  # fmt: skip


def _is_verb_here(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether a word like "claims" stands between a name and what it claims, with no other verb."""
    if forms[place].lower() not in listed("grammar", "nouns", "verbs_too") or place + 1 >= len(tags):
        return False
    follows = tags[place + 1] in ("CD", "PRP", "DT") or forms[place + 1].lower() == "that"
    start = place
    while start > 0 and tags[start - 1] not in (",", "CC", ":"):
        start -= 1
    own = tags[start:place]
    return follows and bool(own) and own[-1].startswith("NN") and not any(
        tag in ("VBD", "VBZ", "VBP", "MD", "POS", "IN") for tag in own[-2:]
    ) and not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)


def _is_noun_here(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether a word like "claims" is governed by a preposition in a clause that has its verb."""
    if forms[place].lower() not in listed("grammar", "nouns", "verbs_too"):
        return False
    start = place - 1
    while start >= 0 and tags[start] in ("NN", "NNP", "NNPS", "JJ", "DT", "PRP$", "POS"):
        start -= 1
    governed = 0 <= start < place - 1 and tags[start] in ("IN", "TO") and forms[start].lower() != "that"
    return governed and any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags[:start])



def words(text: str, span: Span) -> tuple[Span, ...]:
    """Return the places of the words and marks of ``text[span]`` in order."""
    found = [part for match in _WORD.finditer(text, span.start, span.end) for part in _parts(match)]
    return tuple(_with_stops(text, found))


def _parts(match: re.Match[str]) -> Iterator[Span]:
    """Cut a match into its words: clitics and units come off."""
    start, end, form = match.start(), match.end(), match.group()
    tail = _CLITIC.search(form)
    if tail:
        yield Span(start, start + tail.start())
        yield Span(start + tail.start(), end)
    elif _CANNOT.fullmatch(form):
        yield Span(start, start + 3)
        yield Span(start + 3, end)
    elif figure := _FIGURE_UNIT.fullmatch(form):
        yield Span(start, start + figure.end(1))
        yield Span(start + figure.end(1), end)
    else:
        yield Span(start, end)


def _with_stops(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Give abbreviations and initials the full stop that is theirs."""
    place = 0
    while place < len(found):
        here = found[place]
        after = found[place + 1] if place + 1 < len(found) else None
        if after and text[after.start : after.end] == "." and after.start == here.end:
            follower = found[place + 2] if place + 2 < len(found) else None
            if _abbreviates(here.of(text), follower.of(text) if follower else ""):
                yield Span(here.start, after.end)
                place += 2
                continue
        yield here
        place += 1


def _abbreviates(form: str, follower: str) -> bool:
    """Tell whether a full stop after `form` belongs to it, by what comes next."""
    low = form.lower()
    if low in _words_of("titles"):
        return True
    if low in _words_of("before_figures"):
        return follower[:1].isdigit()
    if low in _words_of("endings"):
        return not _is_word_of_its_own(low, follower)
    initial = len(form) == 1 and form.isupper() and form != "I"
    return initial and follower[:1].isupper() and follower.lower() not in _words_of("starters")


def _is_word_of_its_own(low: str, follower: str) -> bool:
    """Tell "in Oct. The" from "Oct. 7": before nothing or a starter, a month's stop is a sentence's."""
    return "." not in low and (not follower or follower.lower() in _words_of("starters"))


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(table("english", "abbreviations")[kind])
