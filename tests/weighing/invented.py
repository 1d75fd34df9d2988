"""The project's invented texts on one event each, by name; and short articles of one's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.articles import articles_of
from sayso.model.article import Article, Block
from sayso.model.capture import Fetched
from sayso.model.span import Span
from sayso.sources import FetchOptions, collect

TEXTS = Path(__file__).parents[2] / "corpus" / "origins" / "texts"


@cache
def group(name: str) -> dict[str, Article]:
    """Return the articles of one group of corpus/origins by name ("wire", "reword" …)."""
    found = {}
    for fetched in collect([str(TEXTS / name)], FetchOptions()):
        assert isinstance(fetched, Fetched)
        for article in articles_of(fetched):
            assert isinstance(article, Article)
            found[Path(article.name).stem] = article
    return found


def article(name: str, text: str, published: str | None = None, **fields: object) -> Article:
    """Return an article of one paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span(start, start + len(line)), "paragraph"))
        start += len(line) + 1
    return Article(
        Article.make_id(name, text),
        name,
        None,
        text,
        tuple(blocks),
        published=published,
        language="en",
        **fields,  # type: ignore[arg-type]
    )
