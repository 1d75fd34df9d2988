"""Lines that say whose work an article is, and the agencies that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.words import Words, bare, opening, tokens

_FULL_STOP = re.compile(r"[^\W\d_]{2,}[.!?][\"'”’»)]*$")
_SMALL = frozenset({"of", "the", "de", "du", "la", "le", "and", "al", "el", "a", "an"})
# "With reporting by Norrel": one word is an agency's name, two would be a person's.
_LONE_NAME = re.compile(r"(?:by|from|with|[Ss]ource:) ([A-Z][\w-]{2,20})[.)]?$")
_ARTICLE = re.compile(r"(?:The|Le|La|Les|El|Los|Il|Lo|Der|Die|Das|De|Het|O|A|Al) |L['’]|Al-")
# "Ann Teller in Port Vale", as some papers sign.
_PERSON = r"[A-Z][a-zà-ÿ'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,2}"
_NAME_IN_PLACE = re.compile(
    rf"{_PERSON}(?: and {_PERSON})? in [A-Z][\w'’-]{{2,20}}(?: [A-Z][\w'’-]{{2,20}}){{0,2}}"
)
_LINKING = frozenset({"and", "with", "by", "from", "the", "via"})
_REPORTING = frozenset(
    {
        "reported",
        "reports",
        "from",
        "and",
        "in",
        "to",
        "with",
        "this",
        "report",
        "the",
        "also",
        "contributed",
        "reporting",
    }
)


def is_byline(text: str, words: Words) -> bool:
    """Tell whether a line names the author: ``By First Last``, ``By Staff Reporter | Outlet``."""
    if _NAME_IN_PLACE.fullmatch(text):
        return True
    named = byline_name(text, words)
    if named is None or len(text) > 200 or len(tokens(text)) > 25:
        return False
    plain = bare(named)
    if plain in words.staff or plain.startswith(tuple(f"{staff} " for staff in words.staff)):
        return True
    # "From Kabul to Herat, ..." and "By Monday evening the town ..." open paragraphs.
    pieces = [piece for piece in named.split() if piece.lower() not in _SMALL]
    capitals = sum(piece[:1].isupper() for piece in pieces)
    return 1 <= len(pieces) <= 7 and capitals >= max(1, len(pieces) - 1) and not _FULL_STOP.search(text)


def byline_name(text: str, words: Words) -> str | None:
    """Return who a line that begins as a byline names, None where it does not begin so."""
    if _NAME_IN_PLACE.fullmatch(text):
        return text.rsplit(" in ", 1)[0]
    match = re.match(r"\(?([A-Za-z]+(?: by)?):? +(\S.*)", text)
    if match is None or match.group(1).lower() not in words.byline:
        return None
    return re.split(r"\s[|•·]\s|, | in (?=[A-Z])| at (?=the |[A-Z])|\s[-–—]\s", match.group(2))[0].strip(
        " )."
    )


def is_credit(text: str, words: Words, index: Mastheads) -> bool:
    """Tell whether a line says whose reporting or whose agency's text the article is."""
    if len(text) > 400:
        return False
    lowered = text.lower()
    if words.credit_starts.match(opening(text)):
        return True
    if len(text) <= 250 and any(phrase in lowered for phrase in words.credit_contains):
        return True
    return _names_reporters(text, words) or is_signature(text, words, index)


def is_signature(text: str, words: Words, index: Mastheads) -> bool:
    """Tell whether a line is nothing but names: ``AFP``, ``(Reuters)``, ``SBN/AFP/dpa``, ``X with AFP``."""
    if len(text) > 120 or len(text.split()) > 9:
        return False
    if bare(text) in words.generic:
        return True
    named = index.within(text)
    rest = text
    for found in reversed(named):
        rest = f"{rest[: found.span.start]} {rest[found.span.end :]}"
    if named and all(word in _LINKING or word in words.generic for word in tokens(rest)):
        return True
    if re.fullmatch(r"[\w.-]{2,12}(?:/[\w.-]{2,12}){1,4}", text) and (named or text.split("/")[0].isupper()):
        return True
    signature = signature_of(text, words, index)
    return signature is not None and (signature.outlet or byline_name(text, words) is None)


@dataclass(frozen=True, slots=True)
class Signature:
    """A line such as ``The Morning Post with AFP`` or ``Post / wires``: who signs, and with whose help.

    `outlet` tells whether it is an outlet that signs, and not a person.
    """

    name: str
    helper: str
    outlet: bool
    joined: bool

    @property
    def printed(self) -> str:
        """Return the signature as an outlet's name: ``Post with AFP``; wires behind a stroke are left out."""
        return f"{self.name} with {self.helper}" if self.joined else self.name


def signature_of(text: str, words: Words, index: Mastheads) -> Signature | None:
    """Return the signature that a line is, None where it is none."""
    match = re.fullmatch(r"(?:[Bb]y )?(.{2,60}?)(,? \(?with | [/+&] )(\S.{0,60}?)\)?", text)
    if match is None or _FULL_STOP.search(text):
        return None
    name, helper = match.group(1).strip(), match.group(3).strip()
    capitals = [word for word in name.split() if word.lower() not in _SMALL]
    if not 1 <= len(capitals) <= 5 or not all(word[0].isupper() or "'" in word[:3] for word in capitals):
        return None
    pressed = index.whole(name) is not None or not words.press.isdisjoint(tokens(name))
    joined = "with" in match.group(2)
    # People have two names or more and no article before them.
    outlet = pressed or len(capitals) == 1 or _ARTICLE.match(name) is not None
    helpers = re.split(r", ?| and | ?/ ?", helper)
    if all(index.whole(one) or bare(one) in words.generic for one in helpers):
        return Signature(name, helper, outlet, joined)
    named = helper[:1].isupper() and len(helper.split()) <= 3 and joined
    return Signature(name, helper, True, joined) if pressed and named else None


def _names_reporters(text: str, words: Words) -> bool:
    """Tell whether the line is ``NAME reported from PLACE and NAME from PLACE.`` and nothing else."""
    lowered = text.lower()
    if len(text) > 250 or not any(f" {phrase} " in lowered for phrase in words.reported_from):
        return False
    return all(word[:1].isupper() or word.strip(".,") in _REPORTING for word in text.split())


def agencies_in(line: str, words: Words, index: Mastheads) -> tuple[str, ...]:
    """Return the agencies that a credit line names, in order."""
    named = [(found.span.start, found.masthead.name) for found in index.within(line)]
    agencies = [(at, name) for at, name in named if _is_agency(name, index)]
    signature = signature_of(line, words, index)
    lowered = line.lower()
    credited = words.credit_starts.match(opening(line)) is not None
    if not agencies and signature and signature.joined and bare(signature.helper) not in words.generic:
        agencies.append((line.rfind(signature.helper), signature.helper))
    if not agencies and credited and (lone := _LONE_NAME.search(line)):
        agencies.append((lone.start(1), lone.group(1)))
    for word, name in words.generic.items():
        match = re.search(rf"\b{word}\b", lowered)
        if match and (bare(line) == word or signature or credited):
            agencies.append((match.start(), name))
    return tuple(dict.fromkeys(name for _, name in sorted(agencies)))


def _is_agency(name: str, index: Mastheads) -> bool:
    found = index.whole(name)
    return found is not None and found.kind == "agency"
