"""The board in words: a question, how it stands, its answers, which of them exclude each other."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from sayso.faces.cli.lines import count_words, short, tell_line
from sayso.faces.cli.screen import Piece, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.board import AnswerView, Point, RelationView
    from sayso.views.line import Line

LINES_SHOWN = 2
"""How many statements of one answer the board prints unless all are asked for: one a side."""

ANSWERS_SHOWN = 4
"""How many answers of one question it prints; those that decide its status are always among them."""

STATUS_STYLE = {"contested": "bold red", "conceded": "bold magenta", "corroborated": "bold green"}


def tell_point(number: int, point: Point, *, full: bool) -> None:
    """Print one question with its answers side by side."""
    say((plain(point.question), "bold"), lead=f"{number}. ")
    say(*status_pieces(point.status, point.reason), indent=3)
    shown = range(len(point.answers)) if full else _shown(point)
    for position in shown:
        _tell_answer(_letter(position), point.answers[position], point.reason, full=full)
    left_out = len(point.answers) - len(shown)
    if left_out:
        say((f"… and {count_words(left_out, 'more answer')}", "dim"), indent=3)
    _tell_refutations(point.relations)
    if not full and _is_cut(point, left_out):
        say(("   all of it: ", "dim"), (f"sayso show {short(point.id)}", "dim cyan"))
    say()


def status_pieces(status: str, reason: str) -> list[Piece]:
    """Return a status in its colour, and why."""
    return [(status.upper(), STATUS_STYLE.get(status, "bold")), f": {plain(short(reason))}"]


def _tell_answer(letter: str, answer: AnswerView, reason: str, *, full: bool) -> None:
    say((plain(answer.answer), "bold cyan"), lead=f"{letter}  ", indent=3)
    by = ", ".join(map(plain, answer.by)) or "somebody whom the articles do not name"
    weight = f"{count_words(answer.articles, 'article')}, {count_words(answer.origins, 'origin')}"
    say((f"said by {by} · {weight}", "dim"), indent=6)
    shown = answer.lines if full else _one_a_side(answer.lines, reason)
    for line in shown:
        tell_line(line, indent=6)
    left_out = len(answer.lines) - len(shown)
    if left_out:
        say((f"… and {count_words(left_out, 'more statement')}", "dim"), indent=8)


def _tell_refutations(relations: Sequence[RelationView]) -> None:
    """Print which answers exclude each other, those for one reason on one line."""
    pairs: dict[str, list[str]] = {}
    for r in relations:
        if r.kind == "refutes":
            pairs.setdefault(r.reason, []).append(f"{_letter(r.first)} ≠ {_letter(r.second)}")
    for reason, found in pairs.items():
        say((", ".join(found), "red"), f"  {plain(reason)}", indent=3)


def _shown(point: Point) -> list[int]:
    """Return the positions of the answers to show: the first, those that decide the status, then the next."""
    deciding = {0, *(n for r in point.relations if r.kind == "refutes" for n in (r.first, r.second))}
    deciding |= {n for n, a in enumerate(point.answers) if any(line.id in point.reason for line in a.lines)}
    rest = [n for n in range(len(point.answers)) if n not in deciding]
    room = max(0, ANSWERS_SHOWN - len(deciding))
    return sorted([*deciding, *rest[:room]])


def _one_a_side(lines: Sequence[Line], reason: str) -> list[Line]:
    """Return the first line of each side, those that the reason of the status names before others."""
    sides: dict[str, Line] = {}
    for line in sorted(lines, key=lambda line: line.id not in reason):
        sides.setdefault(line.claimer_for or line.claimer or "", line)
    return list(sides.values())[:LINES_SHOWN]


def _is_cut(point: Point, left_out: int) -> bool:
    return bool(left_out) or any(
        len(answer.lines) > len(_one_a_side(answer.lines, point.reason)) for answer in point.answers
    )


def _letter(position: int) -> str:
    """Return a, b … z, aa, ab …"""
    names = ["".join(pair) for pair in product(("", *ascii_lowercase), ascii_lowercase)]
    return names[position] if position < len(names) else str(position + 1)
