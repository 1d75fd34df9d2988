"""What every engine of the ledger must pass; a test module of an engine says how it is opened."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pytest

from ledger import samples
from sayso.ledger.interface import Counts, LedgerView, LedgerWriter, Record, Wanted, Weighed
from sayso.model.analysis import Entity
from sayso.model.errors import InputError, LedgerBroken, LedgerBusy, NotFound, SaysoError
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import SlotSpan, Statement

HOSTILE = (
    "", " ", '"', "''", '"" ""', "a\"b", "*", "lamp*", "^lamps", "AND", "OR", "NOT", "NEAR",
    "NEAR(lamps hold, 2)", "lamps AND", "evidence:lamps", "{evidence who}: lamps", "(", "lamps)", "-lamps",
    "lamps + hold", "\\",
    "lamps\0hold", "\0", "🔥", "🔥 lamps", "\ud83d", "lamps \udcff", "%", "_", "'; DROP TABLE chain; --",
    "x" * 100_000, " ".join(f"w{n}" for n in range(5000)), "é\u0301\u200d\u202e", "\n\t lamps \r\n",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine's ledgers are opened."""

    write: Callable[[Path], LedgerWriter]
    view: Callable[[Path], LedgerView]


class Contract:
    """Tests of any engine; subclasses give the `engine` fixture."""

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls) -> Engine:
        raise NotImplementedError

    @pytest.fixture(scope="class")
    @classmethod
    def filled(cls, engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerView]:
        """Give a ledger of one article and two stubs, to be asked only."""
        path = tmp_path_factory.mktemp("filled") / "ledger"
        with engine.write(path) as writer:
            for record in (samples.stub("z"), samples.stub(), samples.record()):
                writer.add(record)
        with engine.view(path) as view:
            yield view

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "ledger"

    @pytest.fixture
    def writer(self, engine: Engine, path: Path) -> Iterator[LedgerWriter]:
        with engine.write(path) as writer:
            yield writer

    @pytest.fixture
    def view(self, writer: LedgerWriter, engine: Engine, path: Path) -> Iterator[LedgerView]:
        with engine.view(path) as view:
            yield view

    # -- adding

    def test_what_was_added_is_read_back(self, writer: LedgerWriter, view: LedgerView) -> None:
        record = samples.record()
        assert writer.add(record)
        assert list(view.articles()) == [record.article]
        assert view.status(record.article.id) == "read"
        assert sorted(view.statements(), key=lambda s: s.id) == sorted(record.statements, key=lambda s: s.id)
        assert list(view.entities()) == [(record.article.id, record.entities[0])]
        assert list(view.issues()) == list(record.issues)
        assert view.counts() == Counts(articles=1, statements=3, questions=0, claims=0, issues=1)
        assert view.verify() == []

    def test_adding_again_changes_nothing(self, writer: LedgerWriter) -> None:
        assert writer.add(samples.record())
        chain = list(writer.chain())
        assert not writer.add(samples.record())
        assert not writer.add(replace(samples.record(), status="stored", statements=(), issues=()))
        assert list(writer.chain()) == chain
        assert writer.counts().statements == 3

    def test_an_empty_ledger_is_whole(self, view: LedgerView) -> None:
        assert view.counts() == Counts(0, 0, 0, 0, 0)
        assert not [*view.articles(), *view.statements(), *view.chain()]
        assert view.verify() == []

    def test_a_stub_has_no_text_and_no_bytes(self, writer: LedgerWriter) -> None:
        stub = samples.stub()
        assert writer.add(stub)
        assert writer.capture(stub.article.id) is None
        assert list(writer.statements()) == list(stub.statements)
        assert writer.verify() == []

    def test_it_outlives_closing(self, engine: Engine, path: Path) -> None:
        with engine.write(path) as writer:
            writer.add(samples.record())
        with engine.write(path) as writer:
            assert not writer.add(samples.record())
            assert writer.verify() == []

    def test_a_closed_writer_writes_no_more(self, engine: Engine, path: Path) -> None:
        writer = engine.write(path)
        writer.close()
        with pytest.raises(SaysoError, match="closed"):
            writer.add(samples.record())
        with pytest.raises(SaysoError, match="closed"):
            writer.note([samples.issue()])

    def test_a_statement_met_twice_is_one(self, writer: LedgerWriter) -> None:
        record = samples.record()
        assert writer.add(replace(record, statements=record.statements + record.statements))
        assert writer.counts().statements == 3

    # -- what may not enter

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda s: replace(s, evidence=s.evidence + "!"),
            lambda s: replace(s, span=Span(s.span.start + 1, s.span.end + 1)),
            lambda s: replace(s, span=Span(-5, -1)),
            lambda s: replace(s, span=Span(10, 10), evidence=""),
            lambda s: replace(s, span=Span(0, 10**6)),
            lambda s: replace(s, span=None),
            lambda s: replace(s, slots=(SlotSpan("claimer", Span(5, 10**6)),)),
            lambda s: replace(s, article="art-of-another"),
        ],
    )
    def test_a_statement_that_its_text_does_not_hold(
        self, writer: LedgerWriter, spoil: Callable[[Statement], Statement]
    ) -> None:
        record = samples.record()
        last = record.statements[-1]
        with pytest.raises(InputError, match=last.id):
            writer.add(replace(record, statements=(*record.statements[:-1], spoil(last))))
        assert writer.counts() == Counts(0, 0, 0, 0, 0)
        assert writer.add(record)

    def test_an_id_taken_by_another_statement(self, writer: LedgerWriter) -> None:
        record = samples.record()
        first, second, third = record.statements
        with pytest.raises(InputError, match=first.id):
            writer.add(replace(record, statements=(first, replace(second, id=first.id))))
        writer.add(record)
        with pytest.raises(InputError, match=third.id):
            writer.statements_into(record.article.id, [replace(second, id=third.id)], "import")
        assert writer.counts().statements == 3
        assert writer.verify() == []

    def test_bytes_of_another_capture(self, writer: LedgerWriter) -> None:
        with pytest.raises(InputError, match=r"lamps\.txt"):
            writer.add(replace(samples.record(), fetched=samples.fetched("other.txt", b"other")))
        with pytest.raises(InputError, match="unknown"):
            writer.add(replace(samples.record(), fetched=None))
        assert writer.counts() == Counts(0, 0, 0, 0, 0)

    def test_half_a_surrogate_pair_in_the_text(self, writer: LedgerWriter) -> None:
        text = "half \ud83d a pair"
        with pytest.raises(InputError, match=r"lamps\.txt"):
            writer.add(Record(samples.article(text=text), "stored", "rules 1"))
        assert writer.counts().articles == 0

    # -- order

    def test_reading_order_is_not_that_of_arrival(self, engine: Engine, tmp_path: Path) -> None:
        records = [samples.record(f"{name}.txt", extra=f"\n{name}") for name in "dbeac"] + [samples.stub()]
        outcomes = []
        for seed in range(3):
            random.Random(seed).shuffle(records)
            with engine.write(tmp_path / str(seed)) as writer:
                for record in records:
                    writer.add(record)
                outcomes.append(
                    [
                        list(writer.articles()), list(writer.statements()), list(writer.entities()),
                        list(writer.issues()), writer.search("lamps"), writer.search("Norhaven"),
                    ]
                )  # fmt: skip
        assert outcomes[0] == outcomes[1] == outcomes[2]

    def test_statements_come_by_article_then_place_in_text(self, writer: LedgerWriter) -> None:
        for name in ("b.txt", "a.txt"):
            writer.add(samples.record(name))
        order = [(writer.article(s.article).name, s.span.start if s.span else 0) for s in writer.statements()]
        assert order == sorted(order)

    # -- asking

    @pytest.mark.parametrize(
        ("wanted", "claimers"),
        [
            (Wanted(), ["The Keepers", "Ada Orrin", None, "Ivo Lund"]),
            (Wanted(article="lamps.txt"), ["The Keepers", "Ada Orrin", None]),
            (Wanted(article=samples.stub().article.id), ["Ivo Lund"]),
            (Wanted(article="nowhere"), []),
            (Wanted(type="control"), ["The Keepers", "Ivo Lund"]),
            (Wanted(type="control", article="lamps.txt"), ["The Keepers"]),
            (Wanted(names=frozenset({"ada orrin"})), ["Ada Orrin"]),
            (Wanted(names=frozenset({"ADA  ORRIN", "ivo lund"})), ["Ada Orrin", "Ivo Lund"]),
            (Wanted(names=frozenset({"Ada"})), []),
            (Wanted(names=frozenset({"tide union"})), ["Ada Orrin", "Ivo Lund"]),
            (Wanted(names=frozenset({"Pilots' Guild"})), ["Ada Orrin"]),
            (Wanted(names=frozenset({"Norhaven Light"})), []),
            (Wanted(places=frozenset({"norhaven light"})), ["Ada Orrin", "Ivo Lund"]),
            (Wanted(places=frozenset({"PORT E\u0301DLE"})), [None]),
            (Wanted(places=frozenset({"Norhaven", "nowhere"})), [None]),
            (Wanted(places=frozenset({"Tide Union"})), []),
            (Wanted(places=frozenset()), []),
            (Wanted(names=frozenset({"\udcff"})), []),
            (Wanted(claimers=frozenset({"ada orrin"})), ["Ada Orrin"]),
            (Wanted(claimers=frozenset({"Tide Union"})), []),
            (Wanted(claimers=frozenset({"keepers' league"}), article="lamps.txt"),
             ["The Keepers", "Ada Orrin", None]),
            (Wanted(ids=frozenset()), []),
            (Wanted(ids=frozenset({samples.stub().statements[0].id, "nothing"})), ["Ivo Lund"]),
            (Wanted(names=frozenset({"Tide Union"}), places=frozenset({"Norhaven Light"}), type="takeover"),
             ["Ada Orrin"]),
        ],
    )  # fmt: skip
    def test_statements_wanted(
        self, writer: LedgerWriter, wanted: Wanted, claimers: list[str | None]
    ) -> None:
        writer.add(samples.stub("z"))
        writer.add(samples.stub())
        writer.add(samples.record())
        found = [s.claimer for s in writer.statements(wanted) if s.article != samples.stub("z").article.id]
        assert sorted(found, key=str) == sorted(claimers, key=str)

    def test_articles_by_id(self, writer: LedgerWriter) -> None:
        one, other = samples.record(), samples.stub()
        writer.add(one)
        writer.add(other)
        assert list(writer.articles({one.article.id, "nothing"})) == [one.article]
        assert list(writer.articles(())) == []

    def test_more_ids_than_a_query_has_parameters(self, writer: LedgerWriter) -> None:
        record = samples.record()
        writer.add(record)
        many = frozenset({*(f"st-{n}" for n in range(70_000)), record.statements[0].id})
        assert list(writer.statements(Wanted(ids=many))) == [record.statements[0]]
        assert [moment.statement for moment in writer.moments(many)] == [record.statements[0].id]

    def test_names_with_their_statements(self, writer: LedgerWriter) -> None:
        for record in (samples.record(), samples.record("more.txt"), samples.stub()):
            writer.add(record)
        assert writer.names("place", "place_from", "place_to") == {
            "Norhaven": 2, "Norhaven Light": 3, "Port Édle": 2, "Spin-Boldak Light": 2,
        }  # fmt: skip
        assert writer.names("claimer") == {"Ada Orrin": 2, "Ivo Lund": 1, "The Keepers": 2}
        assert writer.names("verified_by") == {}

    def test_a_name_is_one_in_any_case(self, writer: LedgerWriter) -> None:
        record = samples.record()
        lamps = record.article
        made = [
            samples.statement(lamps, "lamps", Proposition("other", place=place))
            for place in ("Norhaven", "NORHAVEN", "norhaven  ")
        ]
        writer.add(replace(record, statements=tuple(made)))
        first = min(made, key=lambda s: s.id).proposition.place
        assert writer.names("place") == {first: 3}

    def test_places_of_the_gazetteer(self, writer: LedgerWriter) -> None:
        record = samples.record()
        found = (
            Entity("place", "Norhaven", place="x1"), Entity("place", "Port Édle", place="x2"),
            Entity("state", "Skerry", place="x3"), Entity("person", "Ada Orrin"),
        )  # fmt: skip
        other = (Entity("place", "Norhaven", place="x1"), Entity("place", "Port Édle", place="x9"))
        writer.add(replace(record, entities=found))
        writer.add(replace(samples.record("more.txt"), entities=other))
        assert writer.placed() == {"Norhaven": "x1", "Skerry": "x3"}

    def test_moments_of_statements(self, writer: LedgerWriter) -> None:
        record = samples.record()
        bare = samples.statement(record.article, "lamps", Proposition("flight", when="2031-05"))
        dated = replace(bare, id="", said_on="2031-04-30", modality="intended").identified()
        writer.add(replace(record, statements=(dated,)))
        (found,) = writer.moments()
        assert (found.statement, found.article, found.type) == (dated.id, record.article.id, "flight")
        assert (found.when, found.said_on, found.modality) == ("2031-05", "2031-04-30", "intended")
        assert found.published == record.article.published == "2031-05-02"
        assert found.read_on == next(writer.chain()).recorded_on

    def test_moments_come_by_id_and_tell_when_each_came(self, writer: LedgerWriter) -> None:
        record = samples.record()
        first, *others = record.statements
        writer.add(replace(record, statements=(first,)))
        writer.statements_into(record.article.id, others, "import")
        found = list(writer.moments())
        assert [moment.statement for moment in found] == sorted(s.id for s in record.statements)
        when = [entry.recorded_on for entry in writer.chain()]
        assert {m.read_on for m in found if m.statement == first.id} == {when[0]}
        assert {m.read_on for m in found if m.statement != first.id} == {when[1]}
        assert list(writer.moments(())) == []

    def test_a_statement_by_the_beginning_of_its_id(self, writer: LedgerWriter) -> None:
        record = samples.record()
        writer.add(record)
        for statement in record.statements:
            assert writer.statement(statement.id) == statement
            assert writer.statement(statement.id[:-1]) == statement
        with pytest.raises(NotFound, match="more than one"):
            writer.statement("st-")
        for key in ("", "st-zz", "ST-", "st%", "st_", "\udcff", "\0", record.article.id):
            with pytest.raises(NotFound, match="no statement"):
                writer.statement(key)

    def test_a_whole_id_goes_before_one_that_it_begins(self, writer: LedgerWriter) -> None:
        stub = samples.stub()
        first = replace(stub.statements[0], id="s1")
        tenth = replace(stub.statements[0], id="s10", evidence="It is")
        writer.add(replace(stub, statements=(tenth, first)))
        assert writer.statement("s1") == first
        assert writer.statement("s10") == tenth

    def test_an_article_by_id_name_or_beginning(self, writer: LedgerWriter) -> None:
        old, new, other = samples.record(), samples.record(extra="\nMore."), samples.record("other.txt")
        for record in (old, new, other):
            writer.add(record)
        assert writer.article(old.article.id) == old.article
        assert writer.article(new.article.id[:-2]) == new.article
        assert writer.article("other.txt") == other.article
        with pytest.raises(NotFound, match="more than one"):
            writer.article("lamps.txt")
        for key in ("", "other", "OTHER.TXT", "art-%"):
            with pytest.raises(NotFound, match="no article"):
                writer.article(key)
        with pytest.raises(NotFound, match="no article"):
            writer.status(old.article.id[:-1])

    # -- searching

    def test_search_gives_statements_then_articles(self, writer: LedgerWriter) -> None:
        record = samples.record()
        writer.add(record)
        hits = writer.search("keepers HOLD")
        assert [(hit.kind, hit.id, hit.article) for hit in hits] == [
            ("statement", record.statements[1].id, "lamps.txt"),
            ("article", record.article.id, "lamps.txt"),
        ]
        assert "[hold]" in hits[0].excerpt
        assert writer.search("keepers hold", limit=1) == hits[:1]
        assert writer.search("keepers", limit=0) == writer.search("keepers", limit=-1) == []
        assert writer.search("keepers giraffe") == []

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("Spin-Boldak", True), ("spin boldak", True), ("boldak-spin", False), ("port edle", True),
            ("PORT ÉDLE", True), ("pilots' guild", True), ("pilots’ guild", True), ('"lamps"', True),
            ("lamps 🔥", True), ("lamps or", False), ("lam", False), ("12", True), ("who keeps", True),
        ],
    )  # fmt: skip
    def test_search_finds_words(self, filled: LedgerView, words: str, found: bool) -> None:
        assert bool(filled.search(words)) is found

    @pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
    def test_any_string_is_a_legal_query(self, filled: LedgerView, words: str) -> None:
        assert isinstance(filled.search(words), list)

    # -- odd texts

    @pytest.mark.parametrize(
        "odd",
        ["before \0 after", "🔥 lamps 🧨", "\u202e\u200d\ufeff", "a\r\nb\u2028c", "ﷺ ẞ İ", "\x01\x1f\x7f"],
    )
    def test_odd_characters_are_kept(self, writer: LedgerWriter, odd: str) -> None:
        record = samples.record(extra=f"\n{odd} end")
        kept = samples.statement(record.article, odd, Proposition("other", actor=odd), claimer=odd)
        writer.add(replace(record, statements=(kept,)))
        assert list(writer.articles()) == [record.article]
        assert list(writer.statements()) == [kept]
        assert writer.verify() == []

    def test_a_file_name_that_is_not_utf8(self, writer: LedgerWriter) -> None:
        name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
        record = samples.record(name)
        assert writer.add(record)
        assert not writer.add(record)
        assert writer.note([samples.issue(name, "empty")]) == 1
        assert writer.article(name) == record.article
        assert writer.capture(record.article.id) is not None
        assert len(list(writer.statements(Wanted(article=name)))) == 3
        assert {found.source for found in writer.issues()} == {name}
        assert writer.verify() == []

    # -- bytes

    def test_bytes_are_kept_once_and_read_back(self, writer: LedgerWriter, path: Path) -> None:
        one = samples.fetched("two.jsonl", b"two rows")
        for number in (1, 2):
            named = samples.article(f"two.jsonl#{number}", f"row {number}", one.capture.id)
            assert writer.add(Record(named, "read", "rules 1", one if number == 1 else None))
            assert writer.capture(named.id) == (one.capture, b"two rows")
        kept = [
            file for file in path.parent.rglob("*") if file.is_file() and file.read_bytes() == b"two rows"
        ]
        assert len(kept) == 1

    def test_equal_bytes_under_two_names_keep_their_names(self, writer: LedgerWriter) -> None:
        for name in ("b.txt", "a.txt"):
            found = samples.fetched(name, b"same")
            named = samples.article(name, "same", found.capture.id)
            writer.add(Record(named, "read", "rules 1", found))
        for name in ("b.txt", "a.txt"):
            back = writer.capture(writer.article(name).id)
            assert back is not None
            assert back[0].name == name

    def test_lost_bytes_are_said_and_put_back_by_reading_again(self, engine: Engine, path: Path) -> None:
        record = samples.record()
        assert record.fetched is not None
        with engine.write(path) as writer:
            writer.add(record)
        for file in path.parent.rglob("*"):
            if file.is_file() and file.read_bytes() == record.fetched.content:
                file.write_bytes(b"spoilt")
        with engine.write(path) as writer:
            with pytest.raises(LedgerBroken, match="missing or changed"):
                writer.capture(record.article.id)
            assert len(writer.verify()) == 1
            assert not writer.add(record)
            assert writer.verify() == []

    # -- issues

    def test_the_same_issue_is_one(self, writer: LedgerWriter) -> None:
        first, second = samples.issue("b"), samples.issue("a")
        assert writer.note([first, second, first]) == 2
        assert writer.note([second]) == writer.note([]) == 0
        assert list(writer.issues()) == [second, first]
        assert [entry.kind for entry in writer.chain()] == ["issues"]

    # -- weighing

    def test_a_weighing_takes_the_place_of_the_former(self, writer: LedgerWriter) -> None:
        first = samples.weighed()
        assert writer.weighed(first)
        assert list(writer.claims()) == sorted(first.claims, key=lambda claim: claim.id)
        assert list(writer.questions()) == list(first.questions)
        assert list(writer.lineages()) == list(first.lineages)
        assert (writer.counts().claims, writer.counts().questions) == (2, 1)
        assert not writer.weighed(replace(first, claims=first.claims[::-1]))
        assert writer.weighed(samples.weighed("the tide"))
        assert next(writer.questions()).answers[0].answer == "the tide"
        assert writer.weighed(Weighed((), (), ()))
        assert list(writer.claims()) == []
        assert not writer.weighed(Weighed((), (), ()))
        assert [entry.kind for entry in writer.chain()] == ["weighing"] * 3
        assert writer.verify() == []

    def test_what_was_weighed_by_its_members(self, writer: LedgerWriter) -> None:
        made = samples.weighed()
        writer.weighed(made)
        assert [claim.id for claim in writer.claims({"st-1", "st-9"})] == ["c-1"]
        assert list(writer.questions({"st-2"})) == list(made.questions)
        assert list(writer.lineages({"art-2"})) == list(made.lineages)
        for nothing in ((), {"st-9"}, {"contested"}, {"The Keepers"}, {"st"}, {"nobody's"}):
            assert not [*writer.claims(nothing), *writer.questions(nothing), *writer.lineages(nothing)]

    def test_two_records_under_one_id_are_no_outcome(self, writer: LedgerWriter) -> None:
        outcome = samples.weighed()
        writer.weighed(outcome)
        with pytest.raises(InputError):
            writer.weighed(replace(outcome, claims=(outcome.claims[0], outcome.claims[0])))
        assert len(list(writer.claims())) == 2

    # -- imports

    def test_statements_into_an_article(self, writer: LedgerWriter) -> None:
        record = samples.record()
        first, *others = record.statements
        writer.add(replace(record, statements=(first,)))
        again = replace(first, reader="import")
        assert writer.statements_into(record.article.id, [again, *others, *others], "import") == 2
        assert writer.statements_into(record.article.id, others, "import") == 0
        assert writer.statement(first.id) == first
        assert {hit.id for hit in writer.search("denied") if hit.kind == "statement"} == {others[1].id}
        with pytest.raises(NotFound):
            writer.statements_into("art-0", [], "import")
        with pytest.raises(InputError):
            writer.statements_into(record.article.id, samples.stub().statements, "import")
        assert [entry.kind for entry in writer.chain()] == ["article", "statements"]
        assert writer.verify() == []

    # -- one writer, many readers

    def test_one_writer(self, engine: Engine, path: Path, writer: LedgerWriter) -> None:
        with pytest.raises(LedgerBusy, match=r"process \d+"):
            engine.write(path)
        writer.close()
        with engine.write(path) as second:
            assert second.add(samples.record())

    def test_a_reader_sees_one_moment(self, writer: LedgerWriter, view: LedgerView) -> None:
        for number in range(4):
            writer.add(samples.record(f"{number}.txt"))
        reading = view.statements()
        seen = list(islice(reading, 2))
        for number in range(4, 8):
            writer.add(samples.record(f"{number}.txt"))
        assert len(seen + list(reading)) == 12
        assert view.counts().statements == 24

    def test_a_writer_may_read_while_it_writes(self, writer: LedgerWriter) -> None:
        writer.add(samples.record())
        for number, _ in enumerate(writer.statements()):
            assert writer.add(samples.record(f"{number}.txt"))
            assert writer.weighed(samples.weighed(str(number)))
        assert writer.counts().articles == 4

    def test_a_view_in_many_threads(self, writer: LedgerWriter, view: LedgerView) -> None:
        for number in range(4):
            writer.add(samples.record(f"{number}.txt"))
        with ThreadPoolExecutor(4) as pool:
            found = list(
                pool.map(lambda _: (len(list(view.statements())), len(view.search("lamps"))), range(20))
            )
        assert set(found) == {(12, 8)}

    def test_many_unfinished_readings(self, writer: LedgerWriter, view: LedgerView) -> None:
        writer.add(samples.record())
        readings = [view.statements() for _ in range(40)]
        firsts = {next(reading).id for reading in readings}
        assert len(firsts) == 1
        assert writer.add(samples.record("more.txt"))

    # -- chain

    def test_the_chain_holds_together(self, writer: LedgerWriter) -> None:
        writer.add(samples.record())
        writer.note([samples.issue("x")])
        writer.weighed(samples.weighed())
        chain = list(writer.chain())
        assert [entry.number for entry in chain] == [1, 2, 3]
        assert [entry.kind for entry in chain] == ["article", "issues", "weighing"]
        assert [entry.previous for entry in chain[1:]] == [entry.hash for entry in chain[:-1]]
        assert writer.verify(head=chain[1].hash) == []
        assert len(writer.verify(head="f" * 64)) == 1

    # -- not there

    def test_no_ledger_there(self, engine: Engine, path: Path) -> None:
        with pytest.raises(NotFound, match="ledger"):
            engine.view(path)
        assert not path.exists()
        with pytest.raises(NotFound, match="ledger"):
            engine.view(path / "below" / "ledger")

    def test_a_folder_is_no_ledger(self, engine: Engine, tmp_path: Path) -> None:
        for opening in (engine.view, engine.write):
            with pytest.raises(LedgerBroken, match="is a folder"):
                opening(tmp_path)

    def test_folders_are_made(self, engine: Engine, tmp_path: Path) -> None:
        with engine.write(tmp_path / "a b" / "50% #1?" / "ü.ledger") as writer:
            writer.add(samples.record())
        with engine.view(tmp_path / "a b" / "50% #1?" / "ü.ledger") as view:
            assert view.verify() == []

    def test_a_link_is_the_ledger_it_leads_to(self, engine: Engine, path: Path, writer: LedgerWriter) -> None:
        link = path.with_name("link")
        link.symlink_to(path)
        with pytest.raises(LedgerBusy):
            engine.write(link)
        writer.add(samples.record())
        with engine.view(link) as view:
            assert view.capture(samples.record().article.id) is not None
