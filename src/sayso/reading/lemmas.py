"""Lemmas of English verbs and nouns: an irregular list, then rules of spelling.

The rules undo the endings -s, -ed and -ing; which words hide a silent e or are irregular is data
(``languages/english/verbs.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sayso.languages import table

_DOUBLED = re.compile(r"(?:^|[^aeiou]|qu)[aeiouy]([bdgkmnprt])\1$")
_DOUBLED_L = re.compile(r"[aeiou][^aeiou]{1,3}[aeo]ll$")
_SILENT = re.compile(r"(?:[^eo]at|uir|[aiouy]z|[^r]v|rv|c|[aeiou]g|rg|dg|[iy]s|us|ns|ur|u|[^aeioulrw]l)$")
_PLAIN = re.compile(r"(?:[aeiou][aeiou][dlmnpk]|[^aeiou]t|our)$")
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@cache
def lemma(word: str, tag: str) -> str:
    """Return the lemma of `word` under its Penn Treebank `tag`, in lower case."""
    low = word.lower()
    if tag in _VERBS:
        return _verb(low)
    if tag == "MD" or low in ("n't", "n’t"):
        return _forms("modals").get(low, low)
    if tag in ("NNS", "NNPS"):
        return _forms("nouns").get(low) or _singular(low)
    return low


def _verb(low: str) -> str:
    known = _forms("verbs").get(low)
    if known:
        return known
    prefix, mark, rest = low.rpartition("-")
    if mark and rest:
        return f"{prefix}-{_verb(rest)}"
    if low in _list("unchanged", "verbs") or low in _list("silent_e", "verbs"):
        return low
    if low.endswith("ing") and _has_vowel(low[:-3]):
        return _base(low[:-3])
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("eed"):
        return low[:-1] if low[:-1] in _list("silent_e", "verbs") else low
    if low.endswith("ed") and _has_vowel(low[:-2]):
        return _base(low[:-2])
    return _third_person(low)


def _third_person(low: str) -> str:
    if not low.endswith("s") or low.endswith(("ss", "us", "is")) or len(low) < 4:
        return low
    if low[:-1] in _list("silent_e", "verbs"):
        return low[:-1]
    return _without_s(low)


def _base(stem: str) -> str:
    """Return the base form of what stays when -ed or -ing is taken off."""
    for base in (stem, f"{stem}e"):
        if base in _forms("verbs").values() or base in _list("plain", "verbs"):
            return base
    if f"{stem}e" in _list("silent_e", "verbs"):
        return f"{stem}e"
    if _DOUBLED.search(stem) or _DOUBLED_L.search(stem):
        return stem[:-1]
    if len(stem) > 2 and _SILENT.search(stem) and not _PLAIN.search(stem):
        return f"{stem}e"
    return stem


def _singular(low: str) -> str:
    if low[:1].isdigit() or low in _list("kept", "nouns"):
        return low
    return low[:-2] + "an" if low.endswith("men") else _without_s(low)


def _without_s(low: str) -> str:
    if low.endswith("ss") or not low.endswith("s"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return low[:-2]
    return low[:-1]


def _has_vowel(stem: str) -> bool:
    return any(sign in "aeiouy" for sign in stem)


@cache
def _forms(kind: str) -> Mapping[str, str]:
    """Return form → lemma for one list of ``verbs.toml``."""
    return {form: base for base, forms in table("english", "verbs")[kind].items() for form in forms.split()}


@cache
def _list(kind: str, name: str) -> frozenset[str]:
    return frozenset(table("english", "verbs")[kind][name])
