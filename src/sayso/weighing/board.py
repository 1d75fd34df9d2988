"""Which questions a reader should see first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.model.weighed import Question

_ORDER = {"contested": 0, "conceded": 0, "corroborated": 1, "uncontested": 1}


def rank(questions: Iterable[Question], article_of: Mapping[str, str] | None = None) -> list[Question]:
    """Return the questions, points at issue first; then by sides, statements, articles.

    A point at issue has sides that contend for it, answers that exclude each other, or figures that
    differ.  `article_of` gives the article of each statement id; without it articles are not counted.
    """
    return sorted(questions, key=lambda q: _key(q, article_of or {}))


def _key(q: Question, article_of: Mapping[str, str]) -> tuple[int, bool, int, int, int, int, str, str]:
    sides = {side for answer in q.answers for side in answer.by}
    statements = {key for answer in q.answers for key in answer.statements}
    articles = {article_of[key] for key in statements if key in article_of}
    tier = _ORDER[q.status] if len(q.answers) > 1 else 2
    if tier == 1 and not _differs(q):
        tier = 2
    # What else is said of somebody is many matters, of which one may be at issue.
    return (
        tier,
        q.type == "other",
        -len(sides),
        -len(statements),
        -len(articles),
        -len(q.answers),
        q.question,
        q.id,
    )


def _differs(q: Question) -> bool:
    """Tell whether answers give figures of one unit that are not the same, or exclude each other."""
    return q.unit is not None or any(relation.kind == "refutes" for relation in q.relations)
