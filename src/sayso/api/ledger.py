"""The ledger as faces have it: all parts of the door together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sayso.api.filling import Filling
from sayso.api.judging import Judging
from sayso.api.monitoring import Monitoring
from sayso.api.paging import Paging
from sayso.api.taking import Taking
from sayso.views.frame import Frame

# What a call needs is imported in it: `sayso --help` and a script's first line must not wait for a store.
if TYPE_CHECKING:
    from sayso.charts.frames import Board
    from sayso.ledger.interface import Counts, LedgerView, LedgerWriter
    from sayso.model.contract import Rows
    from sayso.model.profile import Profile
    from sayso.places.gazetteer import Gazetteer
    from sayso.views.board import Point
    from sayso.views.clocks import Clocks
    from sayso.views.found import Found
    from sayso.views.lists import Listing
    from sayso.views.lookup import Meant
    from sayso.views.origins import Lineages
    from sayso.views.sheet import Sheet
    from sayso.views.shown import Shown
    from sayso.views.stories import StoryView

T = TypeVar("T")


def open_ledger(path: str | Path, profile: Profile | str | Path | None = None) -> Ledger:
    """Return the ledger at `path`; nothing is made or opened before it is asked or read into.

    `profile` is a conflict profile or the path of one (TOML).  Give it each time that the ledger is read or
    imported into: another one than the last, or none, weighs the whole ledger anew by it.

    Raises:
        InputError: the profile does not hold.
    """
    from sayso.model.profile import Profile

    if isinstance(profile, (str, Path)):
        from sayso.profiles import load

        profile = load(Path(profile))
    return Ledger(Path(path), profile or Profile(), told=profile is not None)


class Ledger(Filling, Judging, Monitoring, Paging, Taking):
    """A claim ledger on disk.

    Any query raises NotFound where there is no ledger at its path, LedgerError where it cannot be read.
    """

    def __init__(self, path: Path, profile: Profile, *, told: bool = True) -> None:
        self.path = path
        self.profile = profile
        self._told = told
        self._view: LedgerView | None = None
        self._places: Gazetteer | None = None
        self._clocks: Clocks | None = None

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
        self._close_pages()

    @property
    def view(self) -> LedgerView:
        """The ledger opened for reading; raises NotFound where there is none."""
        if self._view is None:
            from sayso.ledger import open_view

            self._view = open_view(self.path)
            if self._clocks is not None:
                from sayso.views.then import Then

                self._view = Then(self._view, self._clocks, self.profile)
        return self._view

    def at(self, as_of: str | None = None, known_on: str | None = None) -> Ledger:
        """Return this ledger by the two clocks: every query answers so; with neither, the ledger itself.

        `as_of` is a day (or month, year): how things were said to be by its end.  `known_on` is a day or a
        moment (UTC, or with an offset): what the ledger had been told by then.  The rules stand in
        `sayso.views.clocks`.  Where the clocks leave something out, what is left is weighed anew, with this
        ledger's profile.  Reading and importing know no clocks.

        Raises:
            UsageError: what was given is no day or moment.
        """
        if as_of is None and known_on is None:
            return self
        from sayso.views.clocks import clocks

        found = Ledger(self.path, self.profile, told=self._told)
        found._places = self._places
        found._clocks = clocks(as_of, known_on)
        return found

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        return self.view.counts()

    def points(
        self,
        limit: int | None = None,
        status: str | None = None,
        place: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's own name
    ) -> tuple[Point, ...]:
        """Return the board as records, contested points first.

        `place` takes the questions of that place, of places in it, and of those whose name holds its
        name; raises NotFound where it is not one place of the ledger.
        """
        return self.counted_points(limit, status, place, type)[0]

    def board(
        self,
        limit: int | None = None,
        status: str | None = None,
        place: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's own name
    ) -> Board:
        """Return the board: one row a question, contested points first; filters as in `points`.

        Its `chart()` is an Altair chart of it.
        """
        from sayso.charts.frames import Board

        points = self.points(limit, status, place, type)
        return Board(Frame.of(points).rows, points, self.colours())

    def look_up(self, key: str) -> Meant:
        """Return what an id, or the start of one, stands for (an article's name will do); raises NotFound."""
        from sayso.views.lookup import look_up

        return look_up(self.view, key)

    def shown(self, key: str) -> Shown:
        """Return one statement in context; raises NotFound."""
        from sayso.views.shown import show_of

        return show_of(self.view, key)

    def point(self, key: str) -> Point:
        """Return one question with all its answers and statements; raises NotFound."""
        from sayso.views.board import question_of

        return question_of(self.view, key)

    def sheet(self, key: str) -> Sheet:
        """Return what is known of one article and was read in it; raises NotFound."""
        from sayso.views.sheet import sheet_of

        return sheet_of(self.view, key)

    def who(self, name: str) -> Listing:
        """Return all that somebody claims, or that is claimed for them; raises NotFound as `place`."""
        from sayso.views.lists import who_of

        return who_of(self.view, name)

    def origins(self, key: str) -> tuple[Lineages, ...]:
        """Return where a claim comes from (id of a question, claim or statement); raises NotFound."""
        from sayso.views.origins import origins_of

        return origins_of(self.view, key)

    def stories(self) -> tuple[StoryView, ...]:
        """Return which articles tell of one event, those with most articles first."""
        from sayso.views.stories import stories_in

        return stories_in(self.view)

    def found(self, words: str, limit: int = 20) -> tuple[Found, ...]:
        """Return as records the statements, then articles, that hold all the words."""
        from sayso.views.found import found_in

        return found_in(self.view, words, limit)

    def search(self, words: str, limit: int = 20) -> Frame:
        """Return statements, then articles, that hold all the words."""
        return Frame.of(self.found(words, limit))

    def rows(self, kind: Rows) -> Frame:
        """Return all records of a kind in the field names of the export contract."""
        return Frame(tuple(self.stream(kind)))

    def statements(self) -> Frame:
        """Return all statements, in GUIDE.md's field names."""
        return self.rows("statements")

    def questions(self) -> Frame:
        """Return all questions with their answers and relations, in GUIDE.md's field names."""
        return self.rows("questions")

    def stream(self, kind: Rows) -> Iterator[dict[str, Any]]:
        """Yield the records of a kind one by one, in an order that does not depend on arrival."""
        from sayso.views.contract import rows_of

        return rows_of(self.view, kind)

    def verify(self, head: str | None = None) -> list[str]:
        """Return all that does not hold: records, spans, stored bytes, audit chain."""
        return self.view.verify(head)

    def draft_profile(self) -> str:
        """Return a conflict profile (TOML) drafted from what was read, to be edited."""
        from sayso.profiles import draft

        return draft(self.view.entities(), self.view.statements())

    def _gazetteer(self) -> Gazetteer:
        if self._places is None:
            from sayso.places.gazetteer import load_gazetteer

            self._places = load_gazetteer(self.profile.places)
        return self._places

    def _writing(self, work: Callable[[LedgerWriter], T]) -> T:
        from sayso.ledger import open_writer

        with open_writer(self.path) as ledger:
            return work(ledger)
