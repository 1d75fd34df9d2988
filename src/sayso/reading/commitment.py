"""How far a claimer stands behind what is said: epistemic status, modality and polarity of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.languages import table
from sayso.model.analysis import Attribution, Token
from sayso.model.statement import Epistemic, Modality
from sayso.reading.verbgroups import VerbGroup
from sayso.reading.words import listed


@dataclass(frozen=True, slots=True)
class Commitment:
    """AIDA's epistemic status, GUIDE.md's modality, and the polarity of the words."""

    epistemic: Epistemic
    modality: Modality
    polarity: Literal["positive", "negative"]


def commitment(
    words: Sequence[Token],
    group: VerbGroup | None,
    attribution: Attribution | None,
    cue: str,
    *,
    negative: bool,
    embedded: Modality | None,
    own_act: bool,
    conditional: bool,
) -> Commitment:
    """Return the commitment to an event.

    `words` are its clause's tokens, `cue` the lemma of the reporting verb ("" for the narrator),
    `embedded` the modality that an embedding word gives, `own_act` whether the claimer speaks of a deed
    of its own side (then "will" is intended, else predicted), `conditional` whether a condition governs it.
    """
    modality = _modality(group, attribution, cue, embedded, own_act=own_act, conditional=conditional)
    polarity: Literal["positive", "negative"] = "negative" if negative else "positive"
    return Commitment(_epistemic(words, group, attribution, cue), modality, polarity)


def _epistemic(
    words: Sequence[Token], group: VerbGroup | None, attribution: Attribution | None, cue: str
) -> Epistemic:
    if attribution is not None and attribution.kind == "denies":
        return "false-certain"
    if attribution is not None and attribution.kind == "doubts":
        return "false-uncertain"
    if attribution is not None and attribution.kind == "asks":
        return "unknown"
    hedged = cue in listed("hedges", "cues", "uncertain")
    hedged = hedged or (group is not None and group.modal in listed("hedges", "modals", "uncertain"))
    hedged = hedged or _hedge_in(words)
    return "true-uncertain" if hedged else "true-certain"


def _hedge_in(words: Sequence[Token]) -> bool:
    lemmas = [token.lemma for token in words]
    if any(token.text.lower() in listed("hedges", "uncertain", "words") for token in words):
        return True
    seeming = listed("hedges", "uncertain", "verbs")
    if any(token.lemma in seeming and token.tag.startswith("VB") for token in words):
        return True
    text = " ".join(lemmas)
    return any(f" {phrase} " in f" {text} " for phrase in listed("hedges", "uncertain", "phrases"))


def _modality(
    group: VerbGroup | None,
    attribution: Attribution | None,
    cue: str,
    embedded: Modality | None,
    *,
    own_act: bool,
    conditional: bool,
) -> Modality:
    if conditional:
        return "conditional"
    if attribution is not None and attribution.kind == "demands":
        return "demanded"
    if embedded is not None:
        return embedded
    found = _of_modal(group, own_act=own_act, quoted=attribution is not None)
    if found is not None:
        return found
    if attribution is not None and attribution.kind == "pledges":
        return "intended"
    ahead = cue in listed("hedges", "cues", "predicted") and group is not None
    return "predicted" if ahead and group is not None and group.tense in ("future", "none") else "actual"


def _of_modal(group: VerbGroup | None, *, own_act: bool, quoted: bool) -> Modality | None:
    modal = group.modal if group is not None else None
    if modal is None or (group is not None and group.perfect):
        return None
    modals = table("english", "hedges")["modals"]
    if modal in modals["demanded"]:
        return "demanded" if quoted else "intended"
    if modal in modals["uncertain"]:
        return "predicted"
    if modal in modals["intended"] or modal in modals["conditional"]:
        return "intended" if own_act or not quoted else "predicted"
    return None


def governed_by_condition(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a condition ("if …", "unless …") stands in the sentence of ``tokens[first:last]``.

    `first` and `last` bound the event's clause within the sentence; a condition inside an "if" clause
    of its own is what governs the rest, so the clause that "if" opens is not itself conditional.
    """
    words = listed("hedges", "conditions", "words")
    for place, token in enumerate(sentence):
        if token.lemma in words and token.tag in ("IN", "RB", "VBN"):
            inside = first <= place < last
            return not inside or place > first + 1
    text = " ".join(token.lemma for token in sentence)
    return any(f" {phrase} " in f" {text} " for phrase in listed("hedges", "conditions", "phrases"))
