"""What ties two articles, and what does not."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from sayso.model.article import Article
from sayso.weighing.lineage.apart import sheet_of
from sayso.weighing.lineage.comparing import Comparison, ties
from sayso.weighing.lineage.keys import Meeting
from sayso.weighing.lineage.showing import beside
from sayso.weighing.lineage.ties import ties_of
from sayso.weighing.links import Link
from weighing.invented import article, group

DAM, MARKET, FERRY = "01-dorvask-dam", "03-quilpa-market", "05-ostrel-ferry"


def _tie(name: str, one: str, other: str) -> Link | None:
    texts = group(name)
    found = ties_of(sheet_of(texts[one]), sheet_of(texts[other]))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("name", "one", "other", "kind"),
    [
        (DAM, "wire", "light", "shared-text"),
        (MARKET, "wire", "cut", "shared-text"),
        (DAM, "wire", "reword", "retold-text"),
        (FERRY, "light", "reword", "retold-text"),
        (DAM, "press1", "press2", "shared-quote"),
        (FERRY, "press1", "press3", "speech-event"),
        (DAM, "wire", "ind", None),
        (DAM, "wire", "ind2", None),
        (MARKET, "ind", "ind2", None),
        (DAM, "wire", "topic", None),
        (DAM, "wire", "press1", None),
    ],
)
def test_copies_speeches_and_independent_reports(name: str, one: str, other: str, kind: str | None) -> None:
    found = _tie(name, one, other)
    assert (found.kind if found else None) == kind


def test_two_that_quote_one_speech_and_nothing_more_are_no_copies_however_long_the_quotation() -> None:
    words = " ".join(f"Word{n}" for n in range(90))
    said = f"“We held the bridge and will hold it {words},”"
    one = article("a", f"Ola Berg spoke in Norvik. {said} said Berg. Snow fell.")
    other = article("b", f"Rain fell in Sund. Ola Berg was there, of Norvik. {said} Berg said.")
    (tie,) = ties([one, other])
    assert (tie.kind, tie.through) == ("shared-quote", "ola berg")


def test_one_saying_days_apart_is_two_speeches() -> None:
    texts = group(DAM)
    late = replace(texts["press2"], published="2034-06-20")
    assert not ties_of(sheet_of(texts["press1"]), sheet_of(late))


def test_other_languages_are_compared_word_for_word_only() -> None:
    texts = {key: replace(one, language="fr") for key, one in group(DAM).items()}
    assert not ties_of(sheet_of(texts["wire"]), sheet_of(texts["reword"]))
    assert ties_of(sheet_of(texts["wire"]), sheet_of(texts["light"]))


def test_evidence_is_words_of_the_article() -> None:
    found = _tie(DAM, "wire", "light")
    assert found is not None
    sample = found.evidence.split("“")[1].rstrip("…”")
    by_id = {one.id: one for one in group(DAM).values()}
    assert sample in " ".join(by_id[found.left].text.split())
    for kind, other in (("retold-text", "reword"), ("shared-text", "light")):
        shown = beside(group(DAM)["wire"], group(DAM)[other], kind)
        assert len(shown) > 2


def test_the_order_of_arrival_makes_no_difference_and_few_pairs_are_looked_at() -> None:
    articles = [one for name in (DAM, MARKET, FERRY) for one in group(name).values()]
    expected = ties(articles)
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))
        comparison = Comparison()
        found = [link for one in shuffled for link in comparison.add(one)]
        assert sorted(found) == expected
        assert comparison.compared < len(articles) * (len(articles) - 1) / 2 / 5
        assert comparison.add(shuffled[0]) == []


def test_a_later_run_fetches_only_what_a_new_article_meets_and_finds_the_same() -> None:
    articles = {one.id: one for name in (DAM, MARKET, FERRY) for one in group(name).values()}
    *before, last = (articles[key] for key in sorted(articles))
    meeting = Meeting()
    first = Comparison(meeting)
    found = [link for one in before for link in first.add(one)]
    fetched: list[str] = []

    def fetch(key: str) -> Article:
        fetched.append(key)
        return articles[key]

    found += Comparison(meeting, fetch).add(last)
    assert sorted(found) == ties(articles.values())
    assert len(fetched) < len(before) / 2


def test_stubs_are_tied_to_nothing() -> None:
    assert ties([article("a", ""), article("b", "")]) == []
