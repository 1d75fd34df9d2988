"""Mending tags that the tagger is known to mistake in news ("Houthis claims", "a figure rejected that")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.languages import table
from sayso.reading.lemmas import lemma
from sayso.reading.words import listed

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mended_tags(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Return the tags with words like "official" made nouns where they head a phrase."""
    out = list(tags)
    nouns = listed("grammar", "nouns", "adjectives_too")
    for place in range(len(out)):
        after = out[place + 1] if place + 1 < len(out) else "."
        if out[place] in ("JJ", "RB") and forms[place].lower() in nouns:
            heads = (place > 0 and out[place - 1] in ("DT", "NN", "NNP", "PRP$", "POS")) or (
                place > 1 and out[place - 1] == "JJ"
            )
            if heads and not after.startswith(("NN", "JJ", "CD", "HYPH", "VBG")) and after != "CC":
                out[place] = "NN"
        elif out[place] == "NN" and forms[place].lower() in listed("grammar", "nouns", "past_never_nouns"):
            out[place] = "VBD"
        elif out[place] == "UH" and forms[place][:1].isupper() and len(forms[place]) > 4:
            out[place] = "NNP"
        elif out[place] == "VBN" and _is_past_here(forms, out, place):
            out[place] = "VBD"
        elif out[place] == "NNS" and forms[place].lower() in listed("grammar", "nouns", "never_nouns"):
            out[place] = "VBZ"
        elif out[place] in ("NNS", "NN") and _is_verb_here(forms, out, place):
            out[place] = "VBZ" if out[place] == "NNS" else "VBP"
        elif out[place] in ("VBZ", "VBP") and _is_noun_here(forms, out, place):
            out[place] = "NNS" if out[place] == "VBZ" else "NN"
    return out


def _is_past_here(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether a bare participle takes an object or a that-clause: then it is past tense."""
    after = tags[place + 1] if place + 1 < len(tags) else "."
    takes = after in ("DT", "PRP", "PRP$", "NNP", "NNPS", "CD") or (
        place + 1 < len(forms) and forms[place + 1].lower() == "that"
    )
    base = lemma(forms[place], "VBD")
    takes = takes or (forms[place].lower() in listed("grammar", "nouns", "past_only") and after != "IN")
    takes = takes or forms[place].lower() == "said" or (base in _telling() and _that_soon(forms, tags, place))
    told = place + 1 < len(forms) and forms[place + 1].lower() == "that"
    if not takes or (base in listed("grammar", "nouns", "participle_objects") and not told):
        return False
    if forms[place].lower() in listed("grammar", "nouns", "only_participles"):
        return False
    before = place - 1
    while before >= 0 and (tags[before].startswith("RB") or forms[before] in ('"', "“", "”", "’", "‘")):
        before -= 1
    if before < 0:
        return False
    if tags[before] == "CC":
        former = next(
            (tag for tag in reversed(tags[:before]) if tag in ("VBD", "VBN", "VBZ", "VBP", "MD")), ""
        )
        return former == "VBD"
    return lemma(forms[before], "VBD") not in ("be", "have", "get") and tags[before] in (
        "NN", "NNS", "NNP", "NNPS", "PRP", ",", "WP", "WDT", "''", "``", "-RRB-", "CD", "RB",
    )  # fmt: skip


@cache
def _telling() -> frozenset[str]:
    """Return the verbs behind which a that-clause may stand."""
    groups = table("english", "reporting")["verbs"]
    return frozenset(word for group in groups if "that" in group["frames"] for word in group["words"])


def _that_soon(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether "that" follows before any verb or mark ("denied over the years that", "told X that")."""
    for number in range(place + 1, min(len(forms), place + 8)):
        if forms[number].lower() == "that" and tags[number] in ("IN", "WDT", "DT"):
            return (
                tags[place + 1] in ("IN", "TO", "RB", "NN", "NNS", "NNP", "RBR") and tags[number - 1] != "IN"
            )
        if tags[number] in _FINITE or tags[number] in (",", ".", ":", "VBN", "VBG", "``", "''"):
            return False
    return False


def _is_verb_here(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether a word like "claims" stands between a name and what it claims, with no other verb."""
    if forms[place].lower() not in listed("grammar", "nouns", "verbs_too") or place + 1 >= len(tags):
        return False
    follows = tags[place + 1] in ("CD", "PRP", "DT") or forms[place + 1].lower() in ("that", "to")
    if tags[place] == "NN" and (not place or tags[place - 1] not in ("NNS", "NNPS", "PRP")):
        return False
    start = place
    while start > 0 and tags[start - 1] not in (",", "CC", ":"):
        start -= 1
    own = tags[start:place]
    others = tags[:place] if tags[place] == "NN" else tags
    if not follows or not own or not own[-1].startswith(("NN", "PRP")):
        return False
    return not any(tag in ("POS", "IN") for tag in own[-2:]) and not any(tag in _FINITE for tag in others)


def _is_noun_here(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Tell whether a word like "claims" is governed by a preposition in a clause that has its verb."""
    if forms[place].lower() not in listed("grammar", "nouns", "verbs_too"):
        return False
    if place and tags[place - 1] in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG"):
        return True
    start = place - 1
    while start >= 0 and tags[start] in ("NN", "NNP", "NNPS", "JJ", "DT", "PRP$", "POS"):
        start -= 1
    governed = 0 <= start < place - 1 and tags[start] in ("IN", "TO") and forms[start].lower() != "that"
    return governed and any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags[:start])
