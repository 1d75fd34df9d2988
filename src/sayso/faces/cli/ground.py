"""The place ledger in words: how the place stands, since when, then each side's claims over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.faces.cli.days import day_words
from sayso.faces.cli.lines import count_words, short, tell_line
from sayso.faces.cli.listing import tell_heads, tell_others
from sayso.faces.cli.screen import Piece, plain, say, say_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.ground import StateView
    from sayso.views.line import Line
    from sayso.views.place import ClaimView, PlaceLedger

STATES_SHOWN = 6
CLAIMS_SHOWN = 8
SENTENCES_SHOWN = 1
MENTIONS_SHOWN = 3
"""How much is printed unless all is asked for: the newest states and claims, a sentence of each."""

STATE_STYLE = {
    "held uncontested": "bold green",
    "conceded": "bold magenta",
    "claimed only": "bold yellow",
    "contested": "bold red",
}

EXTENT = {
    "broad": "a region or a line",
    "several": "a set of places",
    "country": "a country",
}


def tell_place(asked: str, place: PlaceLedger, *, full: bool) -> None:
    """Print a place ledger."""
    lines = place.lines
    articles = count_words(len({line.article for line in lines}), "article")
    kind = f", {EXTENT[place.extent]}" if place.extent in EXTENT else ""
    say((plain(place.name), "bold"), f"{kind}: {count_words(len(lines), 'statement')} in {articles}")
    if asked.casefold() not in place.name.casefold():
        say((f"You asked for “{plain(asked)}”; this is the name in the ledger that it fits.", "dim"))
    _tell_states(place, full=full)
    for group in place.groups:
        say()
        count = f"{count_words(len(group.claims), 'claim')}, {count_words(len(group.lines), 'statement')}"
        say((plain(group.name), "bold"), (f" · {count}", "dim"))
        shown = group.claims if full else group.claims[-CLAIMS_SHOWN:]
        if len(shown) < len(group.claims):
            more = count_words(len(group.claims) - len(shown), "earlier claim")
            say((f"… {more}: add --full", "dim"), indent=2)
        for claim in shown:
            _tell_claim(claim, group.name, full=full)
    _tell_mentions(place.mentions, full=full)
    tell_heads(place.questions, answers=full, full=full)
    tell_others("In it", place.surroundings.inside)
    tell_others("It lies in", place.surroundings.around)
    tell_others("Near", place.surroundings.near)
    tell_others("Called alike", place.surroundings.alike)


def _tell_states(place: PlaceLedger, *, full: bool) -> None:
    say()
    if not place.states:
        say("Nobody is said to hold it, or to have taken or left it", ".", lead="  ")
    shown = place.states if full else place.states[-STATES_SHOWN:]
    for number, state in enumerate(reversed(shown)):
        _tell_state(state, newest=number == 0)
    if len(shown) < len(place.states):
        say(
            (f"… {count_words(len(place.states) - len(shown), 'earlier state')}: add --full", "dim"), indent=2
        )
    if place.undated:
        who = count_words(place.undated, "statement")
        say((f"{who} on who holds it: no day is known, so in no state above", "dim"), indent=2)
    for judged in place.assessed:
        words = f"Assessed {day_words(judged.day)} by {plain(judged.by)}: {plain(judged.value)}"
        say((words, "bold"), (f" ({plain(judged.reason)})", "dim"), indent=2)


def _tell_state(state: StateView, *, newest: bool) -> None:
    """Print one state on a line; of the newest also why, what makes it so, and the field's words."""
    if state.until is None:
        span = f"since {day_words(state.since_said)}"
    elif state.since_said == state.since:
        span = day_words(f"{state.since}/{state.until}")
    else:
        span = f"{day_words(state.since_said)} – {day_words(state.until)}"
    style = STATE_STYLE.get(state.state, "bold")
    say((f"{span}: ", "bold" if newest else "dim"), (plain(state.words), style if newest else ""), indent=2)
    if not newest:
        return
    say((plain(state.reason), "dim"), indent=4)
    ids = [short(line.id) for line in state.lines]
    more = f" and {len(ids) - 6} more" if len(ids) > 6 else ""
    marks: list[Piece] = [(f"last said {day_words(state.last_said)}", "dim")]
    marks += [(f"Long War Journal: {state.lwj}", "dim")] if state.lwj else []
    marks += [(f"VIINA: {plain(state.viina)}", "dim")] if state.viina else []
    say_marks([*marks, (plain(", ".join(ids[:6]) + more), "cyan")], indent=4)


def _tell_claim(claim: ClaimView, side: str, *, full: bool) -> None:
    days = "no day" if claim.first is None else day_words(claim.first)
    if claim.last != claim.first and claim.last and claim.first:
        days = day_words(f"{claim.first}/{claim.last}")
    weight = f" · {count_words(claim.articles, 'article')}, {count_words(claim.origins, 'origin')}"
    weight = weight if claim.articles > 1 or claim.origins > 1 else ""
    # Of a quoted claim the sentence stands below: its words need not stand twice.
    words = claim.type if claim.claim.endswith("”") else plain(claim.claim)
    say((words, "bold cyan"), (weight, "dim"), lead=f"{days}  ", indent=2)
    for line in claim.lines if full else claim.lines[:SENTENCES_SHOWN]:
        _tell_sentence(line, side)
    if not full and len(claim.lines) > SENTENCES_SHOWN:
        ids = ", ".join(short(line.id) for line in claim.lines[SENTENCES_SHOWN:][:4])
        say(
            (f"and {count_words(len(claim.lines) - SENTENCES_SHOWN, 'more statement')}: {plain(ids)}", "dim"),
            indent=4,
        )
    if claim.also:
        say((f"also said by {plain(', '.join(claim.also))}", "dim"), indent=4)
    for line in claim.denials:
        _tell_sentence(line, "", says=f"{line.says}: ")
    for kind, by in dict.fromkeys((d.kind, d.by) for d in claim.disclaimers):
        say((f"{kind}{' by ' + plain(by) if by else ''}, says the article", "yellow"), indent=4)


def _tell_sentence(line: Line, side: str, says: str = "") -> None:
    name = plain(line.claimer or "somebody (claimer unresolved)")
    who = [] if line.claimer == side else [(f"{name}{' ' if says else ': '}", "bold")]
    via = f" · via {plain(', '.join(line.via))}" if line.via else ""
    words = plain(line.evidence).strip()
    ends = (f" {plain(short(line.id))}", "cyan")
    say(*who, says, f"“{words}”", ends, (f"{via} · {plain(line.article)}", "dim"), lead="- ", indent=4)


def _tell_mentions(lines: Sequence[Line], *, full: bool) -> None:
    if not lines:
        return
    say()
    say(("Named in the sentence, filed under another place", "bold"), (f" · {len(lines)}", "dim"))
    for line in lines if full else lines[:MENTIONS_SHOWN]:
        tell_line(line)
    if not full and len(lines) > MENTIONS_SHOWN:
        say((f"… and {len(lines) - MENTIONS_SHOWN} more: add --full", "dim"), indent=2)
