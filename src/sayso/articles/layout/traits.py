"""What can be told of one unit by itself: prose or not, furniture, caption, credit, date, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.articles.header.dates import find_dates, hours_ago
from sayso.articles.header.words import Words, bare, opening, tokens

_STOP = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_CLOSING = re.compile(r"[.!?…,;:–—\-\"'”’»)]$")
_NEXT_SENTENCE = re.compile(r"[.!?…][\"'”’»)]* +[\"'“‘«(]?[^\W\d_a-z]")
_MENU = re.compile(r"\s*\|\s*|\s+[•·/]\s+|\s+[>›»→]\s+")
# "… in Moscow.AFP", "… the square. (EPA)", "… at the border. J. Doe/Getty".
_PICTURE_CREDIT = re.compile(
    r"[.)\]] ?\(?(?:AFP|AP|EPA|EFE|REUTERS|Reuters|Getty(?: Images)?|[A-Z][\w.]{1,30}/[A-Z]\w{1,30})\)?\.?$"
)
_ONLY_MARKS = re.compile(r"[\W_]+")
_LONGEST_LINE = 480


@dataclass(frozen=True, slots=True)
class Traits:
    """The answers for one unit."""

    stop: bool
    closing: bool
    words: int
    sentences: int
    speech: bool
    headline: bool

    @property
    def prose(self) -> bool:
        """Tell whether the unit reads like a paragraph of an article wherever it stands."""
        if self.words < 8 or self.headline:
            return False
        if not self.stop:
            return self.words >= (25 if self.sentences >= 2 else 40)
        return self.words >= 12 or self.sentences >= 2


def traits_of(text: str, words: Words) -> Traits:
    """Return the traits of a unit's text."""
    # The ends of a very long line tell enough.
    sample = text if len(text) <= 4000 else text[:4000]
    spoken = tokens(sample)
    return Traits(
        stop=_STOP.search(text[-12:]) is not None,
        closing=_CLOSING.search(text[-3:]) is not None,
        words=len(spoken),
        sentences=1 + len(_NEXT_SENTENCE.findall(sample)),
        speech=not words.speech.isdisjoint(spoken),
        headline=_all_capitals(text),
    )


def _all_capitals(text: str) -> bool:
    """Tell whether nearly every longer word has a capital, as in titles of the American press."""
    longer = [word for word in re.findall(r"[^\W\d_]\S*", text[:240]) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    return len(text) <= 220 and 3 <= len(longer) <= 20 and capitals >= 0.8 * len(longer)


def is_furniture(text: str, traits: Traits, words: Words) -> bool:
    """Tell whether a line belongs to the page around an article: menus, links, notices, forms."""
    if _ONLY_MARKS.fullmatch(text[:_LONGEST_LINE]):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    plain = bare(text)
    if not plain or plain in words.exact or words.exact.issuperset(plain.split()):
        return True
    start = opening(text)
    if len(text) <= 320 and words.starts.match(start):
        return True
    if len(text) <= 160 and not traits.speech and words.starts_weak.match(start):
        return True
    lowered = text.lower().replace("’", "'")
    if not traits.speech and any(phrase in lowered for phrase in words.contains):
        return True
    parts = [bare(part) for part in re.split(r"[|>/•·]", text)]
    if len(parts) > 1 and all(part in words.exact or part in words.sections for part in parts):
        return True
    return is_menu(text, traits)


def is_menu(text: str, traits: Traits) -> bool:
    """Tell whether a line is a row of links or a path: three short items, or two around a ``>``."""
    if traits.stop or len(text) > 300:
        return False
    items = [item for item in _MENU.split(text) if item.strip()]
    arrow = re.search(r"\s[>›»→]\s", text) is not None
    return len(items) >= (2 if arrow else 3) and all(len(item.split()) <= 5 for item in items)


def is_caption(text: str, traits: Traits, words: Words) -> bool:
    """Tell whether a unit describes a picture, by words that only captions hold or a credit at its end."""
    if len(text) > 400 or traits.sentences > 4:
        return False
    lowered = text.lower()
    if not traits.speech and any(phrase in lowered for phrase in words.caption_words):
        return True
    return _PICTURE_CREDIT.search(text[-60:]) is not None


def shows(text: str, traits: Traits, words: Words) -> bool:
    """Tell whether one short sentence says in the present tense what is to be seen.

    A caption's grammar: ``NAME addresses a meeting in TOWN on July 9.`` News prose has a past tense or
    a verb of speech there.
    """
    spoken = tokens(text)
    if traits.speech or traits.sentences > 1 or not 5 <= len(spoken) <= 40:
        return False
    for number, word in enumerate(spoken[1:14], 1):
        pair = f"{word} {spoken[number + 1]}" if number + 1 < len(spoken) else word
        if word in words.caption_verbs or pair in words.caption_verbs:
            return any(piece in {"on", "in", "at", "near", "during", "outside"} for piece in spoken[number:])
        if word.endswith("ed") or word in {"was", "were", "has", "have", "had", "will", "would", "is", "are"}:
            return False
    return False


def is_date_line(text: str, words: Words) -> bool:
    """Tell whether a line is little more than a date or a time."""
    if len(text) > 160:
        return False
    dates = find_dates(text)
    if not dates and hours_ago(text) is None:
        return _is_clock(text, words)
    rest = text
    for printed in reversed(dates):
        rest = rest[: printed.span.start] + " " + rest[printed.span.end :]
    rest = re.sub(r"\([^()]*\)", " ", rest)
    left = [word for word in tokens(rest) if word not in words.beside_date and not re.match(r"\d", word)]
    return len(left) <= 3 and not (left and _STOP.search(text) and len(left) > 2)


def _is_clock(text: str, words: Words) -> bool:
    """Tell whether a line is a label with a clock time ("Updated 17:10")."""
    spoken = tokens(text)
    if not spoken or len(spoken) > 8 or not re.search(r"\d", text):
        return False
    return all(word in words.beside_date or re.match(r"\d", word) for word in spoken)
