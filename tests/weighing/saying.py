"""Short ways to make statements about an invented war of Reds and Blues in the Hills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.model.article import Article
from sayso.model.profile import Party, Profile, Spokesperson
from sayso.model.proposition import Figure, Proposition
from sayso.model.statement import Statement
from sayso.model.weighed import Question
from sayso.weighing import weigh
from sayso.weighing.sides import Sides
from sayso.weighing.voices import Voice, voices

PROFILE = Profile(
    parties=(
        Party("Reds", "armed group", "Reds", aliases=("Red fighters",)),
        Party("Blues", "government", "Blues"),
        Party("Blue army", "government", "Blues", spokespeople=(Spokesperson("Una Holt"),)),
    )
)

_SLOTS = frozenset({"actor", "target", "place", "place_from", "place_to", "quantity", "when", "polarity"})


def said(key: str, by: str, kind: Any, **fields: Any) -> Statement:
    """Return a statement of `by` in article "a"; fields of the proposition and of the statement mix."""
    slots = {name: fields.pop(name) for name in list(fields) if name in _SLOTS}
    base: dict[str, Any] = {
        "article": "a", "evidence": f"{by} says {key}", "span": None,
        "attribution": "indirect", "epistemic": "true-certain", "modality": "actual", "claimer": by,
    }  # fmt: skip
    return Statement(id=key, proposition=Proposition(kind, **slots), **(base | fields))


def told(key: str, outlet: str, kind: Any, **fields: Any) -> Statement:
    """Return what an outlet says in its own voice, in an article of its own."""
    return said(key, outlet, kind, **({"attribution": "narrator", "article": f"art of {outlet}"} | fields))


def heard(*statements: Statement, profile: Profile = PROFILE) -> list[Voice]:
    """Return the statements as voices."""
    return voices(statements, profile, Sides(profile, statements))


def asked(
    *statements: Statement, profile: Profile = PROFILE, articles: Sequence[Article] = ()
) -> dict[str, Question]:
    """Return the questions that the statements come to, by their words."""
    return {q.question: q for q in weigh(articles, statements, profile).questions}


def only(*statements: Statement, **rest: Any) -> Question:
    """Return the one question that the statements come to."""
    (question,) = asked(*statements, **rest).values()
    return question


def whose(*statements: Statement, place: str = "Norvik", **rest: Any) -> Question:
    """Return the question who holds the place."""
    return asked(*statements, **rest)[f"Who holds {place}?"]


def verdicts(question: Question) -> dict[tuple[str, str], str]:
    """Return the relations of a question by the first statements of the two answers."""
    first = [answer.statements[0] for answer in question.answers]
    return {tuple(sorted((first[r.left], first[r.right]))): r.kind for r in question.relations}  # type: ignore[misc]


def people(value: float | None = None, low: float | None = None, high: float | None = None) -> Figure:
    """Return a number of people."""
    return Figure("people", value, low, high)


def share(value: float | None = None, low: float | None = None, high: float | None = None) -> Figure:
    """Return a share."""
    return Figure("share", value, low, high)
