"""Whose voice an article is in: the outlet, as the page names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.articles.header.credits import signature_of
from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.names import is_name_line
from sayso.articles.header.words import Words, bare

_YEARS = r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|present))?,?\s*)"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*{_YEARS}?(?:by\s+)?([^.|;]{{2,70}})",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w&'’.-]*)(?: (?:of |the |and )?[A-Z][\w&'’.-]*){0,4}"
_FAILED = (
    r"could not|(?:was|were|has been) (?:not able|unable) to|has not been able to|cannot|did not|has not"
)
_CHECKED = r"verif(?:y|ied)|confirm(?:ed)?|check(?:ed)?|establish|authenticate[d]?|corroborate"
_UNVERIFIED = re.compile(
    rf"(?:^|[.”\"] )(?:The )?(?P<name>{_NAME}) (?:{_FAILED})(?: \w+){{0,2}}? (?:{_CHECKED})\b"
)
_SUFFIX = re.compile(r"(.{8,}?)\s+(?:[|»•·]|::|[-–—])\s+([^|»•·]{2,50})$")


@dataclass(frozen=True, slots=True)
class Lines:
    """A page's lines by place: `head` above the first paragraph, `credits` and `foot` behind, `prose`."""

    head: tuple[str, ...]
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    foot: tuple[str, ...]
    prose: tuple[str, ...]


def find_outlet(lines: Lines, dateline_credit: str | None, words: Words, index: Mastheads) -> str | None:
    """Return the outlet that the text names, by the first road that leads to one; None where none does."""
    for road in (_signature, _head, _copyright, _in_byline, _own_box, _own_word):
        outlet = road(lines, dateline_credit, words, index)
        if outlet is not None:
            return outlet
    if dateline_credit:
        return _known(dateline_credit, index)
    return next((_known(name, index) for name in _copyright_names(lines, words)), None)


def split_title(title: str, words: Words, index: Mastheads) -> tuple[str, str | None]:
    """Return a title without the outlet at its end (``… | The Lomer Courier``), and that outlet."""
    match = _SUFFIX.match(title)
    if match is None or not is_name_line(match.group(2), words, index):
        return title, None
    return match.group(1).strip(), _known(match.group(2).strip(), index)


def _signature(lines: Lines, _credit: str | None, words: Words, index: Mastheads) -> str | None:
    for line in (*lines.credits, *lines.head):
        signature = signature_of(line, words, index)
        if signature is not None and signature.outlet:
            return signature.printed if signature.joined else _known(signature.name, index)
    return None


def _head(lines: Lines, credit: str | None, words: Words, index: Mastheads) -> str | None:
    """Return the name on top of the page: one that comes back elsewhere, or one made as such names are."""
    again = {
        bare(name): name for name in (credit, *_copyright_names(lines, words), *_self_named(lines)) if name
    }
    parts = [part.strip() for line in lines.head for part in re.split(r"\s[|•·]\s", line)]
    for part in parts:
        if bare(part) in again and not part[:1].islower():
            return _known(again[bare(part)] if part.isupper() else part, index)
    for line in lines.head:
        if is_name_line(line, words, index):
            named = [part for part in re.split(r"\s[|•·]\s", line) if is_name_line(part, words, index)]
            return _known(max(named or [line], key=len), index)
    return None


def _copyright(lines: Lines, _credit: str | None, words: Words, index: Mastheads) -> str | None:
    for name in _copyright_names(lines, words):
        found = index.whole(name)
        if found is None or found.kind == "outlet":
            return _known(name, index)
    return None


def _copyright_names(lines: Lines, words: Words) -> Iterator[str]:
    for line in (*lines.foot, *lines.head):
        match = _COPYRIGHT.search(line) if len(line) <= 200 else None
        if match is None:
            continue
        name = re.split(r",| [-–—] | all rights|\b(?:19|20)\d\d\b", match.group(1), flags=re.IGNORECASE)[0]
        pieces = name.split()
        while pieces and pieces[-1].lower() in words.forms:
            pieces.pop()
        if 1 <= len(pieces) <= 6 and pieces[0][0].isupper() and bare(name) not in words.exact:
            yield " ".join(pieces)


def _in_byline(lines: Lines, _credit: str | None, words: Words, index: Mastheads) -> str | None:
    parts = [part.strip() for line in lines.bylines for part in re.split(r"\s[|•·]\s|, ", line)[1:]]
    return next((_known(part, index) for part in parts if is_name_line(part, words, index)), None)


def _own_box(lines: Lines, _credit: str | None, words: Words, index: Mastheads) -> str | None:
    """Return the outlet that presents itself, or whose reporters are presented, behind the article."""
    for line in (*lines.credits, *lines.foot):
        named = index.within(re.sub(r"^[Ss]ources?: ", "", line))
        if named and named[0].span.start <= 4 and named[0].masthead.kind == "outlet":
            return named[0].masthead.name
    verbs = "|".join(words.covers)
    pattern = re.compile(rf"\b(?:{verbs})\b.{{0,80}}? for (?:[Tt]he )?({_NAME})")
    for line in lines.foot:
        match = pattern.search(line[:400])
        if match and is_name_line(match.group(1), words, index):
            return _known(match.group(1), index)
    return None


def _own_word(lines: Lines, _credit: str | None, _words: Words, index: Mastheads) -> str | None:
    return next((_known(name, index) for name in _self_named(lines)), None)


def _self_named(lines: Lines) -> Iterator[str]:
    """Yield who says in the text that it could not check something: only its own outlet writes so."""
    for text in lines.prose:
        for match in _UNVERIFIED.finditer(text):
            name = match.group("name")
            if name.lower() not in {"it", "he", "she", "they", "we", "this", "that", "officials", "police"}:
                yield name


def _known(name: str, index: Mastheads) -> str:
    """Return the name that a ledger uses for an outlet; one in capitals becomes Capitals Each Word."""
    found = index.whole(name)
    if found is not None:
        return found.name
    pieces: Sequence[str] = name.split()
    if len(pieces) > 1 and name.isupper():
        pieces = [piece if re.search(r"\d", piece) else piece.capitalize() for piece in pieces]
    return " ".join(pieces)
