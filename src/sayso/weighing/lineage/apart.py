"""All that is needed of one article to compare it with others, made once."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import Article
from sayso.weighing.lineage.passages import Words, words_of
from sayso.weighing.texts.marks import Text, text_of
from sayso.weighing.texts.quotes import Quote, Scene, people_of, quotes_of, scenes_of, told_of
from sayso.weighing.texts.weights import mass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article taken apart: words, marks, people, quotations, scenes of speech, and who told which
    outlet.
    """

    text: Text
    words: Words
    people: frozenset[str]
    quotes: tuple[Quote, ...]
    scenes: tuple[Scene, ...]
    told: frozenset[tuple[str, str]]
    mass: int

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.text.article

    @property
    def id(self) -> str:
        """The article's id."""
        return self.text.article.id


def sheet_of(article: Article) -> Sheet:
    """Return an article taken apart."""
    text = text_of(article)
    people = people_of(text)
    return Sheet(
        text=text,
        words=words_of(article),
        people=people,
        quotes=quotes_of(text),
        scenes=scenes_of(text, people),
        told=frozenset((who, whom) for who, whom, _ in told_of(text)),
        mass=mass(text.marks),
    )
