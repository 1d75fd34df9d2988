"""The whole reader on invented articles: what comes out, and that nothing makes it fail."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reading.cast.stages import SmallGazetteer
from sayso.model.article import Article, Block
from sayso.model.profile import Party, Profile, Spokesperson
from sayso.model.span import Span
from sayso.reading.reader import Reading
from sayso.reading.rules import RuleReader

PROFILE = Profile(
    name="Norrel",
    parties=(
        Party("Weavers' Front", "armed group", "Weavers' Front", aliases=("the Front",),
              spokespeople=(Spokesperson("Ansa Veyl", "spokeswoman"),)),
        Party("Norrel army", "government", "Government of Norrel", aliases=("the army",)),
    ),
)  # fmt: skip
STORY = """The Weavers' Front said on Monday it had captured the town of Vantorr.

"Our fighters entered Vantorr at dawn," spokeswoman Ansa Veyl said. The army denied that Vantorr had
fallen."""


def read(text: str) -> Reading:
    blocks = tuple(
        Block(Span(start, start + len(part)), "paragraph")
        for part, start in zip(text.split("\n\n"), _starts(text), strict=True)
        if part.strip()
    )
    article = Article(
        Article.make_id("x.txt", text),
        "x.txt",
        None,
        text,
        blocks,
        outlet="Beacon",
        published="2031-03-05",
        language="en",
    )
    return RuleReader(PROFILE, SmallGazetteer()).read(article)


def _starts(text: str) -> list[int]:
    starts, place = [], 0
    for part in text.split("\n\n"):
        starts.append(place)
        place += len(part) + 2
    return starts


def test_a_story_gives_its_claims_with_their_claimers() -> None:
    reading = read(STORY)
    assert reading.issues == ()
    found = {(s.claimer, s.proposition.type, s.epistemic) for s in reading.statements}
    assert ("Weavers' Front", "takeover", "true-certain") in found
    assert ("Ansa Veyl", "takeover", "true-certain") in found
    assert ("Norrel army", "takeover", "false-certain") in found


def test_reading_twice_gives_the_same() -> None:
    assert read(STORY) == read(STORY)


def test_every_statement_quotes_its_article() -> None:
    for s in read(STORY).statements:
        assert s.span is not None
        assert s.span.of(STORY) == s.evidence
        assert all(STORY[slot.span.start : slot.span.end] for slot in s.slots)


words = st.sampled_from(
    [*STORY.split(), "“", "”", '"', "said", ",", ".", "and", "that", "85", "%", "—", "\n\n", "\u200b", "who"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(words, max_size=60).map(" ".join) | st.text(max_size=120))
def test_no_text_makes_it_fail(text: str) -> None:
    reading = read(text)
    assert not [issue for issue in reading.issues if issue.severity == "error"]
    assert all(s.span is not None and s.span.of(text) == s.evidence for s in reading.statements)
