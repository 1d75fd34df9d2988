"""What an entity is called: the fullest of its names, without what is no part of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from sayso.languages import table
from sayso.reading.learned.pairs import Spoken
from sayso.reading.learned.spans import Range

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_HANGING = frozenset(
    {"of", "in", "at", "for", "to", "from", "and", "with", "by", "on", "between", "near", "the"}
)
_VAGUE = frozenset(
    {"some", "about", "nearly", "almost", "dozens", "scores", "hundreds", "thousands", "several", "many"}
)
_COMMON = frozenset(
    {
        "suspected",
        "ministry",
        "staff",
        "general",
        "command",
        "prime",
        "government",
        "council",
        "army",
        "police",
        "no",
    }
)
_INNER = frozenset({"de", "al", "el", "la", "du", "bin", "bint", "ibn", "van", "von", "del", "da"})
_GOVERNING = frozenset({"of", "to", "for", "from", "in", "at", "with", "by", "on", "near", "under"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_FOLLOWING = _GOVERNING | {"who", "and", "himself", "herself", "the", "a", "an", "said", "says"}
_HANGING_BEHIND = (_GOVERNING | {",", "(", "who", "which", "that", "among", "between", "behind"}) - {"to"}
_NO_NAMES = (
    _ARTICLES | _OWNERS | {"no", "neither", "both", "some", "any", "all", "other", "one", "he", "she", "who"}
)
_LEADING = _ARTICLES | _OWNERS | _HANGING | {"only", "both", "all", "most"}
_GENERIC = (
    "town",
    "city",
    "village",
    "port",
    "district",
    "province",
    "region",
    "island",
    "market",
    "border",
    "capital",
)


def name_of(kind: str, mentions: Sequence[Spoken]) -> str:
    """Return the name of an entity of the kind, whose mentions these are."""
    told = [m.words for m in mentions if not m.pronoun] or [m.words for m in mentions]
    if kind == "person":
        names = [name for words in told if (name := personal_name(words))]
        if names:
            return _called(names)
    proper = [words for words in told if any(is_capital(word) for word in words)]
    chosen = max(proper or told, key=lambda words: (_capitals(words), -len(words)))
    return plain_name(chosen, kind)


def _called(names: Sequence[str]) -> str:
    """Return the fullest of the names that share the last word most of them have."""
    lasts = Counter(name.split()[-1].lower() for name in names)
    last = max(lasts, key=lambda word: (lasts[word], len(word), word))
    held = [name for name in names if name.split()[-1].lower() == last]
    return max(held, key=lambda name: (min(len(name.split()), 4), len(name), name))


def personal_name(words: Sequence[str]) -> str | None:
    """Return the personal name in a mention, if any: its longest run of capitalised words without titles.

    What owns, is governed by a preposition, or stands before a common noun names somebody or something else:
    "the Front's spokesman", "an adviser to Jorim Hesk", "a Karsovian sergeant".
    """
    best: list[str] = []
    for first, last in _runs(words):
        run = _cut_end(list(words[first:last]))
        before = _ahead(words, first)
        after = words[last].lower() if last < len(words) else ""
        if len(run) == 1 and after == "of":
            continue
        if before in _GOVERNING or after in _OWNING or (after.isalpha() and after not in _FOLLOWING):
            continue
        if len(run) >= len(best) and not (len(run) == 1 and run[0].lower() in _COMMON):
            best = run
    return joined(best) if best else None


def _ahead(words: Sequence[str], first: int) -> str:
    """Return the word before a name, its titles and articles left out."""
    while first and (_is_title(words[first - 1]) or words[first - 1].lower() in _ARTICLES):
        first -= 1
    return words[first - 1].lower() if first else ""


def head_of(words: Sequence[str]) -> int:
    """Return the place of the word that a phrase is about: the last before a preposition or comma."""
    for number, word in enumerate(words[1:], 1):
        if word.lower() in _HANGING_BEHIND and words[number - 1].lower() not in _HANGING_BEHIND:
            return number - 1
    return len(words) - 1


def _runs(words: Sequence[str]) -> list[Range]:
    """Return the stretches of words that may be a name's."""
    found: list[Range] = []
    for number, word in enumerate(words):
        goes_on = bool(found) and found[-1][1] == number
        starts = is_capital(word) and not _is_title(word) and word.lower() not in _NO_NAMES
        if goes_on and (starts or word.lower() in _INNER):
            found[-1] = (found[-1][0], number + 1)
        elif starts:
            found.append((number, number + 1))
    return found


def plain_name(words: Sequence[str], kind: str) -> str:
    """Return a mention's words as a name: no article, no "its", of "the town of Velm" the last word only."""
    held = list(words)
    while len(held) > 1 and (held[0].lower() in _LEADING or _only_counts(held)):
        held = held[1:]
    while len(held) > 1 and (held[-1].lower() in _HANGING or not held[-1][:1].isalnum()):
        held = held[:-1]
    return joined(_place(held) if kind == "place" else held)


def _place(words: list[str]) -> list[str]:
    """Leave out what only says what sort of place it is: "the market town of Velm", "nearby Velm"."""
    for number, word in enumerate(words[:-1]):
        sort = word == "of" and any(part.lower() in _GENERIC for part in words[:number])
        if sort and is_capital(words[number + 1]):
            return words[number + 1 :]
    first = next((n for n, word in enumerate(words) if is_capital(word)), 0)
    return words[first:]


def _cut_end(run: list[str]) -> list[str]:
    while run and not is_capital(run[-1]):
        run = run[:-1]
    return run


def is_capital(word: str) -> bool:
    """Tell whether a word may be a name's: it, or a part of it, begins with a capital ("al-Qaddum")."""
    return any(part[:1].isupper() for part in word.replace("’", "-").split("-"))


def is_named(name: str) -> bool:
    """Tell whether a name holds a word that begins with a capital."""
    return any(is_capital(word) for word in name.split())


def _only_counts(words: Sequence[str]) -> bool:
    """Tell whether the first word counts the others and is no part of a name ("the Seven Hills Movement")."""
    named = words[0][:1].isupper() and is_capital(words[1])
    return _counts(words[0]) and not named


def _counts(word: str) -> bool:
    """Tell whether a word only counts ("40,000", "some", "Sixteen")."""
    return (
        word[:1].isdigit() or word.lower() in table("english", "numbers")["small"] or word.lower() in _VAGUE
    )


def joined(words: Sequence[str]) -> str:
    """Return words as they are printed: no space before marks and clitics."""
    out = ""
    for word in words:
        tight = word[:1] in ",.;:!?)]’'" or out[-1:] in "([" or not out
        out += word if tight else f" {word}"
    return out


def _capitals(words: Sequence[str]) -> int:
    return sum(is_capital(word) and word.lower() not in _NO_NAMES | _COMMON for word in words)


def _is_title(word: str) -> bool:
    return word.lower().strip(".") in _titles()


@cache
def _titles() -> frozenset[str]:
    roles = table("english", "people")["roles"]
    plain = {word for kind in ("spokes", "office", "rank", "title", "speaker") for word in roles[kind]}
    return frozenset(
        {part for word in plain for part in word.split()}
        | {
            "foreign",
            "defence",
            "defense",
            "interior",
            "prime",
            "deputy",
            "vice",
            "front",
            "army",
            "police",
            "state",
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "gen",
            "col",
            "lt",
            "capt",
            "maj",
            "brig",
            "sgt",
            "rev",
        }
        | {"first", "acting", "former", "chief", "press", "brigadier-general", "maj.-gen", "lt.-col"}
    )
