"""Spellings: what makes two written forms of a name the same, nearly the same, or different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
     "ǝ": "a", "ħ": "h", "ŧ": "t", "ŋ": "ng"}
)  # fmt: skip
_DROPPED = re.compile(r"['’‘ʼʿʾʹʺ`´′“”\"ʻ\u02bd]")
_MARKS = re.compile("[\u0300-\u036f]")
_BREAKS = re.compile(r"[^\w]+|_+")
_ARTICLES = frozenset(
    {"al", "el", "ul", "as", "ash", "es", "esh", "ar", "er", "ad", "ed", "at", "et", "az", "ez"}
)
_IZAFE = frozenset({"e", "i", "ye", "yi"})
_ASCII_MARKS = re.compile(r"^['’‘ʼʿʾ`]|['’‘ʼʿʾ`]$")

# Two letters a side: what romanisations of one sound differ by at the start of a name.
_STARTS = {"q": "k", "c": "k", "g": "g", "j": "j", "z": "z", "y": "y", "e": "a", "i": "a", "o": "u", "w": "v"}
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("dj", "j"), ("dh", "d"), ("th", "t"),
    ("ts", "c"), ("q", "k"), ("w", "v"), ("ph", "f"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key under which every spelling of `name` that differs only in dress is filed.

    Case, accents, apostrophes and hyphens fall away; the Arabic article is ``al`` however it is
    assimilated ("ar-Raqqah", "el Fasher"); the Persian izafe is ``e``.  Idempotent; may be empty.
    """
    plain = _DROPPED.sub("", name.casefold())
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = _DROPPED.sub("", _MARKS.sub("", plain).casefold().translate(_LETTERS))
    words = [w for w in _BREAKS.split(plain) if w]
    last = len(words) - 1
    for n, word in enumerate(words):
        if n < last and word in _ARTICLES:
            words[n] = "al"
        elif 0 < n < last and word in _IZAFE:
            words[n] = "e"
    return " ".join(words)


def without_article(key: str) -> str:
    """Return the key without a leading Arabic article ("al bab" → "bab")."""
    return key[3:] if key.startswith("al ") else key


def plain(name: str) -> str:
    """Return the name without the marks of a scholarly romanisation ("Khōst" → "Khost")."""
    bare = _DROPPED.sub(
        "", "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    )
    return unicodedata.normalize("NFC", bare).strip() or name


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """Return the consonants of a key, sounds that romanisations confuse made one ("hrtn")."""
    text = key
    for sound, letter in _SOUNDS:
        text = text.replace(sound, letter)
    bones = [c for c in text.removesuffix("h") if c.isalnum() and c not in "aeiouy"]
    return "".join(c for n, c in enumerate(bones) if n == 0 or bones[n - 1] != c)


def edits_allowed(length: int) -> int:
    """Return how many letters a misspelling of a name of `length` letters may be off.

    Under five letters none: "Sake", "Gao" and "Homs" have too many neighbours.  Set by trying the
    names of the supplement against each other: at these limits no two of one country collide that
    are not spellings of one place.
    """
    if length < 5:
        return 0
    if length < 8:
        return 1
    return 2 if length < 13 else 3


def same_start(left: str, right: str) -> bool:
    """Tell whether two keys begin with the same sound; a misspelling seldom touches the first letter."""
    a, b = left[:1], right[:1]
    return a == b or _STARTS.get(a, a) == _STARTS.get(b, b)


def nearest(key: str, others: Iterable[str]) -> tuple[int, list[str]]:
    """Return the smallest number of edits and the keys that are that near; nothing beyond the limit.

    An edit is a letter put in, left out, changed, or two swapped (optimal string alignment).
    """
    best, found = edits_allowed(len(key)), list[str]()
    for other in others:
        if abs(len(other) - len(key)) > best or not same_start(key, other):
            continue
        distance = OSA.distance(key, other, score_cutoff=best)
        if distance < best:
            best, found = distance, [other]
        elif distance == best and best <= edits_allowed(min(len(key), len(other))):
            found.append(other)
    return best, sorted(set(found))
