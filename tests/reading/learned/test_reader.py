"""The learned reader with the weights that ship: what must hold of any reading, and a few plain sentences."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.making import got
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.places.gazetteer import Gazetteer, load_gazetteer
from sayso.reading.learned.reader import LearnedReader
from sayso.reading.reader import Reading

NEWS = """Front takes crossing

March 4, 2031

The Ondarek Front said on Tuesday that its fighters had seized Vantorr Bridge after a night of fighting.
"The bridge is completely in our hands," said the Front's spokesman, Jorim Hesk.
The defence ministry denied that the crossing had been captured.
At least 12 soldiers were killed, a doctor said.
"""


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def reading(text: str) -> Reading:
    article = got(text).article
    return LearnedReader(Profile(), gazetteer()).read(article)


@cache
def news() -> tuple[Article, Reading]:
    article = got(NEWS).article
    return article, LearnedReader(Profile(), gazetteer()).read(article)


def test_evidence_and_slots_are_stretches_of_the_text() -> None:
    article, found = news()
    assert found.statements
    for statement in found.statements:
        assert statement.span is not None
        assert statement.evidence == article.text[statement.span.start : statement.span.end]
        assert all(0 <= slot.span.start < slot.span.end <= len(article.text) for slot in statement.slots)
        assert statement.reader == "learned/1"


def test_a_plain_takeover_with_its_claimer() -> None:
    _, found = news()
    taken = [s for s in found.statements if s.proposition.type == "takeover"]
    assert any(s.claimer == "Ondarek Front" and s.proposition.place == "Vantorr Bridge" for s in taken)


def test_a_verb_of_denial_denies() -> None:
    _, found = news()
    denials = [s for s in found.statements if "denied" in s.evidence]
    assert denials
    assert {s.epistemic for s in denials} <= {"false-certain", "false-uncertain"}
    assert {s.claimer for s in denials} == {"defence ministry"}


def test_reports_have_source_and_cue() -> None:
    article, found = news()
    cues = {item.cue.of(article.text) for item in found.analysis.attributions}
    assert any("said" in cue for cue in cues)
    assert any("denied" in cue for cue in cues)


def test_the_same_article_gives_the_same_reading() -> None:
    assert reading(NEWS) == reading(NEWS)


def test_nothing_is_left_open_without_a_reason() -> None:
    _, found = news()
    for statement in found.statements:
        if statement.attribution != "narrator" and statement.claimer is None:
            assert [gap.reason for gap in statement.gaps if gap.slot == "claimer"]


@pytest.mark.parametrize("text", ["A.", "x " * 3000, "\u202e\u0000 « »", "Headline only"])
def test_odd_texts_make_it_neither_fail_nor_hang(text: str) -> None:
    found = got(text)
    for article in found.articles:
        issues = LearnedReader(Profile(), gazetteer()).read(article).issues
        assert not [issue for issue in issues if issue.severity == "error"]


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    for article in got(f"The army said it held {text} on Monday.").articles:
        read = LearnedReader(Profile(), gazetteer()).read(article)
        assert not [issue for issue in read.issues if issue.severity == "error"]


def test_an_article_of_no_conflict_gives_nothing_and_says_so() -> None:
    found = reading(
        "A fine harvest\n\nThe apples were good this year, the growers said on Monday, and cheap.\n"
    )
    assert found.statements == ()
    assert [issue.code for issue in found.issues] == ["no-conflict"]
