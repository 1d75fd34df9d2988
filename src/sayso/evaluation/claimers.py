"""Who is meant by whoever speaks, against the attributions of the project's own corpus."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.corpus import UNREAD, Labelled, labelled, parts_there
from sayso.evaluation.interface import Measured
from sayso.evaluation.rates import rates, share
from sayso.model.article import Article
from sayso.model.errors import InputError
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.places.gazetteer import load_gazetteer

_ARTICLES = frozenset({"the", "a", "an", "of", "its", "their", "his", "her"})
_PRONOUNS = frozenset(
    {"i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who", "which", "that"}
)
_LEAST = 0.5
"""Two contents are the same report's if they share this much of the one that is labelled."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A report as a reader has it: its cue, its content, and the name of the first claimer (None: open)."""

    cue: Span
    content: tuple[Span, ...]
    claimer: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report as it is labelled, whoever speaks called by every name; `outside`: the sentence has none."""

    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    names: frozenset[str]
    outside: bool


Finder = Callable[[Article], list[Spoken]]


def measure_claimers(folder: Path, shared: Path, reader: str) -> Measured:
    """Score who makes the reports of the corpus's test part, by one reader; raises NotFound.

    `resolved` is the share of the reports with a labelled claimer that the reader finds and gives to a name
    of the right one; `outside` the same of those whose claimer is named in another sentence only.  `named.p`
    is the share right among all that it finds and names.  A name is right if it is one of those that the text
    has for the claimer (or its full name), articles aside, or holds half of its words.
    """
    counts: Counter[str] = Counter()
    find = {"rules": _by_rule, "learned": _learned}[reader]()
    with tempfile.TemporaryDirectory(prefix="sayso-claimers-") as place:
        for part in parts_there(shared):
            for document in labelled(folder, part, ("test",), shared):
                try:
                    article = document.article(Path(place))
                except InputError:
                    counts["left out"] += 1
                    continue
                counts["documents"] += 1
                counts += _compared(list(_wanted(document)), find(article))
    missing = () if len(parts_there(shared)) > 1 else (UNREAD,)
    size = (
        f"{counts['documents']} texts, {counts['gold']} reports, {counts['outside']} claimers named elsewhere"
    )
    scores = {
        "resolved": share(counts["right"], counts["gold"]),
        "outside": share(counts["right outside"], counts["outside"]),
        "found": share(counts["found"], counts["gold"]),
        "outside.found": share(counts["found outside"], counts["outside"]),
        **rates("named", counts["right"], counts["named"], counts["gold"]),
    }
    return Measured(scores, size, (*_errors(counts), *missing))


def _by_rule() -> Finder:
    from sayso.reading.rules import RuleReader

    reader = RuleReader(Profile(), load_gazetteer())

    def find(article: Article) -> list[Spoken]:
        analysis = reader.analyse(article)
        return [
            Spoken(one.cue, one.content, analysis.entities[one.claimers[0]].name if one.claimers else None)
            for one in analysis.attributions
        ]

    return find


def _learned() -> Finder:
    from sayso.reading.learned.reader import LearnedReader

    reader = LearnedReader(Profile(), load_gazetteer())

    def find(article: Article) -> list[Spoken]:
        return [
            Spoken(one.attribution.cue, one.attribution.content, one.claimer.name if one.claimer else None)
            for one in reader.told(article).reports
        ]

    return find


def _wanted(document: Labelled) -> Iterator[Wanted]:
    sentences = [Span(one["start"], one["end"]) for one in document.row["sents"]]
    for link in document.row["relations"]:
        spans = document.spans("attributions", "attribution", link["attribution"])
        called = [one for one in document.row["ents"] if one["id"] == link["claimer"]]
        cue, content = spans.get("cue", []), spans.get("content", [])
        if not called or not content:
            continue
        places = [Span(one["start"], one["end"]) for one in called]
        phrases = [place.of(document.text) for place in places]
        names = {called[0]["name"], *(phrase for phrase in phrases if phrase.lower() not in _PRONOUNS)}
        own = [one for one in sentences if any(one.overlaps(span) for span in (cue or content[:1]))]
        named = [p for p in places if any(one.covers(p) for one in own) and _is_name(p.of(document.text))]
        yield Wanted(tuple(cue), tuple(content), frozenset(names), not named)


def _is_name(phrase: str) -> bool:
    return any(word[:1].isupper() for word in phrase.split()) and phrase.lower() not in _PRONOUNS


def _compared(gold: Sequence[Wanted], read: Sequence[Spoken]) -> Counter[str]:
    counts: Counter[str] = Counter()
    taken: set[int] = set()
    for wanted in gold:
        where = " outside" if wanted.outside else " inside"
        counts["gold"] += 1
        counts[where.strip()] += 1
        number = _matching(wanted, read, taken)
        if number is None:
            continue
        taken.add(number)
        counts["found"] += 1
        counts[f"found{where}"] += 1
        claimer = read[number].claimer
        counts["named"] += claimer is not None
        if claimer is not None and any(same_name(name, claimer) for name in wanted.names):
            counts["right"] += 1
            counts[f"right{where}"] += 1
    return counts


def _matching(wanted: Wanted, read: Sequence[Spoken], taken: set[int]) -> int | None:
    """Return the report whose cue shares words, or else whose content shares most."""
    free = [number for number in range(len(read)) if number not in taken]
    best = max(free, key=lambda n: (_by_cue(wanted, read[n]), _shared(wanted, read[n]), -n), default=None)
    if best is None or not (_by_cue(wanted, read[best]) or _shared(wanted, read[best]) >= _LEAST):
        return None
    return best


def _by_cue(wanted: Wanted, read: Spoken) -> bool:
    return any(read.cue.overlaps(span) for span in wanted.cue)


def _shared(wanted: Wanted, read: Spoken) -> float:
    both = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in wanted.content for b in read.content
    )
    return both / max(1, sum(len(span) for span in wanted.content))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: the same words, or the shorter's are half or more of the longer's."""
    a, b = _words(one), _words(other)
    small, large = sorted((a, b), key=len)
    return bool(small) and small <= large and 2 * len(small) >= len(large)


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name)
    folded = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    words = re.findall(r"[^\W_]+", folded)
    return frozenset(word for word in words if word not in _ARTICLES) or frozenset(words)


def _errors(counts: Mapping[str, int]) -> Iterator[str]:
    missed, nameless = counts["gold"] - counts["found"], counts["found"] - counts["named"]
    yield (
        f"Of {counts['gold']} reports {missed} are not found; of those found {nameless} have no claimer and "
        f"{counts['named'] - counts['right']} another one."
    )
    if counts["left out"]:
        yield f"{counts['left out']} texts are left out: Sayso cleans them, and places do not agree."
