"""Where a report ends: at the next cue, a second thought of the narrator's, the end of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.relations import own_subjects
from sayso.reading.speech.asides import before_aside, has_own_clause
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.syntax import Syntax

_SUBORDINATORS = frozenset(
    {"while", "although", "though", "as", "after", "before", "when", "since", "whereas", "because"}
)


def right_end(scene: Scene, cue: Cue, cues: Sequence[Cue], start: int) -> int:
    """Return where a report that begins at `start` behind its cue ends, closing marks left out."""
    syntax = scene.syntaxes[cue.sentence]
    end = syntax.last
    if cue.related or (
        cue.verb.form == "finite" and syntax.relation(cue.verb.head) in ("advcl", "acl:relcl", "acl")
    ):
        end = min(end, _end_of_clause(scene, syntax, cue, start))
    if _is_subordinate(scene, syntax, cue):
        end = min(end, _before_main_clause(scene, syntax, start))
    for other in cues:
        if other.verb.first > start or (other.own and other.source is not None and other.source[0] > start):
            end = min(end, _before_cue(scene, syntax, cue, other, start, end))
    for verb in syntax.verbs:
        shared = (
            verb.first > start
            and syntax.relation(verb.head) == "conj"
            and syntax.head(verb.head) == cue.verb.head
        )
        shared = shared or (
            scene.tokens[start].tag == "TO" and verb.first > start and not own_subjects(syntax, verb)
        )
        shared = shared and verb.tense == cue.verb.tense and verb.modal is None
        if shared and verb.form == "finite" and scene.tokens[verb.first - 1].tag == "CC":
            end = min(end, verb.first - 1)
    end = min(end, before_aside(scene, syntax, start, end), _end_of_quote(scene, cue, start, end))
    return _whole_quote(scene, start, scene.trim((start, end))[1])


def _end_of_quote(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Return where the quotation ends in which the cue itself stands: its report cannot leave it."""
    inside = scene.quote_at[cue.verb.head]
    if inside < 0:
        return end
    return next((place for place in range(start, end) if scene.quote_at[place] != inside), end)


def _is_subordinate(scene: Scene, syntax: Syntax, cue: Cue) -> bool:
    """Tell whether the cue's clause opens the sentence as a subordinate one ("While X said …, Y …")."""
    opening = scene.tokens[syntax.first].text.lower()
    if opening == "according" and cue.related:
        return True
    return opening in _SUBORDINATORS and cue.first - syntax.first <= 6 and not cue.related


def _before_main_clause(scene: Scene, syntax: Syntax, start: int) -> int:
    """Return the first comma behind `start` that a clause with its own subject follows."""
    for place in range(start, syntax.last - 1):
        if (
            scene.tokens[place].text == ","
            and scene.quote_at[place] < 0
            and has_own_clause(syntax, place + 1)
        ):
            return place
    return syntax.last


def _end_of_clause(scene: Scene, syntax: Syntax, cue: Cue, start: int) -> int:
    """Return the end of the subordinate clause that holds the cue."""
    end = max(syntax.subtree(cue.verb.head)) + 1
    if end <= start:
        end = syntax.last
    closes = (
        place
        for place in range(start, end - 1)
        if cue.related
        and scene.tokens[place].text == ","
        and scene.quote_at[place] < 0
        and any(verb.first == place + 1 and verb.form == "finite" for verb in syntax.verbs)
    )
    end = next(closes, end)
    inside = scene.quote_at[end - 1]
    while end < syntax.last and inside >= 0 and scene.quote_at[end] == inside:
        end += 1
    return end


def _before_cue(scene: Scene, syntax: Syntax, cue: Cue, other: Cue, start: int, end: int) -> int:
    """Return where the clause of another cue begins, if it stands beside this one and not inside it."""
    place = other.first
    if (
        scene.quote_at[other.verb.head] >= 0
        and scene.quote_at[other.verb.head] != scene.quote_at[cue.verb.head]
    ):
        return end
    if other.related or place <= start or _is_aside(scene, other):
        return end
    before = place - 1
    while before > start and (scene.tokens[before].tag.startswith("RB") or scene.is_mark(before)):
        before -= 1
    joint = scene.tokens[before].text.lower()
    joined = joint in (
        ",",
        ";",
        "and",
        "but",
        "or",
        "yet",
        "while",
        "whereas",
        "although",
        "though",
        "as",
        "by",
        "–",
        "—",
    )
    if not joined and not (scene.tokens[before].tag == "IN" and scene.tokens[before - 1].text == ","):
        return end
    if not other.own and other.verb.form == "finite" and not _shares(syntax, cue, other):
        return end
    if other.verb.form not in ("finite", "ing"):
        return end
    while before > start and scene.tokens[before].text.lower() in (
        "and",
        "but",
        "while",
        "by",
        ",",
        "although",
        "though",
        "as",
        "yet",
        "whereas",
    ):
        before -= 1
    return before + 1


def _is_aside(scene: Scene, other: Cue) -> bool:
    """Tell whether a cue's clause stands between commas inside another's report (", he said, “…”")."""
    after = max(other.words[1], other.source[1] if other.source is not None and other.own else 0)
    before = scene.tokens[other.first - 1].text == ","
    return other.own and before and after < len(scene.tokens) and scene.tokens[after].text == ","


def _shares(syntax: Syntax, cue: Cue, other: Cue) -> bool:
    """Tell whether another verb carries on the cue's own clause ("said A and called for B")."""
    head = syntax.head(other.verb.head)
    seen = 0
    while head >= 0 and syntax.relation(other.verb.head) == "conj" and seen < 4:
        if head == cue.verb.head:
            return True
        other_verb = syntax.verb_at(head)
        head = syntax.head(head) if other_verb is not None and syntax.relation(head) == "conj" else -1
        seen += 1
    return other.verb.tense == cue.verb.tense and other.verb.perfect == cue.verb.perfect


def _whole_quote(scene: Scene, start: int, end: int) -> int:
    """Move an end that would cut a quotation to that quotation's end (in its own or a later sentence)."""
    if end <= start:
        return end
    inside = scene.quote_at[end - 1]
    while inside >= 0 and end < len(scene.tokens) and scene.quote_at[end] == inside:
        end += 1
    return end


def whole_quotes(scene: Scene, tokens: Range) -> Range:
    """Widen a range at both ends to the quotations that it cuts."""
    first, last = tokens
    while first > 0 and scene.quote_at[first] >= 0 and scene.quote_at[first - 1] == scene.quote_at[first]:
        first -= 1
    return first, _whole_quote(scene, first, last)
