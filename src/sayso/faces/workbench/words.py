"""What each word and mark means, said once for Help, titles and lists."""

from __future__ import annotations

from string import ascii_lowercase

from sayso.faces.cli.pages import LINEAGE, MEANS

LETTERS = tuple(ascii_lowercase) + tuple(f"{a}{b}" for a in ascii_lowercase for b in ascii_lowercase)
"""The names of answers: a, b … z, aa …"""

STATUS = {
    "contested": "sides give answers that exclude each other",
    "conceded": "one side claims it, and a side that it hurts says so too",
    "corroborated": "two independent origins say so, one of them no party to it",
    "uncontested": "no two sides give answers that exclude each other",
}

OUTCOMES = {
    "conceded": "the side that it hurts says so too",
    "denied": "another side denies, doubts or disputes it",
    "withdrawn": "it later says the contrary itself",
    "joined": "another side says so too, from another origin",
    "alone": "nobody else says so, and nobody denies it",
}
"""What became of a side's claims: counts, never a score."""

TYPES = {
    "control": "who holds a place",
    "takeover": "taking a place",
    "retreat": "leaving a place",
    "attack": "attacks",
    "casualties": "killed, wounded, captured",
    "flight": "people fleeing",
    "deployment": "forces moved",
    "talks": "talks",
    "stance": "what a side is for",
    "measure": "orders and bans",
    "other": "other",
}

SHORTCUTS = (
    ("/", "search"),
    ("g b", "board"),
    ("g n", "what is new"),
    ("g m", "map"),
    ("g p", "places"),
    ("g c", "claimers"),
    ("g a", "articles"),
    ("g r", "review"),
    ("j, k", "next, previous card or statement"),
    ("Enter", "open the card in hand"),
    ("[, ]", "previous, next page or day"),
    ("?", "help"),
)

REVIEW_SHORTCUTS = (
    ("a", "accept"),
    ("x", "reject"),
    ("c", "correct"),
    ("u", "undo the last judgement"),
)


def meaning(word: str | None) -> str:
    """Return what a word of the scales means, "" for none."""
    return {**MEANS, **STATUS, **LINEAGE, **TYPES}.get(word or "", "")
