"""How many independent origins an answer has."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ledger.kinship import Anew, Given
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing import weigh
from sayso.weighing.kinship import Cuts, kin_of
from sayso.weighing.origins import count, origins_of
from weighing.saying import heard, only, said, told

HELD: dict[str, Any] = {"actor": "Reds", "place": "Norvik"}


def _origins(*statements: Statement, articles: tuple[Article, ...] = ()) -> int:
    (answer,) = only(*statements, articles=articles).answers
    return answer.origins


def _by(key: str, claimer: str, article: str, **fields: Any) -> Statement:
    return said(key, claimer, "control", article=article, claimer_for="Reds", **HELD, **fields)


@pytest.mark.parametrize(
    ("statements", "origins"),
    [
        ([_by("1", "Ola Berg", "a"), _by("2", "Ola Berg", "b")], 1),
        ([_by("1", "Reds", "a"), _by("2", "Ola Berg", "b")], 1),
        ([_by("1", "Red fighters", "a"), _by("2", "a spokesman", "b")], 1),
        ([_by("1", "Ola Berg", "a"), _by("2", "Jon Lund", "b")], 2),
        ([_by("1", "Ola Berg", "a"), _by("2", "Jon Lund", "b"), _by("3", "Reds", "c")], 2),
        ([_by("1", "Ola Berg", "a"), said("2", "Blues", "control", article="a", **HELD)], 2),
        (
            [
                _by("1", "Ola Berg", "a", evidence="Both said so"),
                said("2", "Blues", "control", article="a", evidence="Both said so", **HELD),
            ],
            1,
        ),
        ([told("1", "Post", "control", **HELD), told("2", "Herald", "control", **HELD)], 2),
        ([_by("1", "Ola Berg", "a"), told("2", "Post", "control", article="a", **HELD)], 1),
        ([_by("1", "Ola Berg", "a"), told("2", "Post", "control", article="b", **HELD)], 2),
    ],
)
def test_authorities_are_counted_not_outlets(statements: list[Statement], origins: int) -> None:
    assert _origins(*statements) == origins
    assert _origins(*statements[::-1]) == origins


def test_outlets_with_nearly_one_sentence_are_one_origin() -> None:
    sentence = "The Reds have held the bridge of Norvik since Monday"
    pair = (
        told("1", "Post", "control", evidence=sentence, **HELD),
        told("2", "Herald", "control", evidence=f"{sentence} night", **HELD),
    )
    assert _origins(*pair) == 1
    (lineage,) = weigh([], pair, Profile()).lineages
    assert (lineage.kind, lineage.members) == ("shared-text", ("1", "2"))
    assert sentence in lineage.evidence


def test_a_shared_agency_is_named_as_the_reason() -> None:
    sentence = "The Reds have held the bridge of Norvik since Monday"
    articles = tuple(Article(f"art of {o}", o, None, "", (), agencies=("Wire",)) for o in ("Post", "Herald"))
    pair = (
        told("1", "Post", "control", evidence=sentence, **HELD),
        told("2", "Herald", "control", evidence=sentence, **HELD),
    )
    assert _origins(*pair, articles=articles) == 1
    (lineage,) = weigh(articles, pair, Profile()).lineages
    assert (lineage.kind, lineage.evidence) == ("agency-credit", "nearly one sentence, and both credit wire")


def test_articles_that_are_copies_are_one_origin_and_the_reverse_is_kept_apart() -> None:
    text = " ".join(f"word{n}" for n in range(300))
    other = " ".join(f"else{n}" for n in range(300))
    texts = {"Post": text, "Herald": text, "Mail": other}
    articles = tuple(Article(f"art of {o}", o, None, body, ()) for o, body in texts.items())
    three = tuple(told(o, o, "control", **HELD) for o in texts)
    assert _origins(*three, articles=articles) == 2
    kinds = sorted(lineage.kind for lineage in weigh(articles, three, Profile()).lineages)
    assert kinds == ["shared-text", "shared-text"]


def test_one_speech_is_told_by_its_day() -> None:
    pair = (_by("1", "Ola Berg", "a", said_on="2031-03-04"), _by("2", "Reds", "b", said_on="2031-03-04"))
    (lineage,) = weigh([], pair, Profile()).lineages
    assert (lineage.kind, lineage.evidence) == ("speech-event", "Reds says so on 2031-03-04")


def test_people_cut_and_add_links_of_articles_and_of_statements() -> None:
    text = " ".join(f"word{n}" for n in range(300))
    articles = [Article(f"art-{o}", o, None, text if o != "d" else "Rain fell.", ()) for o in "abcd"]
    told_by = [told(f"st-{o}", o, "control", article=f"art-{o}", **HELD) for o in "abcd"]

    def origins(
        cut: frozenset[tuple[str, str]] = frozenset(), added: frozenset[tuple[str, str]] = frozenset()
    ) -> int:
        kin = kin_of(Anew(Given(articles)), articles, Cuts(cut, added))
        return count(heard(*told_by), origins_of({}, kin.groups, cut, added))

    assert origins() == 2
    assert origins(cut=frozenset({("art-a", "art-b")})) == 3
    assert origins(added=frozenset({("art-a", "art-d")})) == 1
    assert origins(cut=frozenset({("st-a", "st-b")})) == 3
    assert origins(added=frozenset({("st-a", "st-d")})) == 1
    assert origins(frozenset({("st-a", "st-d")}), frozenset({("st-a", "st-d")})) == 2
