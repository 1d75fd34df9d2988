"""Which questions a reader should see first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.model.weighed import Question


def rank(questions: Iterable[Question], article_of: Mapping[str, str] | None = None) -> list[Question]:
    """Return the questions, points at issue first (`Question.stake`).

    `article_of` gives the article of each statement id; without it articles are not counted.
    """
    homes = article_of or {}
    return sorted(questions, key=lambda q: q.stake(len(_articles(q, homes))))


def _articles(question: Question, homes: Mapping[str, str]) -> set[str]:
    keys = (key for answer in question.answers for key in answer.statements)
    return {homes[key] for key in keys if key in homes}
