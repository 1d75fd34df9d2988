"""The only door for faces: open a ledger, read into it, ask it.

    from sayso import open_ledger
    with open_ledger("conflict.db") as ledger:
        ledger.read(["articles/"])
        for point in ledger.board(limit=10):
            print(point["question"], point["status"])

Every query returns a `Frame`: rows of plain values that any table library takes (`to_records()`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, overload

from sayso.ledger import open_view, open_writer
from sayso.model.codec import to_record
from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.pipeline.progress import Progress, Report, silent

if TYPE_CHECKING:
    from sayso.ledger.interface import Counts, LedgerView, LedgerWriter
    from sayso.pipeline.bring import ImportReport
    from sayso.pipeline.read import ReadReport
    from sayso.views.board import Point
    from sayso.views.lists import Listing
    from sayso.views.shown import Shown

__all__ = ["Frame", "Ledger", "Progress", "demo_folder", "open_ledger"]

T = TypeVar("T")
Kind = Literal["statements", "questions", "claims", "articles", "issues"]


@dataclass(frozen=True, slots=True)
class Frame(Sequence[dict[str, Any]]):
    """Rows of plain values (strings, numbers, lists, dicts), with no table library forced on anybody."""

    rows: tuple[dict[str, Any], ...]

    def to_records(self) -> list[dict[str, Any]]:
        """Return the rows as a list of dicts, as `pandas.DataFrame` and `polars.DataFrame` take it."""
        return [dict(row) for row in self.rows]

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, index: slice) -> Frame: ...

    def __getitem__(self, index: int | slice) -> dict[str, Any] | Frame:
        return Frame(self.rows[index]) if isinstance(index, slice) else self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)


def open_ledger(path: str | Path, profile: Profile | str | Path | None = None) -> Ledger:
    """Return the ledger at `path`; nothing is made or opened before it is asked or read into.

    `profile` is a conflict profile or the path of one (TOML).

    Raises:
        InputError: the profile does not hold.
    """
    if isinstance(profile, (str, Path)):
        from sayso.profiles import load

        profile = load(Path(profile))
    return Ledger(Path(path), profile or Profile())


class Ledger:
    """A claim ledger on disk."""

    def __init__(self, path: Path, profile: Profile) -> None:
        self.path = path
        self.profile = profile
        self._view: LedgerView | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._view is not None:
            self._view.close()
            self._view = None

    @property
    def view(self) -> LedgerView:
        """The ledger opened for reading; raises NotFound where there is none."""
        if self._view is None:
            self._view = open_view(self.path)
        return self._view

    def read(
        self, targets: Sequence[str | Path], *, allow_private: bool = False, progress: Report = silent
    ) -> ReadReport:
        """Read files, folders, URLs or ``-`` into the ledger; raises LedgerBusy, LedgerFull.

        `allow_private` lets URLs lead to private and loopback addresses, too.
        """
        from sayso.pipeline.open import ready_reader
        from sayso.pipeline.read import read_into
        from sayso.sources import FetchOptions

        fetching = FetchOptions(allow_private=allow_private)
        names = [str(target) for target in targets]
        reader = ready_reader(self.profile, progress)
        return self._writing(
            lambda ledger: read_into(ledger, names, reader, self.profile, fetching, progress)
        )

    def import_statements(self, path: str | Path) -> ImportReport:
        """Add hand-made statements (JSONL or CSV in GUIDE.md's fields); faulty rows become issues."""
        from sayso.pipeline.bring import import_into

        return self._writing(lambda ledger: import_into(ledger, Path(path), self.profile))

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        return self.view.counts()

    def points(self, limit: int | None = None, status: str | None = None) -> tuple[Point, ...]:
        """Return the board as records: contested points first."""
        from sayso.views.board import board_of

        return board_of(self.view, limit, status)

    def board(self, limit: int | None = None, status: str | None = None) -> Frame:
        """Return the board: one row a question, contested points first."""
        return _frame(self.points(limit, status))

    def shown(self, key: str) -> Shown:
        """Return one statement in context; raises NotFound."""
        from sayso.views.shown import show_of

        return show_of(self.view, key)

    def place(self, name: str) -> Listing:
        """Return all that is claimed of a place, by side; raises NotFound."""
        from sayso.views.lists import place_of

        return place_of(self.view, name)

    def who(self, name: str) -> Listing:
        """Return all that somebody claims, or that is claimed for them; raises NotFound."""
        from sayso.views.lists import who_of

        return who_of(self.view, name)

    def search(self, words: str, limit: int = 20) -> Frame:
        """Return statements, then articles, that hold all the words."""
        return _frame(self.view.search(words, limit))

    def rows(self, kind: Kind) -> Frame:
        """Return all records of a kind in the field names of the export contract."""
        return Frame(tuple(self.stream(kind)))

    def statements(self) -> Frame:
        """Return all statements, in GUIDE.md's field names."""
        return self.rows("statements")

    def questions(self) -> Frame:
        """Return all questions with their answers and relations, in GUIDE.md's field names."""
        return self.rows("questions")

    def stream(self, kind: Kind) -> Iterator[dict[str, Any]]:
        """Yield the records of a kind one by one, in an order that does not depend on arrival."""
        from sayso.views.contract import rows_of

        return rows_of(self.view, kind)

    def export(self, kind: Kind, form: str = "jsonl") -> Iterator[str]:
        """Yield the text of an export piece by piece; raises UsageError for an unknown format."""
        from sayso.exports import export, formats

        if form not in formats():
            raise UsageError(f"no export format {form!r}: there are {', '.join(formats())}")
        return export(self.stream(kind), form, kind)

    def verify(self, head: str | None = None) -> list[str]:
        """Return all that does not hold: records, spans, stored bytes, audit chain."""
        return self.view.verify(head)

    def draft_profile(self) -> str:
        """Return a conflict profile (TOML) drafted from what was read, to be edited."""
        from sayso.profiles import draft

        return draft(self.view.entities(), self.view.statements())

    def _writing(self, work: Callable[[LedgerWriter], T]) -> T:
        with open_writer(self.path) as ledger:
            return work(ledger)


def _frame(records: Sequence[Any]) -> Frame:
    return Frame(tuple(to_record(record) for record in records))


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give the folder of the demo conflict: `articles/`, `profile.toml`, `places.toml`."""
    with resources.as_file(resources.files("sayso") / "demo") as folder:
        yield folder


def evaluate_stage(stage: str, folder: Path | None, shared: Path) -> dict[str, float]:
    """Return the scores of one stage of reading, by name; raises UsageError, NotFound."""
    from sayso.evaluation.stages import evaluate

    return evaluate(stage, folder, shared)


def quality_page(shared: Path) -> str:
    """Return the quality page (Markdown): every stage measured on the sets that are there."""
    from sayso.evaluation.page import page

    return page(shared)
