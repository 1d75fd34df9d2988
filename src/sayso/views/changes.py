"""What is new in claims and questions: each change one line, with the statement that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.claimtypes.interface import say_figure
from sayso.model.profile import Profile
from sayso.model.proposition import Figure
from sayso.model.weighed import Claim, Question
from sayso.views.ground import StateView, states_of
from sayso.views.line import Line
from sayso.views.said import Said
from sayso.weighing.clusters import LASTING, alike
from sayso.weighing.names import fold

Kind = Literal["reversal", "admission", "denial", "figure", "verification", "new claim", "quiet"]

KINDS: tuple[Kind, ...] = (
    "reversal", "admission", "denial", "figure", "verification", "new claim", "quiet",
)  # fmt: skip
"""In the order in which they are shown."""

_CHECKED: tuple[tuple[Kind, str], ...] = (("verification", "confirmed"), ("denial", "disputed"))

_FREE = frozenset({"stance", "other"})
"""Types whose slots do not say what is meant: nobody can tell whether a side now says the contrary."""

_EVENTS = frozenset({"casualties", "flight"})
"""Types whose figures are of one event: another week's are not the same figure moved."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: in words, of which place and side, shown by which statement (`line`).

    `record` is the id of the claim or question; `was` and `now` say what changed, where it has two ends.
    `articles` counts the articles that carry it.
    """

    kind: Kind
    text: str
    place: str | None
    side: str | None
    day: str | None
    record: str
    line: Line
    was: str | None = None
    now: str | None = None
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Window:
    """The statements that are new, and those known before."""

    said: Said
    new: frozenset[str]
    old: frozenset[str]


def change(
    kind: Kind, text: str, record: str, keys: Collection[str], window: Window,
    was: str | None = None, now: str | None = None, place: str | None = None,
) -> Change:  # fmt: skip
    """Return a change that is shown by the first of these statements."""
    said = window.said
    first = said.in_order(keys)[0]
    line = said.lines[first]
    articles = len({said.lines[key].article for key in keys})
    return Change(
        kind, text, place or line.place, said.side(first), said.day(first), record, line, was, now, articles
    )


def of_claim(claim: Claim, window: Window) -> Iterator[Change]:
    """Yield what is new of a claim: that it is made, that it is denied or confirmed, that a side turns."""
    said, new, old = window.said, window.new, window.old
    asserted, denied = _by_side(said, claim.asserted), _by_side(said, claim.denied)
    fresh = [key for key in claim.asserted if key in new]
    if not claim.asserted:  # nobody claims it: who says that it is not so makes a claim, unless they deny
        fresh = [key for key in claim.denied if key in new and not said.voices[key].denies]
        denied = {} if fresh else denied
    if fresh and not old.intersection((*claim.asserted, *(() if claim.asserted else claim.denied))):
        yield change("new claim", said.wording(fresh), claim.id, fresh, window)
    for side, keys in sorted(denied.items()):
        now = [key for key in keys if key in new]
        if not now or old.intersection(keys):
            continue
        turned = old.intersection(asserted.get(side, ()))
        if turned and claim.proposition.type not in _FREE:
            yield _turned(claim.id, side, sorted(turned), now, window)
        else:
            words = said.lines[now[0]].says if said.voices[now[0]].denies else "says that it is not so"
            yield change("denial", f"{side} {words}: {_positive(said, claim)}", claim.id, now, window)
    for side, keys in sorted(asserted.items()):
        now = [key for key in keys if key in new]
        before = old.intersection(denied.get(side, ()))
        if now and before and not old.intersection(keys) and claim.proposition.type not in _FREE:
            yield _turned(claim.id, side, sorted(before), now, window)
    yield from _checks(claim, window)


def _checks(claim: Claim, window: Window) -> Iterator[Change]:
    """Yield by whom a claim is confirmed or disputed for the first time, as an article has it."""
    said = window.said
    for kind, word in _CHECKED:
        known = {said.side(key) for key in claim.denied} if kind == "denial" else set()
        names: dict[str, list[str]] = {}
        for key in said.in_order(claim.asserted):
            line = said.lines[key]
            if line.verification == word and line.verified_by:
                by = said.sides.of(line.verified_by)
                if key in window.old:
                    known.add(by)
                elif key in window.new:
                    names.setdefault(by, []).append(key)
        for by, keys in sorted(names.items()):
            if by not in known:
                yield change(kind, f"{word} by {by}: {_positive(said, claim)}", claim.id, keys, window)


def of_question(question: Question, before: Question | None, window: Window) -> Iterator[Change]:
    """Yield what is new of a question: that a side concedes, that accounts corroborate, figures that move."""
    keys = [key for answer in question.answers for key in answer.statements]
    status = before.status if before else None
    if question.status == "conceded" != status:
        shown = [key for key in keys if key in question.reason] or [k for k in keys if k in window.new]
        text = f"{question.question} {_plain(question.reason)}"
        yield change("admission", text, question.id, shown, window, status, "conceded", question.place)
    if question.status == "corroborated" != status:
        shown = [key for key in keys if key in window.new]
        text = f"{question.question} {question.reason}"
        yield change("verification", text, question.id, shown, window, status, "corroborated", question.place)
    yield from _figures(question, keys, window)


def _figures(question: Question, keys: list[str], window: Window) -> Iterator[Change]:
    """Yield a line for each side whose figure moved, and one where the range of all accounts widened."""
    told = [key for key in window.said.in_order(keys) if _figure(window.said, key) is not None]
    kinds: dict[tuple[str, ...], list[str]] = {}
    for key in told:
        p = window.said.voices[key].said
        unit, of = (p.quantity.unit, fold(p.quantity.of or "")) if p.quantity else ("", "")
        kinds.setdefault((fold(p.actor or ""), unit, of), []).append(key)
    for _, same in sorted(kinds.items()):
        moved = False
        for side in sorted({window.said.side(key) or "" for key in same if key in window.new}):
            own = [key for key in same if (window.said.side(key) or "") == side]
            found = _moved(question, side, own, window) if side else None
            if found:
                moved = True
                yield found
        widened = None if moved else _widened(question, same, window)
        if widened:
            yield widened


def _moved(question: Question, side: str, own: list[str], window: Window) -> Change | None:
    said = window.said
    old, new = [k for k in own if k in window.old], [k for k in own if k in window.new]
    if not old or not new:
        return None
    last, now = old[-1], new[-1]
    a, b = _figure(said, last), _figure(said, now)
    if a is None or b is None or alike(a, b) or any(alike(_figure(said, key), b) for key in old):
        return None
    if question.type in _EVENTS and not _one_event(said, last, now):
        return None
    was, to = say_figure(a), say_figure(b)
    text = f"{side}: {was} → {to} ({question.question})"
    return change("figure", text, question.id, [now], window, was, to, question.place)


def _widened(question: Question, same: list[str], window: Window) -> Change | None:
    said = window.said
    new = [key for key in same if key in window.new]
    events = question.type in _EVENTS
    for key in new:
        old = [k for k in same if k in window.old and (not events or _one_event(said, k, key))]
        ends = [end for k in old for end in _ends(_figure(said, k))]
        mine = _ends(_figure(said, key))
        if ends and mine and (min(mine) < min(ends) or max(mine) > max(ends)):
            if any(alike(_figure(said, k), _figure(said, key)) for k in old):
                continue
            figure = _figure(said, key)
            unit = figure.unit if figure else ""
            was, now = _range(min(ends), max(ends), unit), _range(min(*ends, *mine), max(*ends, *mine), unit)
            text = f"accounts ranged over {was}, now {now} ({question.question})"
            return change("figure", text, question.id, [key], window, was, now, question.place)
    return None


def of_ground(question: Question, window: Window, profile: Profile) -> Iterator[Change]:
    """Yield that a place is said to stand otherwise than before: with another holder, or with none."""
    if question.type != "control" or question.place is None:
        return
    keys = {key for answer in question.answers for key in answer.statements}
    said, place = window.said, question.place
    extent = said.extents.of(place)
    after, _ = states_of(place, said.only(keys), extent, profile)
    before, _ = states_of(place, said.only(keys & window.old), extent, profile)
    if not before or not after or _holders(before[-1]) == _holders(after[-1]):
        return
    new = [line.id for line in after[-1].lines if line.id in window.new]
    if new and before[-1].state != "unknown":
        was, now = before[-1].words, after[-1].words
        yield change("reversal", f"{place}: was {was}; now {now}", question.id, new, window, was, now, place)


def _holders(state: StateView) -> tuple[str | None, bool]:
    return state.holder, state.state == "contested" and state.holder is None


def _turned(record: str, side: str, old: list[str], new: list[str], window: Window) -> Change:
    said = window.said
    was, now = said.wording(said.in_order(old)), said.wording(said.in_order(new))
    return change("reversal", f"{side}: said “{was}”, now “{now}”", record, new, window, was, now)


def _positive(said: Said, claim: Claim) -> str:
    """Return what is claimed in words, also where only its denials are known."""
    return said.wording(claim.asserted or claim.denied).replace("not so: ", "", 1)


def _by_side(said: Said, keys: Collection[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        side = said.side(key)
        if side:
            found.setdefault(side, []).append(key)
    return found


def _figure(said: Said, key: str) -> Figure | None:
    voice = said.voices[key]
    return voice.said.quantity if voice.mood == "fact" and voice.said.polarity == "positive" else None


def _ends(figure: Figure | None) -> list[float]:
    if figure is None:
        return []
    return [end for end in (figure.low, figure.value, figure.high) if end is not None]


def _range(low: float, high: float, unit: str) -> str:
    ends = Figure(unit, low=low, high=high)
    return say_figure(Figure(unit, value=low) if low == high else ends)


def _one_event(said: Said, a: str, b: str) -> bool:
    left, right = said.day(a), said.day(b)
    if left is None or right is None:
        return left == right
    return abs(date.fromisoformat(left) - date.fromisoformat(right)) <= LASTING


def _plain(reason: str) -> str:
    """Return a reason without the id in brackets at its end."""
    return reason.rpartition(" (")[0] if reason.endswith(")") else reason
