"""What the learned reader costs, beside its encoder pass alone."""

from __future__ import annotations

from bench.articles import WORDS_OF_AN_ARTICLE, demo_articles, words_in
from bench.figures import PAIRS, Figure, in_turn
from sayso.articles import articles_of
from sayso.model.article import Article
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.open import ready_reader
from sayso.reading.learned.network import network
from sayso.reading.learned.windows import Window, cut
from sayso.reading.sentences import split_sentences
from sayso.sources import FetchOptions, collect


def measure() -> dict[str, Figure]:
    """Time the learned reader from article to statements, beside the encoder pass over the same windows."""
    articles = _articles()
    windows = [window for article in articles for window in _windows(article)]
    reader = ready_reader(Profile(), name="learned")
    pairs = in_turn(
        lambda: [reader.read(article) for article in articles],
        lambda: [network().encode(window) for window in windows],
    )
    size = words_in(demo_articles()) / WORDS_OF_AN_ARTICLE
    return {
        "learned_to_encoder": Figure(
            pairs.ratio,
            1.5,
            "min",
            "ratio",
            f"the learned reader on {len(articles)} demo articles, by its encoder pass over the same "
            f"windows; in turn in one process, median of {PAIRS} pairs",
        ),
        "learned_articles_a_second": Figure(
            size / min(pairs.one),
            10.0,
            "max",
            "articles/s",
            f"articles of {WORDS_OF_AN_ARTICLE} words, text to statements, one core, fastest of {PAIRS}",
        ),
    }


def _articles() -> list[Article]:
    found: list[Article] = []
    for fetched in collect([str(path) for path in demo_articles()], FetchOptions()):
        if not isinstance(fetched, Issue):
            found += [one for one in articles_of(fetched) if isinstance(one, Article)]
    return found


def _windows(article: Article) -> list[Window]:
    sentences, tokens = split_sentences(article.text, article.blocks)
    return cut(tokens, [(sentence.first, sentence.last) for sentence in sentences], network().pieces)
