"""Judgements as people read them: what holds, what was taken back, what no longer bears on anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.ledger.interface import LedgerView
from sayso.model.errors import NotFound
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement
from sayso.pipeline.finding import Finder
from sayso.views.line import ArticleLabel, Line, line_of
from sayso.weighing.overlay import Overlay, effective, overlay


@dataclass(frozen=True, slots=True)
class JudgedView:
    """One judgement. `holds` is False where a later one takes it back; `undone_by` is that one's id.

    `stands` is False where what it names is gone from the ledger: the judgement is kept, but no longer bears
    on anything. `at` are the statements by which its records are found now, where they have other ids.
    """

    id: str
    act: str
    kind: str
    record: str
    says: str
    by: str
    on: str
    reason: str
    holds: bool
    undone_by: str | None
    stands: bool
    at: tuple[str, ...]
    field: str | None
    value: str | None
    day: str | None
    others: tuple[str, ...]


def judgements_of(
    ledger: LedgerView, record: str | None = None, by: str | None = None
) -> tuple[JudgedView, ...]:
    """Return judgements in the order in which they were made, those of one record or one person.

    `record` is an id or the start of one: of what is judged, of another record that the judgement names, or
    of the judgement itself; or a place's name.
    """
    made = tuple(ledger.judgements())
    holding = {judgement.id for judgement in effective(made)}
    undone = {j.record: j.id for j in made if j.act == "undo" and j.id in holding}
    wanted = [j for j in made if _is_of(j, record) and by in (None, j.by)]
    return tuple(_view(ledger, j, j.id in holding, undone.get(j.id)) for j in wanted)


class Laid:
    """What people's judgements lay over the statements that a view shows."""

    def __init__(self, ledger: LedgerView) -> None:
        made = tuple(ledger.judgements())
        self._marks = marks_of(made)
        anchors = [anchor for judgement in made for anchor in judgement.anchors]
        self._overlay = overlay(made, Finder(ledger, anchors)) if made else Overlay()

    def line(self, statement: Statement, labels: Mapping[str, ArticleLabel]) -> Line:
        """Return the statement as a line, its fields as people corrected them, with what they say of it."""
        made = line_of(self.put_right(statement), labels)
        return replace(made, judged=self.marks(statement.id, statement.article))

    def takes(self, statement: Statement) -> bool:
        """Tell whether the statement weighs: nobody rejected it, nor its article."""
        return self._overlay.takes(statement)

    def put_right(self, statement: Statement) -> Statement:
        """Return the statement with its fields as people corrected them, under its own id."""
        return self._overlay.put_right(statement)

    def weighed(self, statements: Iterable[Statement]) -> list[Statement]:
        """Return the statements that weigh, as people corrected them."""
        return [self._overlay.put_right(s) for s in statements if self._overlay.takes(s)]

    def marks(self, *keys: str) -> tuple[str, ...]:
        """Return in words what people's judgements say of these records, without repeats."""
        return tuple(dict.fromkeys(words for key in keys for words in self._marks.get(key, ())))


def marks_of(made: Iterable[Judgement]) -> dict[str, tuple[str, ...]]:
    """Return in words what people's judgements say of each record, by its id; only those that hold."""
    found: dict[str, list[str]] = {}
    for judgement in effective(made):
        if judgement.act == "undo":
            continue
        for key in dict.fromkeys([judgement.record, *judgement.others]):
            found.setdefault(key, []).append(f"{says(judgement)} by {judgement.by}: {judgement.reason}")
    return {key: tuple(words) for key, words in found.items()}


def says(judgement: Judgement) -> str:
    """Return what a judgement does, in words."""
    return _SAYS[judgement.act](judgement)


def _corrects(judgement: Judgement) -> str:
    value = "none" if judgement.value is None else f"“{judgement.value}”"
    return f"{judgement.field} corrected to {value}"


def _assesses(judgement: Judgement) -> str:
    return f"assessed “{judgement.value}”" + (f" on {judgement.day}" if judgement.day else "")


_SAYS: dict[str, Callable[[Judgement], str]] = {
    "accept": lambda _: "accepted",
    "reject": lambda _: "rejected",
    "merge": lambda j: f"{j.record} merged into {j.others[0]}",
    "split": lambda j: f"{', '.join(j.others)} split off {j.record}",
    "cut-link": lambda j: f"link between {j.record} and {j.others[0]} cut",
    "add-link": lambda j: f"{j.record} and {j.others[0]} joined as one origin",
    "assess": _assesses,
    "note": lambda _: "noted",
    "correct": _corrects,
    "undo": lambda j: f"judgement {j.record} undone",
}


def _is_of(judgement: Judgement, record: str | None) -> bool:
    keys = (judgement.id, judgement.record, *judgement.others)
    return record is None or any(key.startswith(record) for key in keys)


def _view(ledger: LedgerView, j: Judgement, holds: bool, undone_by: str | None) -> JudgedView:
    find = Finder(ledger, j.anchors)
    found = [find(anchor) for anchor in j.anchors]
    moved = [
        key
        for key, anchor in zip(found, j.anchors, strict=True)
        if key is not None and key != anchor.statement
    ]
    stands = None not in found and (bool(j.anchors) or _is_there(ledger, j))
    return JudgedView(
        j.id, j.act, j.kind, j.record, says(j), j.by, j.on, j.reason, holds, undone_by, stands, tuple(moved),
        j.field, j.value, j.day, j.others,
    )  # fmt: skip


def _is_there(ledger: LedgerView, judgement: Judgement) -> bool:
    """Tell whether the records are there that no statement stands for."""
    look: dict[str, Callable[[str], object]] = {
        "question": ledger.outcome, "claim": ledger.outcome, "lineage": ledger.outcome,
        "article": ledger.article,
    }  # fmt: skip
    keys: Sequence[str] = (judgement.record, *judgement.others)
    return all(_finds(look[judgement.kind], key) for key in keys) if judgement.kind in look else True


def _finds(look: Callable[[str], object], key: str) -> bool:
    try:
        look(key)
    except NotFound:
        return False
    return True
