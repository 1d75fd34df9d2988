"""The ledger as pages show it: some at a time, as of the last weighing, whatever the ledger's size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.ledger.interface import Counts, PagedView
from sayso.ledger.leafing import BoardOrder, Fed, Issued, Known, KnownKind, Slice, Sought
from sayso.model.article import Article
from sayso.model.capture import Capture
from sayso.model.profile import Profile
from sayso.views.cards import PointCard, answer_page, board_page, question_card
from sayso.views.found import Found, found_in
from sayso.views.palette import heard_sides
from sayso.views.quoted import Quoted, all_quoted

if TYPE_CHECKING:
    from sayso.places.gazetteer import Gazetteer
    from sayso.views.claimerpage import ClaimerPage
    from sayso.views.mapping import Atlas
    from sayso.views.nearest import Near
    from sayso.views.origins import Lineages
    from sayso.views.placepage import PlacePage
    from sayso.views.reader import Reading
    from sayso.views.shown import Shown


@dataclass(frozen=True, slots=True)
class Pages:
    """What a page or a REST answer is made of; each call costs as much as it returns.

    Any call raises NotFound where there is no such thing, LedgerError where the ledger cannot be read.
    """

    ledger: PagedView
    profile: Profile
    gazetteer: Callable[[], Gazetteer]

    def state(self) -> str:
        """Name the ledger's state: another name means that something came in or was weighed anew."""
        return self.ledger.head()

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        return self.ledger.counts()

    def sides(self) -> tuple[str, ...]:
        """Return the sides heard most: the profile's, then those with most statements."""
        return heard_sides(self.ledger, self.profile)

    def origins(
        self, key: str, beside: int | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[Lineages, ...]:
        """Return where a claim comes from, as `origins_of`; `limit` answers from `offset` on."""
        from sayso.views.origins import origins_of

        return origins_of(self.ledger, key, beside, slice(offset, None if limit is None else offset + limit))

    def headed(self, ids: Iterable[str]) -> dict[str, Article]:
        """Return those of these articles that are there, without their texts, by id."""
        return self.ledger.headed(list(ids))

    def board(
        self,
        limit: int = 20,
        offset: int = 0,
        *,
        status: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's own name
        place: str | None = None,
        side: str | None = None,
        order: BoardOrder = "stake",
    ) -> Slice[PointCard]:
        """Return some points of the board."""
        places = None if place is None else frozenset({place})
        return board_page(self.ledger, Sought(status, type, places, side, order), limit, offset)

    def question(self, key: str, answers: int = 40, offset: int = 0, lines: int = 6) -> PointCard:
        """Return one question with some of its answers and so many statements of each."""
        return question_card(self.ledger, key, answers, offset, lines)

    def answer(self, key: str, number: int, limit: int, offset: int) -> tuple[PointCard, Slice[Quoted]]:
        """Return a question with one answer (numbered from 0), and some statements of it."""
        return answer_page(self.ledger, key, number, limit, offset)

    def statement(self, key: str) -> Quoted:
        """Return one statement by its id or the start of it."""
        return all_quoted(self.ledger, [self.ledger.statement(key)])[0]

    def fed(self, statement: str) -> tuple[Fed, ...]:
        """Return which questions a statement answers, and how."""
        return self.ledger.fed(statement)

    def shown(self, key: str) -> Shown:
        """Return one statement with all its fields, in its paragraph."""
        from sayso.views.shown import Feeds, show_of

        found = self.fed(self.ledger.statement(key).id)
        feeds = tuple(Feeds(one.id, one.question, one.status, one.answer) for one in found)
        return show_of(self.ledger, key, feeds)

    def place(self, name: str, limit: int, offset: int = 0) -> PlacePage:
        """Return a place by its name or one spelt nearly so."""
        from sayso.views.placepage import place_page

        return place_page(self.ledger, name, self.gazetteer, limit, offset)

    def claimer(self, name: str, limit: int, offset: int = 0) -> ClaimerPage:
        """Return a claimer or side by its name or one spelt nearly so."""
        from sayso.views.claimerpage import claimer_page

        return claimer_page(self.ledger, name, limit, offset)

    def unresolved(self, limit: int, offset: int = 0) -> Slice[Quoted]:
        """Return statements whose claimer is not known, newest first."""
        found = self.ledger.unresolved(limit, offset)
        return Slice(all_quoted(self.ledger, found.items), found.total)

    def known(self, kind: KnownKind, limit: int, offset: int = 0, holding: str = "") -> Slice[Known]:
        """Return names of a kind, most statements first; `holding` takes those that hold these letters."""
        return self.ledger.known(kind, limit, offset, holding)

    def articles(self, outlet: str | None, limit: int, offset: int = 0) -> Slice[Issued]:
        """Return articles, newest first."""
        return self.ledger.issued(outlet, limit, offset)

    def article(self, key: str, beside: str | None = None) -> Reading:
        """Return an article to be read, with the passages marked that `beside` has, too."""
        from sayso.views.reader import reading_of

        return reading_of(self.ledger, key, beside)

    def capture(self, key: str) -> tuple[Capture, bytes] | None:
        """Return the stored bytes that an article was made from; None for a stub."""
        return self.ledger.capture(self.ledger.article(key).id)

    def search(self, words: str, limit: int) -> tuple[Found, ...]:
        """Return statements, then articles, that hold all the words; any string is a legal query."""
        return found_in(self.ledger, words, limit)

    def nearest(self, sentence: str, limit: int) -> tuple[Near, ...]:
        """Return the statements that share most telling words with a sentence."""
        from sayso.views.nearest import nearest_to

        return nearest_to(self.ledger, sentence, limit)

    def atlas(self, known_on: str | None = None) -> Atlas:
        """Return how all places stood on all days, by what was known on a day; costs as much as they have."""
        from sayso.views.mapping import atlas_of

        return atlas_of(self.ledger, self.profile, self.gazetteer, known_on)

    def weighing(self) -> int:
        """Return the number of the last weighing's chain entry: what is weighed changes with it only."""
        return self.ledger.weighing()

    def came_in(self, after: int, limit: int) -> tuple[tuple[int, Quoted], ...]:
        """Return (chain entry, statement) of what came in after an entry, oldest first."""
        new = self.ledger.came_in(after, limit)
        found = self.ledger.some_statements([key for _, key in new])
        said = {s.line.id: s for s in all_quoted(self.ledger, found.values())}
        return tuple((entry, said[key]) for entry, key in new if key in said)

    def last_entry(self) -> int:
        """Return the number of the newest chain entry, 0 for an empty ledger."""
        return self.ledger.last_entry()
