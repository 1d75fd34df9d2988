"""What it costs to compare articles with each other: copies, speeches, stories."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from bench.articles import demo_articles
from bench.figures import Figure, in_turn, seconds
from sayso.articles import articles_of
from sayso.model.article import Article
from sayso.model.capture import Fetched
from sayso.model.profile import Profile
from sayso.pipeline.open import ready_reader
from sayso.sources import FetchOptions, collect
from sayso.weighing.lineage.comparing import Comparison, ties
from sayso.weighing.stories.grouping import Stories, stories_of

FEW, MANY = 150, 1500
"""Articles in a small and in a large ledger."""

NEW = 20
"""New articles that are added to either."""

WORDS_OF_AN_EVENT = 0.15
"""Share of an invented article's words that it has from its event; the rest is anybody's."""


def measure() -> dict[str, Figure]:
    """Time comparing beside reading, and one more article in a small and in a large ledger."""
    demo = _demo()
    reader = ready_reader(Profile())
    reading = in_turn(lambda: ties(demo), lambda: [reader.read(article) for article in demo])
    few, many = _invented(FEW), _invented(MANY)
    one_copy = in_turn(lambda: _grown(many), lambda: _grown(few))
    one_story = in_turn(lambda: _told(many), lambda: _told(few))
    speed = len(many) / seconds(lambda: stories_of(many))
    return {
        "copies_to_reading": Figure(
            reading.ratio, 0.25, "min", "ratio",
            f"what ties {len(demo)} demo articles together, by reading them with the rules; in turn",
        ),
        "copies_one_more": Figure(
            one_copy.ratio, 1.6, "min", "ratio",
            f"comparing {NEW} new articles with {MANY} invented ones, by comparing them with {FEW}; in turn",
        ),
        "stories_one_more": Figure(
            one_story.ratio, 1.6, "min", "ratio",
            f"putting {NEW} new articles into stories of {MANY} invented, by those of {FEW}; in turn",
        ),
        "stories_per_second": Figure(
            speed, 100.0, "max", "articles/s", f"{MANY} invented articles of 150 words grouped into stories"
        ),
    }  # fmt: skip


def _demo() -> list[Article]:
    found = []
    for fetched in collect([str(path) for path in demo_articles()], FetchOptions()):
        if isinstance(fetched, Fetched):
            found += [one for one in articles_of(fetched) if isinstance(one, Article)]
    return found


def _invented(count: int) -> list[Article]:
    """Return articles of a steady stream, ten a day: five on an event each, in words of their own."""
    chance = random.Random(11)
    common = [_word(n * 7919) for n in range(3000)]
    articles = []
    for number in range(count + NEW):
        day = number // 10
        event = random.Random(day * 2 + number % 2)
        own = [_word(event.randrange(26**5)).capitalize() for _ in range(24)]
        own += [str(event.randrange(20, 9000)) for _ in range(6)]
        words = [chance.choice(own if chance.random() < WORDS_OF_AN_EVENT else common) for _ in range(150)]
        text = ". ".join("The " + " ".join(words[n : n + 15]) for n in range(0, 150, 15))
        published = (date(2031, 1, 1) + timedelta(days=day)).isoformat()
        articles.append(Article(f"art-{number:05}", str(number), None, text, (), published=published))
    return articles


def _word(number: int) -> str:
    """Return a word of five letters."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(5))


_KEPT: dict[tuple[str, int], Comparison | Stories] = {}
_AGAIN = iter(range(10**9))


def _grown(articles: list[Article]) -> None:
    """Add the last few articles, under new ids, to a comparison of all before."""
    kept = _KEPT.setdefault(("ties", len(articles)), Comparison())
    assert isinstance(kept, Comparison)
    _add(kept, articles)


def _told(articles: list[Article]) -> None:
    kept = _KEPT.setdefault(("stories", len(articles)), Stories())
    assert isinstance(kept, Stories)
    _add(kept, articles)
    kept.made()


def _add(kept: Comparison | Stories, articles: list[Article]) -> None:
    for one in articles[:-NEW]:
        kept.add(one)  # of those that are there already nothing is done
    turn = next(_AGAIN)
    for one in articles[-NEW:]:
        kept.add(replace(one, id=f"{one.id}-{turn}"))
