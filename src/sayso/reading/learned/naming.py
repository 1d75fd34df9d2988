"""What an entity is called: the fullest of its names, without what is no part of a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.languages import table
from sayso.reading.learned.pairs import Spoken

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
_INNER = frozenset(
    {"of", "the", "de", "al", "el", "la", "du", "and", "for", "bin", "ibn", "van", "von", "del", "da"}
)
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
            return max(names, key=lambda name: (min(len(name.split()), 4), len(name)))
    proper = [words for words in told if any(is_capital(word) for word in words)]
    chosen = max(proper or told, key=lambda words: (_capitals(words), -len(words)))
    return plain_name(chosen, kind)


def personal_name(words: Sequence[str]) -> str | None:
    """Return the personal name in a mention, if any: its longest run of capitalised words without titles."""
    runs: list[list[str]] = [[]]
    for word in words:
        if (is_capital(word) and not _is_title(word)) or (runs[-1] and word.lower() in _INNER):
            runs[-1].append(word)
        else:
            runs.append([])
    whole = [_cut_end(run) for run in runs]
    best = max(reversed(whole), key=len)
    return joined(best) if best and not (len(best) == 1 and best[0].lower() in _COMMON) else None


def plain_name(words: Sequence[str], kind: str) -> str:
    """Return a mention's words as a name: no article, no "its", of "the town of Velm" the last word only."""
    held = list(words)
    while len(held) > 1 and (held[0].lower() in _ARTICLES | _OWNERS or _counts(held[0])):
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
    return sum(is_capital(word) and word.lower() not in _ARTICLES for word in words)


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
        }
        | {"first", "acting", "former", "chief", "press", "brigadier-general", "maj.-gen", "lt.-col"}
    )
