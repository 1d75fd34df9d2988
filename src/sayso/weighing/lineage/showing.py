"""What two articles have in common, to be shown side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import Article
from sayso.model.span import Span
from sayso.weighing.lineage.apart import sheet_of
from sayso.weighing.lineage.passages import Passage, passages
from sayso.weighing.lineage.retelling import retelling
from sayso.weighing.lineage.ties import shared_quote

GAP = 40
"""Characters between two passages that are shown as one."""


@dataclass(frozen=True, slots=True, order=True)
class Beside:
    """A place in the left and one in the right article that tell the same."""

    left: Span
    right: Span


def beside(left: Article, right: Article, kind: str) -> list[Beside]:
    """Return the places that a link of this kind between two articles rests on, in the left one's order.

    For `shared-text` these are equal passages (those close to each other on both sides run together), for a
    text told anew the sentences that are most alike, for a quotation its places.  None where nothing can be
    laid beside.
    """
    if not left.text or not right.text:
        return []
    one, other = sheet_of(left), sheet_of(right)
    if kind == "shared-text":
        return _run_together(passages(one.words, other.words))
    if kind == "shared-quote":
        places = shared_quote(one, other), shared_quote(other, one)
        return [Beside(places[0], places[1])] if places[0] and places[1] else []
    if kind == "speech-event":
        return [Beside(a.span, b.span) for a in one.scenes for b in other.scenes if a.people & b.people][:1]
    sentences = one.text.sentences, other.text.sentences
    return [Beside(sentences[0][a].span, sentences[1][b].span) for a, b in retelling(one, other).pairs]


def _run_together(found: list[Passage]) -> list[Beside]:
    joined: list[Beside] = []
    for passage in found:
        last = joined[-1] if joined else None
        if (
            last
            and 0 <= passage.left.start - last.left.end <= GAP
            and 0 <= passage.right.start - last.right.end <= GAP
        ):
            joined[-1] = Beside(last.left.join(passage.left), last.right.join(passage.right))
        else:
            joined.append(Beside(passage.left, passage.right))
    return joined
