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
from sayso.reading.retagging import mended_tags
from sayso.reading.tagger import tag

_LETTERS = r"[^\W\d_]"
_SHORT = rf"(?:{_LETTERS}\.){{2,12}}|(?:[A-Z]\.){{1,9}}[A-Z]\b"
_FIGURE = rf"\d+(?:[.,:]\d+)*(?:{_LETTERS}{{1,2}}\b)?"
_CORE = rf"(?:{_SHORT}|{_FIGURE}|\w+(?:['’]\w+)*)"
_WORD = re.compile(
    r"(?:https?://|www\.)[^\s”“\"<>]{1,400}"  # an address on the web
    r"|[\w.+-]{1,64}@\w{1,40}(?:[.-]\w{1,40}){1,6}"  # an address for mail
    r"|(?<!\w)[A-Za-z][\w-]{1,30}\.(?:com|org|net|info|news|media|press|tv|fm|cd|sd|ly|sy|ru|ua|fr|co)\b(?!\.\w)"
    r"|(?<!\w)[@#]\w+"  # a handle or a hashtag
    r"|(?<!\w)[A-Z]{2,8}(?:/[A-Z]{2,8}){1,4}\b"  # agencies run together
    rf"|{_CORE}(?:[-‐‑]{_CORE})*"  # words, figures, abbreviations, compounds
    r"|``|''|\.{2,}|-{2,}|[^\w\s]|_"  # marks
)
_CLITIC = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_CANNOT = re.compile(r"cannot", re.IGNORECASE)
_FIGURE_UNIT = re.compile(r"(\d(?:[\d.,:]*\d)?)((?!st$|nd$|rd$|th$|s$)[^\W\d_]+)")


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of ``text[span]``, tagged as one sentence."""
    return label(text, words(text, span))


def label(text: str, places: Sequence[Span]) -> tuple[Token, ...]:
    """Return the words at `places`, which make one sentence, with tags and lemmas."""
    forms = [place.of(text) for place in places]
    tagged = zip(places, forms, mended_tags(forms, tag(forms)), strict=True)
    return tuple(Token(place, form, mark, lemma(form, mark)) for place, form, mark in tagged)


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
