"""Part-of-speech tags (Penn Treebank, as Universal Dependencies' XPOS) by a linear chain model.

The weights beside this file are made by ``training/tagger.py``; its docstring says from what and how
well they do.  They are read as data (a CRFsuite model, compressed); nothing in them is executed.
"""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from functools import cache
from importlib import resources

import pycrfsuite

from sayso.languages import table

CLOSED = frozenset({"DT", "PRP", "PRP$", "CC", "TO", "MD", "WDT", "WP", "WP$", "EX", "PDT"})
"""Tags of closed classes: which words may bear them is known (``grammar.toml``)."""
MODEL = "tagger.crfsuite.xz"
_QUOTES = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`", "'") | {"``": '"', "''": '"'}
_EDGE = ("<s>", "<s>", "")


def tag(words: Sequence[str]) -> tuple[str, ...]:
    """Return one Penn Treebank tag a word for the words of one sentence."""
    if not words:
        return ()
    tags = _model().tag(features(words))
    stand_ins = [_stand_in(word, tag) for word, tag in zip(words, tags, strict=True)]
    return tuple(_model().tag(features(stand_ins)) if stand_ins != list(words) else tags)


def _stand_in(word: str, tag: str) -> str:
    """Return a well-known name for a name that its ending made a pronoun or the like ("Houthis": this)."""
    if tag not in CLOSED or not word[:1].isupper() or word.lower().replace("’", "'") in _closed_words():
        return word
    return "Americans" if word.endswith("s") else "America"


def features(words: Sequence[str]) -> list[list[str]]:
    """Return the features of each word: itself, its shape, its affixes and its neighbours.

    Training and tagging share this function; a change of it asks for new weights.
    """
    seen = [_EDGE, _EDGE, *map(_look, words), _EDGE, _EDGE]
    return [_around(seen, place, first=place == 2) for place in range(2, len(seen) - 2)]


def _look(word: str) -> tuple[str, str, str]:
    """Return the word in lower case with its marks made plain, its shape, its last three letters."""
    plain = _QUOTES.get(word) or word.replace("’", "'").replace("‑", "-")
    lower = plain.lower()
    if plain[:1].isdigit():
        lower = "".join("0" if sign.isdigit() else sign for sign in lower)
    return lower, _shape(plain), lower[-3:]


def _shape(word: str) -> str:
    if word.islower():
        case = "x"
    elif word.isupper():
        case = "X" if len(word) == 1 else "XX"
    elif word[:1].isupper():
        case = "Xx"
    else:
        case = "?"
    digit = "d" if any(sign.isdigit() for sign in word) else ""
    return f"{case}{digit}{'-' if '-' in word[1:] else ''}{'.' if '.' in word[1:] else ''}"


def _around(seen: Sequence[tuple[str, str, str]], place: int, *, first: bool) -> list[str]:
    before2, before, here, after, after2 = (item[0] for item in seen[place - 2 : place + 3])
    shape, last = seen[place][1:]
    part = here.rpartition("-")[2]
    marks = [
        "b",
        f"w={here}",
        f"s={shape}{'^' if first else ''}",
        f"1={last[-1:]}",
        f"2={last[-2:]}",
        f"3={last}",
        f"4={here[-4:]}",
        f"p={here[:3]}",
        f"-1={before}",
        f"-2={before2}",
        f"+1={after}",
        f"+2={after2}",
        f"-s={seen[place - 1][1]}{shape}",
        f"+s={shape}{seen[place + 1][1]}",
        f"-3={seen[place - 1][2]}",
        f"+3={seen[place + 1][2]}",
        f"-w={before} {last}",
        f"+w={last} {seen[place + 1][2]}",
    ]
    if part != here:
        marks.append(f"h={part}")
    return marks


@cache
def _closed_words() -> frozenset[str]:
    return frozenset(table("english", "grammar")["closed"]["words"])


@cache
def _weights() -> bytes:
    return lzma.decompress(resources.files(__package__).joinpath(MODEL).read_bytes())


@cache
def _model() -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    # The library keeps a pointer into these bytes, not a reference to them: `_weights` keeps them alive.
    model.open_inmemory(_weights())
    return model
