"""The reader by rule and lexicon: all stages of reading in their order, each a pure function."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.reading.anchor import find_anchor
from sayso.reading.attributions import find_attributions
from sayso.reading.bearing import bears_on_conflict
from sayso.reading.cast.scene import Places
from sayso.reading.claimers import resolve_claimers, settle_quoted
from sayso.reading.disclaimers import find_disclaimers
from sayso.reading.mentions import find_mentions
from sayso.reading.quantities import find_quantities
from sayso.reading.quotes import find_quotes
from sayso.reading.reader import FAULTS, Reading, beside, unreadable
from sayso.reading.reports import with_reports
from sayso.reading.saying import with_days, with_judges
from sayso.reading.sentences import split_sentences
from sayso.reading.telling import tell
from sayso.reading.times import find_times


class RuleReader:
    """Reads English by rule; the same article, profile and gazetteer give the same reading."""

    name = "rules"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, profile: Profile, gazetteer: Places) -> None:
        """Keep what all articles are read with."""
        self._profile = profile
        self._gazetteer = gazetteer

    def read(self, article: Article) -> Reading:
        """Return the reading of `article`; text that no stage can read becomes an issue."""
        try:
            analysis = self.analyse(article)
            if not bears_on_conflict(analysis):
                return beside(article, analysis)
            mark = f"{self.name}/{self.version}"
            told = tuple(replace(statement, reader=mark) for statement in tell(article, analysis))
            return Reading(analysis, told)
        except FAULTS as error:
            return unreadable(article, error)

    def analyse(self, article: Article) -> Analysis:
        """Run the stages that find spans."""
        text, profile = article.text, self._profile
        sentences, tokens = split_sentences(text, article.blocks)
        quotes = find_quotes(text, article.blocks)
        entities, mentions = find_mentions(text, sentences, tokens, quotes, profile, self._gazetteer)
        said = find_attributions(text, sentences, tokens, quotes)
        anchor = find_anchor(article)
        times = find_times(text, sentences, tokens, anchor)
        first = Analysis(
            article.id,
            anchor.day,
            tokens,
            sentences,
            quotes,
            entities,
            mentions,
            times=times,
            attributions=said,
        )
        said = with_reports(text, first)
        said = resolve_claimers(said, text, sentences, tokens, quotes, entities, mentions, profile)
        mentions = settle_quoted(said, entities, mentions, text)
        said = with_days(said, sentences, times)
        return Analysis(
            article=article.id,
            anchor=anchor.day,
            tokens=tokens,
            sentences=sentences,
            quotes=quotes,
            entities=entities,
            mentions=mentions,
            quantities=find_quantities(text, sentences, tokens),
            times=times,
            attributions=said,
            disclaimers=with_judges(find_disclaimers(text, sentences, tokens, said), mentions),
        )
