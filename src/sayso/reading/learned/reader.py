"""The learned reader: spans, links and verdicts by the networks; figures, days and quotations by rule."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.reading.anchor import find_anchor
from sayso.reading.cast.scene import Places
from sayso.reading.learned.cast import Cast
from sayso.reading.learned.grounding import unprinted
from sayso.reading.learned.network import network
from sayso.reading.learned.people import gather
from sayso.reading.learned.places import settle_places
from sayso.reading.learned.reports import find_reports
from sayso.reading.learned.signals import STATEMENT_THRESHOLD, find_signals
from sayso.reading.learned.telling import Told, tell
from sayso.reading.learned.topic import tells_of_conflict
from sayso.reading.mentions import find_mentions
from sayso.reading.quantities import find_quantities
from sayso.reading.quotes import find_quotes
from sayso.reading.reader import FAULTS, Reading, beside, unreadable
from sayso.reading.saying import with_days
from sayso.reading.sentences import split_sentences
from sayso.reading.times import find_times


class LearnedReader:
    """Reads English with the networks that ship with Sayso; the same article gives the same reading."""

    name = "learned"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, profile: Profile, gazetteer: Places) -> None:
        """Keep what all articles are read with."""
        self._profile = profile
        self._gazetteer = gazetteer

    def read(self, article: Article) -> Reading:
        """Return the reading of `article`; text that no stage can read becomes an issue."""
        try:
            told = self.told(article)
            if not tells_of_conflict(told.analysis, told.signals):
                return beside(article, told.analysis)
            mark = f"{self.name}/{self.version}"
            return Reading(told.analysis, tuple(replace(item, reader=mark) for item in tell(told)))
        except FAULTS as error:
            return unreadable(article, error)

    def told(self, article: Article, least: float = STATEMENT_THRESHOLD) -> Told:
        """Return what the networks find in an article, before it is made into statements."""
        text = article.text
        sentences, tokens = split_sentences(text, article.blocks)
        quotes = find_quotes(text, article.blocks)
        anchor = find_anchor(article)
        times = find_times(text, sentences, tokens, anchor)
        nets = network()
        signals = find_signals(tokens, [(s.first, s.last) for s in sentences], nets, least)
        people, of = gather(signals, nets)
        people = settle_places(people, self._gazetteer)
        entities, mentions = find_mentions(text, sentences, tokens, quotes, self._profile, self._gazetteer)
        guessed = unprinted(entities, signals.words)
        cast = Cast(tokens, entities, mentions, guessed, signals, people, of)
        reports = find_reports(tokens, quotes, signals, cast)
        analysis = Analysis(
            article=article.id,
            anchor=anchor.day,
            tokens=tokens,
            sentences=sentences,
            quotes=quotes,
            entities=entities,
            mentions=mentions,
            quantities=find_quantities(text, sentences, tokens),
            times=times,
            attributions=with_days([report.attribution for report in reports], sentences, times),
        )
        return Told(article, analysis, signals, cast, reports)
