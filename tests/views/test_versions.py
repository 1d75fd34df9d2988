"""Versions of an article: when each came, what changed."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger import samples
from sayso.ledger import open_view, open_writer
from sayso.ledger.interface import LedgerView, Record
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.pipeline.weigh import weigh_ledger
from sayso.views.differences import Changed, differences
from sayso.views.lookup import look_up
from sayso.views.sheet import sheet_of
from sayso.views.versions import versions_in, versions_of

PAGE = "https://gazette.example/lamps"
HOLD, LOST, OUT = samples.SENTENCES


def _record(name: str, sentences: tuple[str, ...], on: str | None) -> Record:
    text = "\n".join(sentences)
    found = samples.fetched(name, text.encode())
    found = replace(found, capture=replace(found.capture, fetched_on=on))
    article = samples.article(name, text, found.capture.id)
    said = tuple(samples.statement(article, sentence) for sentence in sentences)
    changed = tuple(replace(s, claimer=f"Speaker {len(s.evidence)}").identified() for s in said)
    return Record(article, "read", "rules 1", found, changed)


@pytest.fixture
def ledger(tmp_path: Path) -> LedgerView:
    with open_writer(tmp_path / "l.db") as writer:
        writer.add(_record(PAGE, (HOLD, OUT), "2031-05-03T08:00:00+00:00"))
        writer.add(_record(PAGE, (HOLD, LOST), "2031-05-02T08:00:00+00:00"))
        writer.add(_record("other.txt", (OUT,), None))
        weigh_ledger(writer, Profile())
    return open_view(tmp_path / "l.db")


def test_versions_stand_in_the_order_of_their_fetching_with_what_changed(ledger: LedgerView) -> None:
    (found,) = versions_in(ledger)
    assert found.name == PAGE
    assert [v.fetched_on for v in found.versions] == [
        "2031-05-02T08:00:00+00:00",
        "2031-05-03T08:00:00+00:00",
    ]
    (step,) = found.steps
    assert (step.left, step.right) == tuple(v.id for v in found.versions)
    assert [(c.was, c.now) for c in step.changed] == [(LOST, OUT)]
    assert [line.evidence for line in step.lost] == [LOST]
    assert [line.evidence for line in step.gained] == [OUT]
    assert step.kept == 1


def test_one_article_is_asked_for_by_its_name_or_any_id(ledger: LedgerView) -> None:
    (found,) = versions_in(ledger)
    for key in (PAGE, found.versions[0].id, found.versions[1].id[:12]):
        assert versions_of(ledger, key) == found
    alone = versions_of(ledger, "other.txt")
    assert (len(alone.versions), alone.steps) == (1, ())
    assert alone.versions[0].came_on
    with pytest.raises(NotFound):
        versions_of(ledger, "nobody")


def test_a_name_of_two_versions_leads_on(ledger: LedgerView) -> None:
    ids = {v.id for v in versions_in(ledger)[0].versions}
    for ask in (ledger.article, lambda key: look_up(ledger, key)):
        with pytest.raises(NotFound, match="sayso versions") as caught:
            ask(PAGE)
        assert all(key in str(caught.value) for key in ids)
    for key in ids:
        assert "same-article" in {kin.kind for kin in sheet_of(ledger, key).kin}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("a b c d", "a  b\nc d", []),
        ("a b c d", "a b x d", [Changed("a b", "c", "x", "d")]),
        ("a b", "a b c", [Changed("a b", "", "c", "")]),
        ("p q\na b c d", "p q\na c d", [Changed("p q a", "b", "", "c d")]),
        ("", "new words", [Changed("", "", "new words", "")]),
    ],
)
def test_differences(one: str, other: str, found: list[Changed]) -> None:
    # Words that only moved to another line are one paragraph more, and no change.
    assert list(differences(one, other)) == found


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_changes_lead_from_one_text_to_the_other(one: str, other: str) -> None:
    found = differences(one, other)
    assert sum(len(c.now.split()) - len(c.was.split()) for c in found) == len(other.split()) - len(
        one.split()
    )
    assert bool(found) == (one.split() != other.split())


@pytest.mark.parametrize("letters", ["ab", "abcdefghijklmnop"])
@pytest.mark.parametrize("line", [40, 1_000_000])
def test_hostile_texts_are_compared_within_bounds(letters: str, line: int) -> None:
    chance = random.Random(7)

    def text() -> str:
        words = [chance.choice(letters) for _ in range(50_000)]
        return "\n".join(" ".join(words[n : n + line]) for n in range(0, len(words), line))

    one, other = text(), text()
    start = time.process_time()
    assert differences(one, other)
    assert time.process_time() - start < 5
